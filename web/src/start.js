// Loads the quiz and, if it cannot be shown, tells the visitor so and the site's owner why. If the program
// stops, another one takes its place and goes on with the visit.
import { showFailure } from "./failure-screen.js";
import { Failure } from "./failure.js";
import { builtLanguages, forgetFiles, loadFiles, loadLanguages, loadQuiz, overlayPath, ownLanguage, textPath } from "./files.js";
import { closest, find } from "./find.js";
import { dropOldPicks, isEnough, showFooter, watchContinue } from "./first-question.js";
import { flat } from "./flat.js";
import { introduce, reopensFrame, withHostLinks } from "./host-bridge.js";
import { negotiateLanguage } from "./language.js";
import { hideUntil, isPrerendered, quizPath, requestedLanguage, restoreSession, themed } from "./options.js";
import { quizElement, root } from "./page.js";
import { createScriptProgram, createWasmProgram, isFromProgram, isFromStoppedProgram, wasm } from "./program.js";
import { acknowledge, hasUnanswered, pauseActions, recordActions, replayActions } from "./replay.js";
import { noteScreen, restoreScreen } from "./screen.js";
import { loadStyles } from "./styles.js";
import { LEAVING, MINUTE, MOST_STOPS, painted, parsed, pointerReleased } from "./timing.js";

/** @import { ErrorName, KeepVisit, Program } from "./contract/program.js" */
/** @import { ProgramImports } from "./program.js" */

// The languages that the visitor, the page's address and the page as it was served ask for.
const preferred = ["", requestedLanguage, root.lang];
/** @param {string[]} offered */
const negotiated = (offered) => negotiateLanguage(preferred, offered, ownLanguage);

/** The language that is shown, or is to be. @type {string | undefined} */
let wanted;

/** The program that runs. @type {Program | undefined} */
let bindings;

// The visit as the program handed it over last, and whether all of it has been shown: what a program that
// takes the place of another goes on from. It is in memory alone.
/** @type {string | undefined} */
let visit;
let isWhole = false;
let hasTravelled = false;

// Thrown when the program stopped meanwhile, and another one is started.
const SUPERSEDED = Symbol();
let attempts = 0;

/**
 * The program: as WebAssembly or, if that cannot be or it has stopped twice, as plain JavaScript.
 * @param {ProgramImports} imports
 */
async function createProgram(...imports) {
  if (stops.length > 1) return createScriptProgram(...imports).catch(() => createWasmProgram(...imports));
  try {
    return await createWasmProgram(...imports);
  } catch (/** @type {any} */ failure) {
    if (failure.isOffline || failure.kind === "network" && await reopensFrame(wasm)) throw failure;
    const bindings = await createScriptProgram(...imports).catch((cause) => {
      throw new Failure(failure.kind, ...failure.sentences, ...cause.sentences);
    });
    console.warn(`${failure.message} The quiz runs as plain JavaScript instead.`);
    return bindings;
  }
}

async function start() {
  const attempt = ++attempts;
  /** @template T @param {T} [value] */
  const ifCurrent = (value) => {
    if (attempt !== attempts) throw SUPERSEDED;
    return /** @type {T} */ (value);
  };
  const [before, old] = [visit, quizElement()];
  let isDrawn = false;
  /** @type {KeepVisit} */
  const keepVisit = (now, isAnswer) => {
    if (attempt !== attempts) return;
    visit = now;
    hasTravelled = false;
    if (isAnswer) acknowledge();
    if (!isDrawn && before) {
      restoreScreen(old, quizElement());
      queueMicrotask(replayActions);
    }
    noteScreen(quizElement());
    holdGuard();
    if (isDrawn) return;
    isDrawn = true;
    settle();
    recordActions(() => restart(new Error("it does not answer")));
  };
  const isInline = !isWhole && isEnough(preferred.find(Boolean));
  if (!isInline) {
    loadFiles(wanted ?? negotiated(builtLanguages)).catch(() => {});
    loadStyles();
  }
  bindings = ifCurrent((await Promise.all([createProgram(keepVisit, () => hasTravelled), parsed(), themed]))[0]);
  if (isInline) {
    const { quiz, text } = JSON.parse(find("#opening").textContent);
    if (!before) await restoreSession(quiz);
    await pointerReleased();
    ifCurrent(bindings).open(flat(quiz), flat(text), before);
    enableLanguages();
    await painted();
    loadFiles(wanted ?? builtLanguages[0]).catch(() => {});
  }
  ifCurrent();
  bindings.ahead();
  loadStyles();
  const offered = await loadLanguages();
  if (!isInline && !before) {
    const quiz = await loadQuiz();
    dropOldPicks(quiz);
    await restoreSession(quiz);
  }
  await loadStyles();
  await pointerReleased();
  const language = wanted ?? negotiated(offered);
  try {
    ifCurrent();
    ifCurrent(await showLanguage(language, before));
  } catch (/** @type {any} */ failure) {
    if (failure === SUPERSEDED || isFromProgram(failure) || failure.isPart || language === ownLanguage) throw failure;
    ifCurrent();
    console.error(failure);
    forgetFiles();
    ifCurrent(await showLanguage(ownLanguage, before));
  }
  isWhole = true;
  enableLanguages();
  performance.mark("skin-quiz:whole");
  if (preferred[0] && wanted !== negotiated(offered)) onLanguage(negotiated(offered));
}

/**
 * Brings the files of a language to the program, unless another one was wanted meanwhile.
 * @param {string} language
 * @param {string} [visit]
 */
