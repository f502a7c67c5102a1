// What a visitor sees of a screen that is no part of the visit: which details are open, and where the focus
// is. A program that takes the place of another draws the same screen; this makes it look the same.
import { find, findAll } from "./find.js";

const FOCUSABLE = "a, button, input, summary, textarea, [tabindex]";

/** What had the focus last. @type {HTMLElement | undefined} */
let focused;
addEventListener("focusin", ({ target }) => { focused = /** @type {HTMLElement} */ (target); }, true);

/**
 * The screen that was shown when the program handed over the visit last: what it has drawn since has not got
 * its focus yet. @type {string | undefined}
 */
let shown;

/**
 * Notes which screen is shown: the visit is handed over before a step is drawn and after its focus moved.
 * @param {HTMLElement} now
 */
export function noteScreen(now) {
  shown = screenName(now);
}

/**
 * Makes a new screen look as the old one did, which is no longer in the page, or as one after a step.
 * @param {HTMLElement} old
 * @param {HTMLElement} now
 */
export function restoreScreen(old, now) {
  if ((shown ?? screenName(old)) !== screenName(now)) return showHeading(find("#heading", now));
  const open = findAll("details", old).map((details) => details.open);
  findAll("details", now).forEach((details, at) => { details.open = open[at] ?? details.open; });
  if (!focused || document.activeElement !== document.body) return;
  const at = findAll(FOCUSABLE, old).indexOf(focused);
  findAll(FOCUSABLE, now)[at]?.focus({ preventScroll: true });
}

/** @param {HTMLElement} root */
const screenName = (root) =>
  find("fieldset input", root)?.name ?? find("main", root)?.className;

/** @param {HTMLElement | null} heading */
function showHeading(heading) {
  heading?.focus({ preventScroll: true });
  if (/** @type {number} */ (heading?.getBoundingClientRect().top) < 0) /** @type {HTMLElement} */ (heading).scrollIntoView();
}
