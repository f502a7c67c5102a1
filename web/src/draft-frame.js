// Puts the quiz's page, its program and all its files into one page that needs no website: what a clinician
// sees of a draft. The studio asks for it.
import { NAME } from "./contract/messages.js";

/** What the draft is made of. @typedef {{ quiz: string, files: Record<string, string>, pictures: Record<string, string> }} Draft */

/** What the page loads as modules, by the attribute of its script that names each. */
const MODULES = ["data-program", "data-extra-theme", "data-extra-session"];
/** The part of the program that comes later, as the program names it. */
const LATER = /[\w-]+\.wasm/;

/** @param {string} path */
async function load(path) {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${NAME}: ${path} is not there: the server answers ${answer.status}.`);
  return answer;
}

/** @param {string} path */
const text = async (path) => (await load(path)).text();

/** @param {Blob} blob @returns {Promise<string>} */
const address = (blob) => new Promise((resolve, reject) => {
  const reader = Object.assign(new FileReader(), { onload: () => resolve(`${reader.result}`), onerror: () => reject(reader.error) });
  reader.readAsDataURL(blob);
});

/** A file of the website as a data URL. @param {string} path @param {string} [type] */
async function loadAddress(path, type) {
  const blob = await (await load(path)).blob();
  return address(type ? blob.slice(0, blob.size, type) : blob);
}

/**
 * Runs in the page, before anything else: requests for files of the draft are answered from memory, and
 * pictures are shown from there.
 * @param {Record<string, string>} files data URLs by path
 */
function answer(files) {
  const ask = fetch;
  window.fetch = (path, init) => {
    const known = Object.keys(files).find((name) => `/${path}`.endsWith(`/${name}`));
    return known ? ask(files[known]) : ask(path, init);
  };
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    set.call(this, name, name === "src" && files[value] || value);
  };
}

/** Code as it may stand in an element of a page. @param {string} code */
const inElement = (code) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

/**
 * @param {Document} page
 * @param {string} content
 * @param {Record<string, string>} [attributes]
 */
function script(page, content, attributes = {}) {
  const element = page.createElement("script");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = inElement(content);
  return element;
}

/**
 * The page with all that it needs.
 * @param {string} html the page as the studio makes it of the draft
 * @param {Draft} draft
 */
export async function draftFrame(html, { quiz, files, pictures }) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const start = /** @type {HTMLScriptElement} */ ([...page.scripts].find((one) => one.hasAttribute("data-program")));
  const attribute = (/** @type {string} */ name) => /** @type {string} */ (start.getAttribute(name));
  const [wasm, style] = [attribute("data-wasm"), attribute("data-style")];
  const modules = MODULES.map(attribute);
  const codes = await Promise.all(modules.map(text));
  const later = LATER.exec(codes[0])?.[0];

  /** @type {Record<string, string>} */
  const known = {};
  for (const [name, content] of Object.entries(files)) known[name] = await address(new Blob([content], { type: "application/json" }));
  for (const [path, added] of Object.entries(pictures)) known[path] = added || await loadAddress(path).catch(() => "");
  for (const path of later ? [wasm, later] : [wasm]) known[path] = await loadAddress(path, "application/wasm");

  const imports = codes.map(async (code, index) => [`./${modules[index].replace("./", "")}`, await address(new Blob([code], { type: "text/javascript" }))]);
  const map = JSON.stringify({ imports: Object.fromEntries(await Promise.all(imports)) });
  start.setAttribute("data-style", await loadAddress(style, "text/css"));
  start.setAttribute("data-quiz", quiz);

  for (const element of [...page.head.children]) {
    if (element.localName === "noscript" || /preload/.test(/** @type {HTMLLinkElement} */ (element).rel)) element.remove();
  }
  for (const picture of page.images) picture.setAttribute("src", known[/** @type {string} */ (picture.getAttribute("src"))] ?? "");
  const code = await text(/** @type {string} */ (start.getAttribute("src")));
  const attributes = Object.fromEntries([...start.attributes].map(({ name, value }) => [name, value]));
  delete attributes.src;
  delete attributes.async;
  start.remove();
  page.head.prepend(script(page, map, { type: "importmap" }), script(page, `(${answer})(${JSON.stringify(known)})`));
  page.body.append(script(page, code, attributes));
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}
