// Loads the quiz and, where it cannot be shown, tells the visitor so and the site's owner why.
import { flat } from "./flat.js";
import { blocked, introduce, settled } from "./frame.js";
import { dressed, hidden, lang, quiz, remembered, served } from "./options.js";
import { styled } from "./style.js";

const { program, wasm, text, languages, alone, extraFallback: fallback } = document.querySelector("script[data-program]").dataset;
const root = () => document.getElementById("quiz");

class Failure extends Error {
  constructor(kind, ...said) {
    super(`skin-quiz: ${said.join(" ")}`);
    Object.assign(this, { kind, said });
  }
}

async function response(path, kind) {
  const answer = await fetch(path, { cache: path.endsWith(".json") ? "no-cache" : "default" }).catch((cause) => {
    throw Object.assign(new Failure("network", `${path} did not arrive (${cause.message}).`,
      "Check that the server is up and that the page's Content-Security-Policy allows it in connect-src."), { offline: true });
  });
  if (!answer.ok) {
    throw new Failure(kind, `${path} is not there: the server answers ${answer.status}.`,
      "Upload the whole folder again, this file included.");
  }
  return answer;
}

// What was asked for, so that a language chosen again is there at once.
const kept = new Map();

function json(path) {
  if (!kept.has(path)) kept.set(path, read(path));
  return kept.get(path);
}

async function read(path) {
  const answer = await response(path, "data");
  return answer.json().catch((cause) => {
    throw new Failure("data", `${path} is not valid JSON (${cause.message}).`,
      "Open it in an editor that marks mistakes; a missing or a trailing comma is the usual one.");
  });
}

// The languages that the visitor, the page's address and the page as it was served ask for.
const wishes = ["", lang, document.documentElement.lang];

// The first wish that is offered, be it without its region: es for es-MX. Else the quiz's own language.
function granted(offered) {
  for (const wish of wishes) {
    for (let tag = wish?.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
      const language = offered.find((one) => one.toLowerCase() === tag);
      if (language) return language;
    }
  }
  return own;
}

const [first] = languages.split(" ");
let own = first;
let wanted;
const textOf = (language) => language === first ? text : text.replace(/[^/]*$/, `${language}.json`);
const overlayOf = (language) => language === own ? undefined : quiz.replace(/json$/, `${language}.json`);

// The quiz, the interface words and, in another language than its own, its translation.
function files(language) {
  const overlay = overlayOf(language);
  return Promise.all([json(quiz), json(textOf(language)), overlay && json(overlay)]);
}

// The page knows the languages that there were when it was built; the data file, once there, those that
// there are.
async function offered() {
  const { language, languages: listed } = (await json(quiz)) ?? {};
  if (typeof language === "string") own = language;
  const tags = Array.isArray(listed) ? listed.map((one) => one?.language) : [];
  return [own, ...tags.filter((tag) => typeof tag === "string")];
}

// The program: as WebAssembly or, where that cannot be, as plain JavaScript.
async function loaded() {
  try {
    return await compiled();
  } catch (failure) {
    if (failure.offline || failure.kind === "network" && await blocked(wasm)) throw failure;
    const bindings = await script(fallback).catch((cause) => {
      throw new Failure(failure.kind, ...failure.said,
        `Nor could ${fallback} be loaded, which takes its place (${cause.message}).`,
        "Upload the whole folder again, and let the server send .js files as text/javascript.");
    });
    console.warn(`${failure.message} The quiz runs as plain JavaScript instead, which is larger and slower.`);
    return bindings;
  }
}

