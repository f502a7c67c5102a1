// What the visitor did that the program has not answered yet. If it stops before, this is done once more
// in the program that takes its place; if it never answers, it has stopped.
import { closest, find, findAll } from "./find.js";
import { SILENCE } from "./timing.js";

/** @import { Elements } from "./contract/elements.js" */

/**
 * `at` is the position of the element among those of the selector, `question` what was asked.
 * @typedef {{ type: string, selector: keyof Elements, at: number, question: string | undefined, isTap: boolean | undefined }} Action
 */

/** @type {Action[]} */
let actions = [];
/** The choice that a pointer went down on last. @type {Element | null | undefined} */
let touched;
/** @type {(() => void) | undefined} */
let onSilence;
let isPaused = true;
/** @type {number | undefined} */
let timer;

/** The oldest action has been answered. */
export function acknowledge() {
  actions.shift();
  awaitAnswer();
}

/** From now on actions are recorded, and `onStopped` is called if one is not answered. @param {() => void} onStopped */
export function recordActions(onStopped) {
  onSilence = onStopped;
  isPaused = false;
  awaitAnswer();
}

/** No program runs that could answer; what is done meanwhile waits for the next one. */
export function pauseActions() {
  isPaused = true;
  clearTimeout(timer);
}

/** Whether something that the visitor did is not answered by the program that runs. */
export const hasUnanswered = () => !isPaused && actions.length;

/**
 * Does once more what was not answered, up to the first action that leads to another screen, by events
 * that are marked as `isRepeated`.
 */
export function replayActions() {
  const unanswered = actions;
  actions = [];
  for (const { type, selector, at, isTap, question } of unanswered) {
    const element = findAll(selector)[at];
    if (!element || question !== currentQuestion()) return;
    if (isTap) ["pointerdown", "pointerup"].forEach((press) => dispatch(element, press));
    dispatch(element, type);
    if (isTap && /** @type {HTMLInputElement} */ (element).type === "radio" || type === "submit" || element.localName === "button") return;
  }
}

// What is asked, or nothing on a result.
const currentQuestion = () => find("#quiz fieldset input")?.name;

/**
 * @param {Element} element
 * @param {string} type
 */
function dispatch(element, type) {
  // No MouseEvent: it would press the element as well, which is what the action has done.
  const event = new Event(type, { bubbles: true, cancelable: true });
  element.dispatchEvent(Object.assign(event, { isRepeated: true }));
}

function awaitAnswer() {
  clearTimeout(timer);
  if (actions.length && !isPaused) timer = setTimeout(/** @type {() => void} */ (onSilence), SILENCE);
}

/**
 * @param {Event} event
 * @param {keyof Elements} selector
 */
function record({ type, target }, selector) {
  const element = onSilence && closest(target, selector);
  if (!element) return;
  const at = findAll(selector).indexOf(element);
  actions.push({ type, selector, at, question: currentQuestion(), isTap: type === "click" && touched?.contains(element) });
  if (type === "click") touched = undefined;
  if (actions.length === 1) awaitAnswer();
}

for (const [type, selector] of /** @type {[string, keyof Elements][]} */ ([
  ["click", "#quiz :is(fieldset input, #along, button[type=button]:not([id^=language-]))"],
  ["change", "#quiz fieldset input"],
  ["submit", "#quiz form"],
])) {
  addEventListener(type, (event) => record(event, selector), true);
}
addEventListener("pointerdown", ({ target }) => { touched = closest(target, "#quiz .choice"); }, true);
addEventListener("keydown", () => { touched = undefined; }, true);