async function showLanguage(language, visit) {
  const attempt = attempts;
  const before = wanted;
  wanted = language;
  const [quiz, ...words] = await loadFiles(language).catch((failure) => {
    if (wanted === language) wanted = before;
    throw failure;
  });
  if (wanted !== language || attempt !== attempts) return;
  const [text, overlay] = words.map((file) => file === undefined ? file : flat(file));
  await /** @type {Program} */ (bindings).bring(flat(withHostLinks(quiz)), text, overlay, visit).catch((cause) => {
    throw explained(cause, { quiz: quizPath, text: textPath(language), overlay: overlayPath(language) });
  });
}

/**
 * What an error of the program is about.
 * @param {Error & { name: ErrorName }} cause
 * @param {Partial<Record<ErrorName, string>>} files
 */
function explained(cause, files) {
  if (cause.name === "later") {
    return Object.assign(new Failure("network", `a part of the program did not arrive (${cause.message}).`,
      "Upload the whole folder again, and check that the server is up."), { isPart: true });
  }
  const file = files[cause.name];
  return file
    ? new Failure("data", `${file} cannot be used.\n${cause.message}\n`, "Fix the file; the page shows it at the next load.")
    : cause;
}

// A language that the visitor pressed. Before the program runs it is the most preferred one.
/** @param {string} language */
let onLanguage = (language) => { preferred[0] = language; };

// From here on the program hears which language is pressed.
function enableLanguages() {
  onLanguage = (language) => reload(language, true);
}

/**
 * Brings files, which were changed or are of another language. If that was pressed and does not come, the
 * visitor reads so.
 * @param {string} language
 * @param {boolean} [isPressed]
 */
async function reload(language, isPressed) {
  try {
    await showLanguage(language);
  } catch (/** @type {any} */ failure) {
    if (isFromProgram(failure)) return restart(failure);
    console.error(failure);
    forgetFiles();
    if (isPressed) bindings?.refuse();
  }
}

// Brings the files again: one of them was changed, or the page around asks for other links.
function refresh() {
  reload(wanted ?? ownLanguage);
}

// A page that is left while it loads loses its requests; where it comes back from the browser's
// memory it asks for them again.
let isLeft = false;
addEventListener("pagehide", () => { isLeft = true; });

// Resolves when the program has drawn, or has failed for good.
/** @type {(value?: any) => void} */
let settle;
const settled = new Promise((resolve) => { settle = resolve; });

async function run() {
  isLeft = false;
  try {
    await start();
  } catch (/** @type {any} */ failure) {
    if (failure === SUPERSEDED || isFromStoppedProgram(failure)) return;
    if (isFromProgram(failure) || failure.isPart && stops.length < MOST_STOPS - 1) return restart(failure);
    await new Promise((resolve) => setTimeout(resolve, LEAVING));
    if (isLeft && failure.kind === "network") {
      forgetFiles();
      return run();
    }
    if (failure.kind === "network" && await reopensFrame(wasm)) return;
    await parsed();
    fail(failure);
  }
}

/** @param {Error} failure */
function fail(failure) {
  showFailure(failure, negotiated(builtLanguages), () => {
    stop();
    forgetFiles();
    run();
  });
  settle();
}

// No program runs until the next one is started; what is pressed until then waits for it.
function stop() {
  attempts += 1;
  pauseActions();
  bindings?.stop();
  bindings = undefined;
  onLanguage = (language) => { wanted = language; };
}

/** When the program stopped, in milliseconds since the load. @type {number[]} */
let stops = [];

// The program stopped: the browser's fault or its own. Another one goes on with the visit.
/** @param {Error} cause */
function restart(cause) {
  const now = performance.now();
  stops = [...stops.filter((stop) => now - stop < MINUTE), now];
  stop();
  if (stops.length >= MOST_STOPS) return fail(cause);
  console.warn(`skin-quiz: the program stopped (${cause.message.replace("skin-quiz: ", "")}) and started again; no answer is lost.`);
  run();
}

console.log(find("[name=generator]")?.content);
// The program draws, and hands the visit over, some time after it was started; what is pressed until then
// is read from the page.
watchContinue(() => visit !== undefined);
showFooter();
addEventListener("DOMContentLoaded", showFooter);
addEventListener("click", ({ target }) => {
  const { lang } = closest(target, "[id^='language-']") ?? {};
  if (lang) onLanguage(lang);
});
for (const type of /** @type {const} */ (["error", "unhandledrejection"])) {
  addEventListener(type, (/** @type {any} */ event) => {
    const cause = event.error ?? event.reason;
    // Some engines do not say to a frame without an origin what went wrong; what follows shows it.
    if (!cause) setTimeout(() => hasUnanswered() && restart(new Error(event.message)));
    if (!isFromProgram(cause)) return;
    event.preventDefault();
    if (bindings && !isFromStoppedProgram(cause)) restart(cause);
  });
}
// Where the next screen lets no press through for a while, and that the while begins once that screen is seen:
// question.css. WebKit may begin an animation with the frame before the one that shows it first.
function holdGuard() {
  root.style.setProperty("--hold", "paused");
  requestAnimationFrame(() => requestAnimationFrame(() => root.style.removeProperty("--hold")));
}
addEventListener("click", ({ clientX, clientY }) => {
  if (clientX) root.style.setProperty("--at", `${clientY}px auto auto ${clientX}px`);
}, true);
addEventListener("popstate", () => {
  hasTravelled = true;
  bindings?.travelled();
});
addEventListener("skin-quiz:refresh", () => {
  forgetFiles();
  if (bindings) refresh();
});
const shown = isPrerendered ? themed : settled;
hideUntil(shown);
introduce(shown, () => { if (wanted && bindings) refresh(); });
run();
