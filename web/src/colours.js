// Colours that can be read: WCAG 2.2, 1.4.3 and 1.4.11.

/** Red, green and blue, 0 to 255. @typedef {number[]} Colour */
/** What a page can ask for. @typedef {{ accent?: Colour, surface?: Colour, text?: Colour }} Request */

/** The colours of a scheme: custom properties of crates/view/src/page/page.css, without `--`. */
export const NAMES = /** @type {const} */ ([
  "paper", "card", "ink", "soft", "line", "edge", "accent", "on-accent", "tint",
  "red", "red-tint", "amber", "amber-tint", "blue", "blue-tint",
]);
/** @typedef {Record<typeof NAMES[number], Colour>} Scheme */

/** The least contrasts: of text, of text that is read at length, and of what only has to be seen. */
const READABLE = 4.5;
const COMFORTABLE = 7;
const VISIBLE = 3;
/** The luminance at which black and white are read equally well. */
const MIDDLE = 0.179;
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/** @param {number} part */
const linear = (part) => part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4;
/** @param {Colour} colour */
const luminance = ([red, green, blue]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * @param {Colour} one
 * @param {Colour} other
 */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** @param {Colour} colour @param {Colour[]} grounds */
const leastContrast = (colour, grounds) => Math.min(...grounds.map((ground) => contrast(colour, ground)));
/** @param {Colour} one @param {Colour} other @param {number} share of the other, 0 to 1 */
const mix = (one, other, share) => one.map((part, at) => Math.round(part + (other[at] - part) * share));
/** Black or white, whichever is read better. @param {Colour[]} grounds */
const farthest = (grounds) => leastContrast(BLACK, grounds) > leastContrast(WHITE, grounds) ? BLACK : WHITE;

/**
 * The colour, moved no farther than needed to have this contrast on every ground.
 * @param {Colour} colour
 * @param {Colour[]} grounds
 * @param {number} least
 */
function readable(colour, grounds, least) {
  const end = farthest(grounds);
  const steps = Array.from({ length: 101 }, (_, step) => mix(colour, end, step / 100));
  return steps.find((step) => leastContrast(step, grounds) >= least) ?? end;
}

/**
 * Every colour of a scheme, from those the scheme has and those that are asked for. A surface that is
 * light changes the light scheme only, a dark one the dark scheme only.
 * @param {Scheme} scheme
 * @param {Request} request
 * @param {boolean} isDark whether it is the dark scheme
 * @returns {Scheme}
 */
export function deriveColours(scheme, { accent, surface, text }, isDark) {
  const own = surface && (luminance(surface) < MIDDLE) === isDark;
  const paper = own ? surface : scheme.paper;
  const card = own ? mix(paper, isDark ? BLACK : WHITE, 0.3) : scheme.card;
  const tints = [scheme["red-tint"], scheme["amber-tint"], scheme["blue-tint"]];
  const grounds = [paper, card];
  const ink = own || text ? readable(text ?? scheme.ink, [...grounds, ...tints], COMFORTABLE) : scheme.ink;
  const soft = own || text ? readable(mix(ink, paper, 0.3), grounds, READABLE) : scheme.soft;
  const used = readable(accent ?? scheme.accent, grounds, READABLE);
  const tint = [0.12, 0.08, 0.04, 0].map((share) => mix(paper, used, share))
    .find((ground) => [ink, soft, used].every((one) => contrast(one, ground) >= READABLE));
  /** @param {"red" | "amber" | "blue"} name */
  const alert = (name) => readable(scheme[name], [scheme[`${name}-tint`], ...grounds], READABLE);
  return {
    ...scheme,
    paper, card, ink, soft,
    line: own ? mix(paper, ink, 0.14) : scheme.line,
    edge: own ? readable(mix(paper, ink, 0.4), grounds, VISIBLE) : scheme.edge,
    accent: used,
    "on-accent": farthest([used]),
    tint: tint ?? paper,
    red: alert("red"), amber: alert("amber"), blue: alert("blue"),
  };
}

/** A colour of CSS; nothing for what is no colour or can be seen through. @param {string} value */
export function parseColour(value) {
  const probe = document.createElement("i");
  probe.style.color = value;
  if (!probe.style.color) return undefined;
  document.documentElement.append(probe);
  const parts = getComputedStyle(probe).color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  probe.remove();
  return parts?.slice(1).map(Number);
}
