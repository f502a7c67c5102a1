// Talks with the page around the quiz: says how high the quiz is and how far the visitor is, never what
// was answered, and takes what that page asks for. contract/messages.js has the messages.
import { NAME } from "./contract/messages.js";
import { closest, find, findAll } from "./find.js";
import { campaignOf, withRequestedLinks } from "./links.js";
import { parameters, root } from "./page.js";
import { HEARING, parsed } from "./timing.js";

/** @import { QuizFile, Requested } from "./links.js" */
/** @import { CallToAction, QuizMessage } from "./contract/messages.js" */

/**
 * The ids of what is a call to action, and what the page around the quiz hears of it.
 * @type {Record<string, CallToAction>}
 */
const CALLS = { print: "print", copy: "copy", "copy-short": "copy", share: "share", book: "booking", contact: "contact" };

/** The origin of the page around the quiz, once it has said hello. @type {string | undefined} */
let host;
/** @type {Requested} */
let requested = { campaign: campaignOf([...parameters]) };
let isThemed = false;
let isStarted = false;
/** What that page heard last. @type {number | undefined} */
let sentHeight;
let sentEntries = 0;
/** @type {string | undefined} */
let sentScreen;
/** @type {string | undefined} */
let sentFailure;
/** @type {string | undefined} */
let sentTitle;
let onHeard = () => {};

/**
 * @template {QuizMessage["kind"]} Kind
 * @param {Kind} kind
 * @param {Omit<Extract<QuizMessage, { kind: Kind }>, "kind">} [details]
 */
function post(kind, details, origin = host) {
  if (origin) parent.postMessage({ [NAME]: 1, kind, ...details }, origin);
}

// In steps, so that it gives away less of what is on the screen, and of results, which differ most, in
// longer ones. Nothing is said of a page that nobody can see: it is not laid out yet, or has no theme.
function postHeight() {
  if (!isThemed || !root.clientWidth) return;
  const step = currentScreen()?.progress ? 16 : 64;
  const height = Math.ceil(root.getBoundingClientRect().height / step) * step;
  if (height === sentHeight) return;
  sentHeight = height;
  post("height", { value: height });
}

/** @returns {{ name: string, kind: "step", progress: { number: number, total: number } } | { name: string, kind: "complete", progress?: undefined } | null} */
function currentScreen() {
  const { number, total } = find("#quiz .progress")?.dataset ?? {};
  if (number) return { name: number, kind: "step", progress: { number: +number, total: +/** @type {string} */ (total) } };
  return find("#quiz main:not(.moment)") && { name: "end", kind: "complete" };
}

// How many entries of the tab's history lead back to the first question: crates/browser/src/history.rs. Of
// Firefox nothing is said, which names no vendor: it drops them with the frame.
function postEntries() {
  const entries = +`${history.state}`.split(" ")[2];
  if (navigator.vendor && entries >= 0 && entries !== sentEntries) post("entries", { value: sentEntries = entries });
}

function postChanges() {
  postEntries();
  if (document.title !== sentTitle) post("ready", { title: sentTitle = document.title });
  setHeadingLevels();
  const failure = find("#failure:not([hidden]) [data-failure]:not([hidden])")?.dataset.failure;
  if (failure !== sentFailure && failure) post("error", { which: failure });
  sentFailure = failure;
  const screen = currentScreen();
  // Chromium reports no size in a frame out of view: what changes there has to be measured.
  postHeight();
  if (!screen || screen.name === sentScreen || !sentHeight) return;
  if (sentScreen || screen.progress) post(screen.kind, screen.progress);
  if (sentScreen) post("top");
  sentScreen = screen.name;
}

// Headings go on where those of the page around them stop.
function setHeadingLevels() {
  const first = Number(requested.level);
  if (!(first >= 2 && first <= 6)) return;
  for (const heading of findAll("h1, h2, h3, h4")) {
    heading.ariaLevel = /** @type {any} */ (first - 1 + +heading.localName[1]);
  }
}

/** A link that leads the whole page away waits until that page has heard of it. @param {MouseEvent & { isRepeated?: true }} event */
function postPress(event) {
  if (event.isRepeated) return;
  const { target } = event;
  const link = closest(target, "a[target='_top']");
  const first = closest(target, "#first-step");
  const pressed = first ? findAll(".next a").find(({ href }) => href === first.href) : closest(target, "[id]");
  const id = /** @type {string} */ (pressed?.id);
  if (Object.hasOwn(CALLS, id)) {
    if (link?.protocol.startsWith("http") && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      followWhenHeard(link.href);
    }
    post("cta", { which: CALLS[id] });
  } else if (id === "restart" || id === "clear") {
    post("restart");
  }
}

/** @param {string} address */
function followWhenHeard(address) {
  const follow = () => {
    clearTimeout(late);
    onHeard = () => {};
    open(address, "_top");
  };
  const late = setTimeout(follow, HEARING);
  onHeard = follow;
}

function postStart() {
  if (isStarted) return;
  isStarted = true;
  post("start");
}

/**
 * The data file with what the page around the quiz asks for in the place of its own.
 * @template {QuizFile | null | undefined} T
 * @param {T} quiz
 */
export const withHostLinks = (quiz) => withRequestedLinks(quiz, requested);

/**
 * Whether the page around the quiz opens the frame anew, with an origin, for its files are there and do
 * not reach it without one. Where it does not, as where they do reach frames, the quiz goes on here.
 * @param {string} path of one of the files
 */
export async function reopensFrame(path) {
  if (!host || origin !== "null") return false;
  /** @param {RequestMode} mode */
  const arrives = (mode) => fetch(path, { mode, cache: "no-store" }).then(() => true, () => false);
  if (await arrives("cors") || !await arrives("no-cors")) return false;
  return new Promise((/** @type {(value: boolean) => void} */ resolve) => {
    onHeard = () => resolve(false);
    post("blocked");
  });
}

/** @param {Requested} hello */
function connect(hello) {
  requested = { ...hello, campaign: campaignOf(hello.campaign) };
  // WebKit reports a size that changes while sizes are reported as an error.
  new ResizeObserver(() => setTimeout(postChanges)).observe(root);
  new MutationObserver(postChanges).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-number", "hidden"],
  });
  addEventListener("change", postStart);
  addEventListener("click", postPress, true);
  postChanges();
}

/**
 * Introduces the quiz to the page around it, says how high it is once it is `themed`, and calls back
 * when that page asks for something.
 * @param {Promise<unknown>} themed
 * @param {() => void} onRequest
 */
export function introduce(themed, onRequest) {
  if (parent === window) return;
  /** @param {MessageEvent} event */
  const listen = ({ source, origin, data }) => {
    if (source !== parent || data?.[NAME] !== 1) return;
    if (data.kind === "heard") onHeard();
    if (host || data.kind !== "hello") return;
    host = origin === "null" ? "*" : origin;
    connect(data);
    if (requested.booking || requested.contact || requested.campaign.length) onRequest();
  };
  const arrive = () => {
    addEventListener("message", listen);
    post("ready", { title: sentTitle = document.title }, "*");
  };
  const parsing = parsed();
  if (parsing) parsing.then(arrive);
  else arrive();
  themed.then(() => {
    isThemed = true;
    if (host) postChanges();
  });
}
