// What a visitor sees of a screen that is no part of the visit: which details are open, and where the focus
// is. A program that takes the place of another draws the same screen; this makes it look the same.
const FOCUSABLE = "a, button, input, summary, textarea, [tabindex]";

let focused;
addEventListener("focusin", ({ target }) => { focused = target; }, true);

/** Makes a new screen stand as the old one did, which is no longer in the page, or as one after a step. */
export function stand(old, now) {
  if (screen(old) !== screen(now)) return begin(now.querySelector("#heading"));
  const open = [...old.querySelectorAll("details")].map((details) => details.open);
  now.querySelectorAll("details").forEach((details, at) => { details.open = open[at] ?? details.open; });
  if (document.activeElement !== document.body || !old.contains(focused)) return;
  const at = [...old.querySelectorAll(FOCUSABLE)].indexOf(focused);
  now.querySelectorAll(FOCUSABLE)[at]?.focus({ preventScroll: true });
}

const screen = (root) => root.querySelector("fieldset input")?.name ?? root.querySelector("main")?.className;

function begin(heading) {
  heading?.focus({ preventScroll: true });
  if (heading?.getBoundingClientRect().top < 0) heading.scrollIntoView();
}
