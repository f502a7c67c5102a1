// Moments to wait for, and how long, in milliseconds. The numbers come first: so esbuild writes them where
// they are used.

/** How long the page around the quiz is given to hear of a press that leads away from it. */
export const HEARING = 300;
/** How long a program may take to answer, while the page can run its timers. */
export const SILENCE = 2000;
/** How long a page that is left has to say so: WebKit reports that its requests failed before. */
export const LEAVING = 250;
/** How long to wait for a paint: nothing hidden is ever painted. */
const HIDDEN = 100;
/** Within which {@link MOST_STOPS} stops are too many. */
export const MINUTE = 60_000;
export const MOST_STOPS = 3;

// A press ends where it began, or it is none: what is under a finger may not change.
let isPressed = false;
/** @type {(() => void)[]} */
const waiting = [];
addEventListener("pointerdown", () => { isPressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => {
    isPressed = false;
    for (const release of waiting.splice(0)) release();
  }), true);
}

/** Resolves when no pointer is down. */
export const pointerReleased = () => isPressed
  && new Promise((/** @type {(value?: any) => void} */ resolve) => { waiting.push(resolve); });

/** Resolves when what was drawn is painted. */
export const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, HIDDEN);
});

/** Resolves when all of the page is there. */
export const parsed = () => document.readyState === "loading"
  && new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
