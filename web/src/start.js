// Loads the quiz and, if it cannot be shown, tells the visitor so and the site's owner why. If the program
// stops, another one takes its place and goes on with the visit.
import { answered, isWaiting, pause, replay, watch } from "./replay.js";
import { Failure, response } from "./failure.js";
import { flat } from "./flat.js";
import { blocked, introduce, settled } from "./host-bridge.js";
import { dressed, hidden, lang, quiz, remembered, served } from "./options.js";
import { compiled, isOurs, isOver, plain, program, wasm } from "./program.js";
import { stand } from "./screen.js";
import { styled } from "./styles.js";

const { text, languages, noInlineData } = document.querySelector("script[data-program]").dataset;
const root = () => document.getElementById("quiz");

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

// The program: as WebAssembly or, if that cannot be or it has stopped twice, as plain JavaScript.
async function loaded(...page) {
  if (stops.length > 1) return plain(...page).catch(() => compiled(...page));
  try {
    return await compiled(...page);
  } catch (failure) {
    if (failure.offline || failure.kind === "network" && await blocked(wasm)) throw failure;
    const bindings = await plain(...page).catch((cause) => {
      throw new Failure(failure.kind, ...failure.said, ...cause.said);
    });
    console.warn(`${failure.message} The quiz runs as plain JavaScript instead.`);
    return bindings;
  }
}

// Whether what the page brought along is what is asked for. Whole files can then wait until the first
// question can be answered.
function brought() {
  const wish = wishes.find(Boolean)?.toLowerCase();
  const language = first.toLowerCase();
  return served && noInlineData === undefined && !location.hash.startsWith("#r") && (!wish || wish === language || wish.startsWith(`${language}-`));
}

// The visit as the program told it last, and whether all of it has been shown: what a program that takes
// the place of another goes on from. It is in memory alone.
let visit;
let whole = false;
let went = false;

// Thrown when the program stopped meanwhile, and another one is started.
const SUPERSEDED = Symbol();
let turn = 0;

async function start() {
  const mine = ++turn;
  const ours = (value) => {
    if (mine !== turn) throw SUPERSEDED;
    return value;
  };
  const [before, old] = [visit, root()];
  let drawn = false;
  const keep = (now, isAnswer) => {
    if (mine !== turn) return;
    visit = now;
    went = false;
    if (isAnswer) answered();
    if (drawn) return;
    drawn = true;
    if (before) {
      stand(old, root());
      queueMicrotask(replay);
    }
    watch(() => stopped(new Error("it does not answer")));
  };
  const soon = brought() && !whole;
  if (!soon) {
    files(wanted ?? granted(languages.split(" "))).catch(() => {});
    styled();
  }
  bindings = ours((await Promise.all([loaded(keep, () => went), soon && parsed(), dressed]))[0]);
  if (soon) {
    const opening = JSON.parse(document.getElementById("opening").textContent);
    if (!before) await remembered(opening.quiz.id);
    await lifted();
    ours(bindings).open(flat(opening.quiz), flat(opening.text), before);
    begun();
    await painted();
    files(wanted ?? first).catch(() => {});
  }
  ours();
  bindings.ahead();
  styled();
  const offers = await offered();
  if (!soon && !before) await remembered((await json(quiz))?.id);
  await styled();
  await lifted();
  const language = wanted ?? granted(offers);
  try {
    ours();
    ours(await bring(language, before));
  } catch (failure) {
    if (failure === SUPERSEDED || isOurs(failure) || failure.isPart || language === own) throw failure;
    ours();
    console.error(failure);
    kept.clear();
    ours(await bring(own, before));
  }
  whole = true;
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
const waiting = [];
addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => {
    pressed = false;
    for (const release of waiting.splice(0)) release();
  }), true);
}
const lifted = () => pressed && new Promise((done) => { waiting.push(done); });

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
async function bring(language, visit) {
  const mine = turn;
  const before = wanted;
  wanted = language;
  const [read, ...words] = await files(language).catch((failure) => {
    if (wanted === language) wanted = before;
    throw failure;
  });
  if (wanted !== language || mine !== turn) return;
  const [text, overlay] = words.map((file) => file === undefined ? file : flat(file));
  await bindings.bring(flat(settled(read)), text, overlay, visit).catch((cause) => {
    throw named(cause, { quiz, text: textOf(language), overlay: overlayOf(language) });
  });
}

function named(cause, files) {
  if (cause.name === "later") {
    return Object.assign(new Failure("network", `a part of the program did not arrive (${cause.message}).`,
      "Upload the whole folder again, and check that the server is up."), { isPart: true });
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
    if (isOurs(failure)) return stopped(failure);
    console.error(failure);
    kept.clear();
    bindings?.refuse();
  }
}

// Brings the files again: one of them was changed, or the page around asks for other links.
function again() {
  bring(wanted ?? own).catch((failure) => {
    if (isOurs(failure)) return stopped(failure);
    console.error(failure);
    kept.clear();
  });
}

// Before the program runs, a language pressed is the first wish of all.
let choose = (language) => { wishes[0] = language; };

// The program is drawn, and tells of the visit, some time after it was started; what is pressed until then
// is read from the page.
function early(event) {
  if (visit !== undefined) return;
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
    end();
    kept.clear();
    run();
  };
  root().hidden = true;
  told.hidden = false;
  const plain = told.querySelector("[data-plain]");
  if (!served) plain?.remove();
  else if (kind !== "crash") readable(plain?.querySelector("a"));
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
  try {
    await start();
    settle();
  } catch (failure) {
    if (failure === SUPERSEDED || isOver(failure)) return;
    if (isOurs(failure) || failure.isPart && stops.length < MOST - 1) return stopped(failure);
    await new Promise((soon) => setTimeout(soon, LEAVING));
    if (left && failure.kind === "network") {
      kept.clear();
      return run();
    }
    if (failure.kind === "network" && await blocked(wasm)) return;
    if (document.readyState === "loading") {
      await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    }
    show(failure);
    settle();
  }
}

// No program runs until the next one is started; what is pressed until then waits for it.
function end() {
  turn += 1;
  pause();
  bindings?.stop();
  bindings = undefined;
  choose = (language) => { wanted = language; };
}

/** So many stops within a minute are too many. */
const MOST = 3;
const MINUTE = 60_000;
let stops = [];

// The program stopped: the browser's fault or its own. Another one goes on with the visit.
function stopped(cause) {
  const now = performance.now();
  stops = [...stops.filter((stop) => now - stop < MINUTE), now];
  end();
  if (stops.length >= MOST) {
    show(cause);
    return settle();
  }
  console.warn(`skin-quiz: the program stopped (${cause.message.replace("skin-quiz: ", "")}) and started again; no answer is lost.`);
  run();
}

for (const press of ["submit", "click"]) addEventListener(press, early, true);
continued();
uncovered();
addEventListener("click", ({ target }) => {
  const { lang } = target.closest?.("[id^='language-']") ?? {};
  if (lang) choose(lang);
});
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const cause = event.error ?? event.reason;
    // A frame without an origin is not told what went wrong in some engines; what follows from it tells.
    if (!cause) setTimeout(() => isWaiting() && stopped(new Error(event.message)));
    if (!isOurs(cause)) return;
    event.preventDefault();
    if (bindings && !isOver(cause)) stopped(cause);
  });
}
addEventListener("popstate", () => {
  went = true;
  bindings?.travelled();
});
addEventListener("skin-quiz:refresh", () => {
  kept.clear();
  if (bindings) again();
});
hidden(served ? dressed : ended);
introduce(dressed, () => { if (wanted && bindings) again(); });
run();
