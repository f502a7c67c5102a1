// What the visitor did that the program has not answered yet. If it stops before, this is done once more
// in the program that takes its place; if it never answers, it has stopped.
const PRESSED = "#quiz :is(fieldset input, #along, button[type=button]:not([id^=language-]))";

/** How long a program may take to answer, in milliseconds of a page that can run its timers. */
const SILENCE = 2000;

let acts = [];
let touched;
let silent;
let isPaused = true;
let timer;

/** The oldest act has been answered. */
export function answered() {
  acts.shift();
  wait();
}

/** From now on acts are noted, and `stopped` is called if one is not answered. */
export function watch(stopped) {
  silent = stopped;
  isPaused = false;
  wait();
}

/** No program runs that could answer; what is done meanwhile waits for the next one. */
export function pause() {
  isPaused = true;
  clearTimeout(timer);
}

/** Whether something that the visitor did is not answered by the program that runs. */
export const isWaiting = () => !isPaused && acts.length > 0;

/**
 * Does once more what was not answered, up to the first act that leads to another screen, by events that
 * are marked as `isRepeated`.
 */
export function replay() {
  const waiting = acts;
  acts = [];
  for (const { kind, selector, at, isTap, where } of waiting) {
    const element = document.querySelectorAll(selector)[at];
    if (!element || where !== screen()) return;
    if (isTap) ["pointerdown", "pointerup"].forEach((press) => send(element, press));
    send(element, kind);
    if (isTap && element.type === "radio" || kind === "submit" || element.localName === "button") return;
  }
}

// What is asked, or nothing on a result.
const screen = () => document.querySelector("#quiz fieldset input")?.name;

function send(element, kind) {
  // No MouseEvent: it would press the element as well, which is what the act has done.
  const event = new Event(kind, { bubbles: true, cancelable: true });
  element.dispatchEvent(Object.assign(event, { isRepeated: true }));
}

function wait() {
  clearTimeout(timer);
  if (acts.length && !isPaused) timer = setTimeout(silent, SILENCE);
}

function note({ type: kind, target }, selector) {
  const element = silent && target.closest?.(selector);
  if (!element) return;
  const at = [...document.querySelectorAll(selector)].indexOf(element);
  acts.push({ kind, selector, at, where: screen(), isTap: kind === "click" && Boolean(touched?.contains(element)) });
  if (kind === "click") touched = undefined;
  if (acts.length === 1) wait();
}

for (const [kind, selector] of [["click", PRESSED], ["change", "#quiz fieldset input"], ["submit", "#quiz form"]]) {
  addEventListener(kind, (event) => note(event, selector), true);
}
addEventListener("pointerdown", ({ target }) => { touched = target.closest?.("#quiz .choice"); }, true);
addEventListener("keydown", () => { touched = undefined; }, true);
