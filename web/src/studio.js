// Starts the studio, and says so if that cannot be. If its program stops, the page is loaded again and the
// studio goes on with the draft as it was.
import { file } from "./data-file.js";

const own = document.currentScript;
const { program, wasm, quiz } = own.dataset;

// The preview is a document of its own, in which an element is none of this one's `Element`: it is one
// all the same to the program that drew it.
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Element, Symbol.hasInstance, {
  value(thing) {
    return (this === Element && thing?.nodeType === 1) || ordinary.call(this, thing);
  },
});

/** The tab keeps here, over one load, what was there when the program stopped. */
const KEY = "skin-quiz-studio stopped";
/** So many stops within a minute are too many. */
const MOST = 3;
const MINUTE = 60_000;

/** What the program handed over last: the draft, and the page of the studio. */
let handed;
let stopped = false;

const tell = (why, told) => {
  const place = document.getElementById("studio");
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.id = "failed";
  said.textContent = `${told} (${why})`;
  place.replaceChildren(said);
  if (handed) said.after(saved(handed[0]));
};

// The draft as a file, for the case that the studio cannot go on with it.
function saved(draft) {
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

function left() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

// The field that somebody was typing in: its last key may not have reached the program.
function typing() {
  const { id, value, selectionStart: caret } = document.activeElement ?? {};
  return id && typeof value === "string" ? { id, value, caret } : undefined;
}

function stop(cause) {
  if (stopped) return;
  stopped = true;
  const times = [...(left().times ?? []).filter((time) => Date.now() - time < MINUTE), Date.now()];
  console.warn(`skin-quiz: the studio stopped (${cause.message}). It is started again with the draft as it was.`);
  if (times.length >= MOST) {
    sessionStorage.removeItem(KEY);
    return tell(cause.message, "The studio stopped three times within a minute. Your draft is safe: save it here, load the page again, and use another browser if that does not help.");
  }
  const [draft, page] = handed ?? [];
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ draft, page, times, typing: typing() }));
  } catch { /* full, or switched off: the browser keeps the draft too, as of a moment ago */ }
  location.reload();
}

// Puts the last keys where they were typed, and the caret.
function typed({ id, value, caret } = {}) {
  const field = id && document.getElementById(id);
  if (!field) return false;
  field.focus();
  if (field.value !== value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (typeof caret === "number") field.setSelectionRange(caret, caret);
  return true;
}

function typeAgain(last) {
  if (!last) return;
  const seen = new MutationObserver(() => typed(last) && seen.disconnect());
  seen.observe(document.getElementById("studio"), { childList: true, subtree: true });
}

const isOurs = (error) => error?.name === "RuntimeError"
  || [program, wasm].some((path) => `${error?.stack}`.includes(path.replace(/.*\//, "")));

for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const cause = event.error ?? event.reason;
    if (!isOurs(cause)) return;
    event.preventDefault();
    stop(cause);
  });
}
addEventListener("beforeunload", (event) => { if (stopped) event.stopImmediatePropagation(); }, true);

(async () => {
  const { draft, page, times = [], typing: last } = left();
  if (times.length) sessionStorage.setItem(KEY, JSON.stringify({ times }));
  if (draft) handed = [draft, page];
  const { default: make } = await import(new URL(program, document.baseURI));
  const made = make((...now) => { handed = now; });
  await made.init({ module_or_path: new URL(wasm, document.baseURI) });
  const asked = new URLSearchParams(location.search).get("data")?.trim();
  typeAgain(last);
  made.start(file(asked, quiz), draft, page);
})().catch((error) => tell(error, "The studio could not start. Load the page again; if that does not help, use a current browser."));