async function compiled() {
  if (typeof WebAssembly !== "object") {
    throw new Failure("browser", "this browser has no WebAssembly.", "Nothing to mend on the site.");
  }
  const arriving = response(wasm, "network");
  arriving.catch(() => {});
  const bindings = await script(program).catch((cause) => {
    throw new Failure("network", `${program} could not be loaded (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  const answer = await arriving;
  if (answer.headers.get("Content-Type") !== "application/wasm") {
    console.warn(`skin-quiz: the server sends ${wasm} as ${answer.headers.get("Content-Type")}. Let it send application/wasm; it starts faster then.`);
  }
  await bindings.default({ module_or_path: answer }).catch(async (cause) => {
    throw await WebAssembly.instantiate(EMPTY).then(() => broken(cause), () => forbidden(cause));
  });
  return bindings;
}

// The smallest module there is: where not even this runs, none may.
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

const forbidden = ({ message }) => new Failure("browser", `WebAssembly is forbidden here (${message}).`,
  "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy that the quiz is served with.");

const broken = ({ message }) => new Failure("browser", `${wasm} does not run (${message}).`,
  "It is not the file that was built: upload the whole folder again, and let nothing on the way change it.");

// Whether what the page brought along is what is asked for. Whole files can then wait until the first
// question can be answered.
function brought() {
  const wish = wishes.find(Boolean)?.toLowerCase();
  const language = first.toLowerCase();
  return served && alone === undefined && !location.hash.startsWith("#r") && (!wish || wish === language || wish.startsWith(`${language}-`));
}

async function start() {
  const soon = brought();
  if (!soon) {
    files(granted(languages.split(" "))).catch(() => {});
    styled();
  }
  const [program] = await Promise.all([loaded(), soon && parsed(), dressed]);
  bindings = program;
  if (soon) {
    const opening = JSON.parse(document.getElementById("opening").textContent);
    await remembered(opening.quiz.id);
    await lifted();
    bindings.open(flat(opening.quiz), flat(opening.text));
    begun();
    await painted();
    files(first).catch(() => {});
  }
  bindings.ahead();
  styled();
  const offers = await offered();
  if (!soon) await remembered((await json(quiz))?.id);
  await styled();
  await lifted();
  const language = wanted ?? granted(offers);
  try {
    await bring(language);
  } catch (failure) {
    if (language === own) throw failure;
    console.error(failure);
    kept.clear();
    await bring(own);
  }
  begun();
  performance.mark("skin-quiz:whole");
  if (wishes[0] && wanted !== granted(offers)) choose(granted(offers));
}

// From here on the program hears which language is pressed.
function begun() {
  choose = change;
}

// A press ends where it began, or it is none: what is under a finger may not change.
let pressed = false;
let release = () => {};
addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => {
    pressed = false;
    release();
  }), true);
}
const lifted = () => pressed && new Promise((done) => { release = done; });

// What comes after the first question must not hold up the second; nothing hidden is ever painted.
const HIDDEN = 100;
const painted = () => new Promise((soon) => {
  requestAnimationFrame(() => setTimeout(soon));
  setTimeout(soon, HIDDEN);
});

const parsed = () => document.readyState === "loading"
  && new Promise((ready) => addEventListener("DOMContentLoaded", ready, { once: true }));

let bindings;

// Brings the files of a language to the program, unless another one was wanted meanwhile.
async function bring(language) {
  const before = wanted;
  wanted = language;
  const [read, ...words] = await files(language).catch((failure) => {
    if (wanted === language) wanted = before;
    throw failure;
  });
  if (wanted !== language) return;
  const [text, overlay] = words.map((file) => file === undefined ? file : flat(file));
  await bindings.bring(flat(settled(read)), text, overlay).catch((cause) => {
    throw named(cause, { quiz, text: textOf(language), overlay: overlayOf(language) });
  });
}

function named(cause, files) {
  if (cause.name === "later") {
    return new Failure("network", `a part of the program did not arrive (${cause.message}).`,
      "Upload the whole folder again, and check that the server is up.");
  }
  const file = files[cause.name];
  return file
    ? new Failure("data", `${file} cannot be used.\n${cause.message}\n`, "Mend the file; the page shows it at the next load.")
    : cause;
}

// Changes to a language that the visitor pressed; where it does not come they are told.
async function change(language) {
  try {
    await bring(language);
  } catch (failure) {
    console.error(failure);
    kept.clear();
    bindings.refuse();
  }
}

// Brings the files again: one of them was changed, or the page around asks for other links.
function again() {
  bring(wanted ?? own).catch((failure) => {
    console.error(failure);
    kept.clear();
  });
}

// Before the program runs, a language pressed is the first wish of all.
let choose = (language) => { wishes[0] = language; };

// The program is drawn some time after it was started; what is pressed until then is on the page as it was
// served, the only one with a moment.
function early(event) {
  if (!document.getElementById("moment")) return;
  if (event.type === "submit") event.preventDefault();
  else if (!event.target.closest?.("#continue")) return;
  root().dataset.continued = "";
}

// What stands below the first question waits for it: fonts of other scripts take long to find.
function uncovered() {
  document.querySelector("#quiz > footer")?.removeAttribute("hidden");
}

// What a press of Continue shows, by the browser itself, before this script runs.
function continued() {
  if (document.getElementById("moment")?.getClientRects().length) root().dataset.continued = "";
}

function show(failure) {
  console.error(failure);
  const kind = failure.kind ?? "crash";
  const told = document.getElementById("failure");
  for (const reason of told.querySelectorAll("[data-failure]")) {
    reason.hidden = reason.dataset.failure !== kind;
  }
  told.querySelector("[data-retry]").onclick = async () => {
    if (kind === "crash" || await replaced()) return location.reload();
    hide(told);
    run();
  };
  root().hidden = true;
  told.hidden = false;
  const plain = told.querySelector("[data-plain]");
  if (!served) plain?.remove();
  else if (kind !== "crash") readable(plain?.querySelector("a"));
}

// A script that did not arrive is asked for again by another address: browsers may remember the failure.
const lost = [];

function script(path) {
  const tries = lost.filter((one) => one === path).length;
  return import(new URL(tries ? `${path}?${tries}` : path, document.baseURI)).catch((cause) => {
    lost.push(path);
    throw cause;
  });
}

// Whether a newer build is served than the one this page is of, which data files may belong to.
function replaced() {
  return fetch(location.pathname, { cache: "no-cache" })
    .then((answer) => answer.text())
    .then((page) => !page.includes(program), () => false);
}

// What needs no program, in the place of the link to it: all that the quiz asks and tells.
async function readable(link) {
  if (!link) return;
  const language = granted(languages.split(" "));
  if (language !== own) link.href = `plain.${language}.html`;
  const text = await fetch(link.href).then((answer) => answer.ok ? answer.text() : "", () => "");
  const page = new DOMParser().parseFromString(text, "text/html");
  const { lang, dir } = page.documentElement;
  const main = page.querySelector("main.reading");
  if (!main) return;
  const read = Object.assign(document.createElement("div"), { lang, dir, className: main.className });
  read.append(...main.childNodes);
  await styled();
  link.parentNode.replaceWith(read);
}

function hide(told) {
  told.hidden = true;
  root().hidden = false;
}

// A page that is left while it loads loses its requests; where it comes back from the browser's
// memory it asks for them again. WebKit tells of the failure before it tells of the leaving.
const LEAVING = 250;
let left = false;
addEventListener("pagehide", () => { left = true; });

// Resolves when the program runs, or has failed for good.
let settle;
const ended = new Promise((end) => { settle = end; });

async function run() {
  left = false;
  kept.clear();
  try {
    await start();
    settle();
  } catch (failure) {
    await new Promise((soon) => setTimeout(soon, LEAVING));
    if (left && failure.kind === "network") return run();
    if (failure.kind === "network" && await blocked(wasm)) return;
    if (document.readyState === "loading") {
      await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    }
    show(failure);
    settle();
  }
}

for (const press of ["submit", "click"]) addEventListener(press, early, true);
continued();
uncovered();
addEventListener("click", ({ target }) => {
  const { lang } = target.closest?.("[id^='language-']") ?? {};
  if (lang) choose(lang);
});
addEventListener("error", ({ error }) => {
  if (error?.name === "RuntimeError") show(error);
});
addEventListener("skin-quiz:refresh", () => {
  kept.clear();
  if (bindings) again();
});
hidden(served ? dressed : ended);
introduce(dressed, () => { if (wanted) again(); });
run();
