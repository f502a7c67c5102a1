// Marks the element to tap, once a pointer can reach it and nothing moves; says what choices there are.
const [selector, at] = arguments;
const shown = stopwatch.all(selector);
document.querySelector("[data-tap]")?.removeAttribute("data-tap");
const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
if (!shown[at] || document.getAnimations().some((animation) => animation.playState === "running" && ends(animation))) return null;
const { left, top, width, height } = shown[at].getBoundingClientRect();
if (!shown[at].contains(document.elementFromPoint(left + width / 2, top + height / 2))) {
  shown[at].scrollIntoView({ block: "center", behavior: "instant" });
  return null;
}
shown[at].setAttribute("data-tap", "");
return shown.map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());
