// Starts the studio, and says so if that cannot be. If its program stops, the page is loaded again and the
// studio goes on with the draft as it was.
import { CheckWorker } from "./checks.js";
import { dataFile } from "./data-file.js";
import { find } from "./find.js";

/** @import { KeepDraft, MakeStudio } from "./contract/program.js" */

/** The field that was typed in, and where its caret was. @typedef {{ id: string, value: string, caret?: number | null }} Typing */
/** @typedef {{ draft?: string, page?: string, times?: number[], typing?: Typing }} Stop */

const { program, wasm, checkWorker, draftFrame, quiz } = find("script[data-program]").dataset;

// The preview is a document of its own, in which an element is none of this one's `Element`: it is one
// all the same to the program that drew it.
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Element, Symbol.hasInstance, {
  /** @param {any} thing */
  value(thing) {
    return (this === Element && thing?.nodeType === 1) || ordinary.call(this, thing);
  },
});

/** The tab keeps here, over one load, what was there when the program stopped. */
const KEY = "skin-quiz-studio stopped";
/** So many stops within a minute are too many. */
const MOST = 3;
const MINUTE = 60_000;
const NOT_STARTED = "The studio could not start. Load the page again; if that does not help, use a current browser.";

/** What the program handed over last: the draft, and the page of the studio. @type {Parameters<KeepDraft> | undefined} */
let kept;
let isStopped = false;
let isStarted = false;
/** What was typed before a stop and is not yet in its field again. @type {Typing | undefined} */
let unrestored;

/** @param {string} cause @param {string} message */
function showFailure(cause, message) {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.id = "failed";
  text.textContent = `${message} (${cause})`;
  find("#studio").replaceChildren(text);
  if (kept) text.after(draftLinks(kept[0]));
}

/** The draft as files, for the case that the studio cannot go on with it. @param {string} draft */
function draftLinks(draft) {
  const { files } = JSON.parse(draft);
  const list = document.createElement("ul");
  for (const { name, saved, text = saved } of files) {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    Object.assign(link, { href: address, download: name.replace(/.*\//, ""), textContent: `Save ${name} as it is in your draft` });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

/** @returns {Stop} */
function readStop() {
  try {
    return JSON.parse(/** @type {string} */ (sessionStorage.getItem(KEY))) ?? {};
  } catch {
    return {};
  }
}

/** The field that somebody is typing in: its last key may not have reached the program. @returns {Typing | undefined} */
function currentTyping() {
  const { id, value, selectionStart: caret } = /** @type {Partial<HTMLInputElement>} */ (document.activeElement ?? {});
  return id && typeof value === "string" ? { id, value, caret } : undefined;
}

/** Loads the page again, or gives up. @param {Error} cause */
function restart(cause) {
  if (isStopped) return;
  isStopped = true;
  const times = [...(readStop().times ?? []).filter((time) => Date.now() - time < MINUTE), Date.now()];
  console.warn(`skin-quiz: the studio stopped (${cause.message}). It is started again with the draft as it was.`);
  if (times.length >= MOST) {
    sessionStorage.removeItem(KEY);
    return showFailure(cause.message, "The studio stopped three times within a minute. Your draft is safe: save it here, load the page again, and use another browser if that does not help.");
  }
  const [draft, page] = kept ?? [];
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ draft, page, times, typing: unrestored ?? currentTyping() }));
  } catch {
    // Full, or switched off: the browser keeps the draft too, as of a moment ago. But stops that cannot be
    // counted must not follow one another without end.
    if (!isStarted) return showFailure(cause.message, NOT_STARTED);
  }
  location.reload();
}

/** Puts the last keys where they were typed, and the caret; says whether the field is there. @param {Typing} typing */
function restoreTyping({ id, value, caret }) {
  const field = /** @type {HTMLInputElement | null} */ (id && document.getElementById(id));
  if (!field) return false;
  field.focus();
  if (field.value !== value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (typeof caret === "number") field.setSelectionRange(caret, caret);
  return true;
}

/** Waits for the field. */
function restoreTypingWhenDrawn() {
  const observer = new MutationObserver(() => {
    if (unrestored && !restoreTyping(unrestored)) return;
    observer.disconnect();
    unrestored = undefined;
  });
  observer.observe(find("#studio"), { childList: true, subtree: true });
}

/** @param {any} error */
const isFromProgram = (error) => error?.name === "RuntimeError"
  || [program, wasm].some((path) => `${error?.stack}`.includes(path.replace(/.*\//, "")));

for (const type of ["error", "unhandledrejection"]) {
  addEventListener(type, (/** @type {any} */ event) => {
    const cause = event.error ?? event.reason;
    if (!isFromProgram(cause)) return;
    event.preventDefault();
    restart(cause);
  });
}
addEventListener("beforeunload", (event) => { if (isStopped) event.stopImmediatePropagation(); }, true);

/** Whether a worker checks drafts. In WebKit the program in a worker took the whole tab down (ADR 14): the page checks. */
const MAY_WORK = navigator.vendor !== "Apple Computer, Inc.";

/** @param {Response} answer */
async function compile(answer) {
  const isTyped = answer.headers.get("Content-Type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** @param {string} path */
const url = (path) => new URL(path, document.baseURI).href;

(async () => {
  const { draft, page, times = [], typing } = readStop();
  if (times.length) sessionStorage.setItem(KEY, JSON.stringify({ times }));
  if (draft) kept = [draft, /** @type {string} */ (page)];
  unrestored = typing;
  /** @type {[{ default: MakeStudio }, WebAssembly.Module]} */
  const [{ default: make }, module] = await Promise.all([import(url(program)), fetch(url(wasm)).then(compile)]);
  const worker = MAY_WORK && new CheckWorker(() => new Worker(url(checkWorker), { type: "module" }), { program: url(program), module });
  const check = async (/** @type {string} */ message) => worker ? worker.check(message) : undefined;
  const write = async (/** @type {string} */ page, /** @type {string} */ content) => (await import(url(draftFrame))).draftFrame(page, JSON.parse(content));
  const studio = make((...now) => { kept = now; }, () => worker && worker.isThere, check, write);
  await studio.init({ module_or_path: module });
  const requested = new URLSearchParams(location.search).get("data")?.trim();
  restoreTypingWhenDrawn();
  studio.start(dataFile(requested, quiz), draft, page);
  isStarted = true;
})().catch((error) => {
  if (error?.name === "RuntimeError") restart(error);
  else showFailure(error, NOT_STARTED);
});
