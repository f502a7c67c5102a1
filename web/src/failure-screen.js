// What the visitor sees if the quiz cannot be shown.
import { ownLanguage } from "./files.js";
import { find, findAll } from "./find.js";
import { isPrerendered } from "./options.js";
import { quizElement } from "./page.js";
import { program } from "./program.js";
import { loadStyles } from "./styles.js";

/**
 * Shows why the quiz cannot be shown, and the plain page in its place, unless the program stopped.
 * @param {Error | import("./failure.js").Failure} failure
 * @param {string} language of the plain page
 * @param {() => void} retry called when the visitor tries again, if that needs no load
 */
export function showFailure(failure, language, retry) {
  console.error(failure);
  const kind = "kind" in failure ? failure.kind : "crash";
  const screen = find("#failure");
  for (const reason of findAll("[data-failure]", screen)) {
    reason.hidden = reason.dataset.failure !== kind;
  }
  find("[data-retry]", screen).onclick = async () => {
    if (kind === "crash" || await isReplaced()) return location.reload();
    screen.hidden = true;
    quizElement().hidden = false;
    retry();
  };
  quizElement().hidden = true;
  screen.hidden = false;
  if (!isPrerendered) find("[data-plain]", screen)?.remove();
  else if (kind !== "crash") showPlainPage(find("[data-plain] a", screen), language);
}

// Whether a newer build is served than the one this page is of, which data files may belong to.
function isReplaced() {
  return fetch(location.pathname, { cache: "no-cache" })
    .then((answer) => answer.text())
    .then((page) => !page.includes(program), () => false);
}

/**
 * What needs no program, in the place of the link to it: all that the quiz asks and says.
 * @param {HTMLAnchorElement | null | undefined} link
 * @param {string} language
 */
async function showPlainPage(link, language) {
  if (!link) return;
  if (language !== ownLanguage) link.href = `plain.${language}.html`;
  const text = await fetch(link.href).then((answer) => answer.ok ? answer.text() : "", () => "");
  const page = new DOMParser().parseFromString(text, "text/html");
  const { lang, dir } = page.documentElement;
  const main = find("main.reading", page);
  if (!main) return;
  const reading = Object.assign(document.createElement("div"), { lang, dir, className: main.className });
  reading.append(...main.childNodes);
  await loadStyles();
  /** @type {Element} */ (link.parentNode).replaceWith(reading);
}
