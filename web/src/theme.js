// Dresses the quiz as the page around it asks: its accent, surface, text, corners and font. Colours are
// moved until what is written in them can be read: WCAG 2.2, 1.4.3 and 1.4.11.
const READABLE = 4.5;
const COMFORTABLE = 7;
const VISIBLE = 3;
/** The luminance at which black and white are read equally well. */
const MIDDLE = 0.179;
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];
const NAMES = [
  "paper", "card", "ink", "soft", "line", "edge", "accent", "on-accent", "tint",
  "red", "red-tint", "amber", "amber-tint", "blue", "blue-tint",
];
const root = document.documentElement;
const preferred = matchMedia("(prefers-color-scheme: dark)");

const linear = (part) => part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4;
const luminance = ([red, green, blue]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const least = (colour, grounds) => Math.min(...grounds.map((ground) => contrast(colour, ground)));
const mixed = (one, other, share) => one.map((part, at) => Math.round(part + (other[at] - part) * share));
const farthest = (grounds) => least(BLACK, grounds) > least(WHITE, grounds) ? BLACK : WHITE;

/** The colour, moved no farther than needed to be read on every ground. */
function readable(colour, grounds, wanted) {
  const end = farthest(grounds);
  const steps = Array.from({ length: 101 }, (_, step) => mixed(colour, end, step / 100));
  return steps.find((step) => least(step, grounds) >= wanted) ?? end;
}

/**
 * Every colour of a scheme, from those the scheme has and those that are asked for. A surface that is
 * light changes the light scheme only, a dark one the dark scheme only.
 */
export function colours(scheme, { accent, surface, text }, dark) {
  const own = surface && (luminance(surface) < MIDDLE) === dark;
  const paper = own ? surface : scheme.paper;
  const card = own ? mixed(paper, dark ? BLACK : WHITE, 0.3) : scheme.card;
  const tints = [scheme["red-tint"], scheme["amber-tint"], scheme["blue-tint"]];
  const grounds = [paper, card];
  const ink = own || text ? readable(text ?? scheme.ink, [...grounds, ...tints], COMFORTABLE) : scheme.ink;
  const soft = own || text ? readable(mixed(ink, paper, 0.3), grounds, READABLE) : scheme.soft;
  const made = readable(accent ?? scheme.accent, grounds, READABLE);
  const tint = [0.12, 0.08, 0.04, 0].map((share) => mixed(paper, made, share))
    .find((ground) => [ink, soft, made].every((one) => contrast(one, ground) >= READABLE));
  const told = (name) => readable(scheme[name], [scheme[`${name}-tint`], ...grounds], READABLE);
  return {
    ...scheme,
    paper, card, ink, soft,
    line: own ? mixed(paper, ink, 0.14) : scheme.line,
    edge: own ? readable(mixed(paper, ink, 0.4), grounds, VISIBLE) : scheme.edge,
    accent: made,
    "on-accent": farthest([made]),
    tint: tint ?? paper,
    red: told("red"), amber: told("amber"), blue: told("blue"),
  };
}

/** Red, green and blue, 0 to 255; nothing for what is no colour or can be seen through. */
export function colour(value) {
  const probe = document.createElement("i");
  probe.style.color = value;
  if (!probe.style.color) return undefined;
  root.append(probe);
  const parts = getComputedStyle(probe).color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  probe.remove();
  return parts?.slice(1).map(Number);
}

const hex = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function refused(name, value, cure) {
  console.warn(`skin-quiz: ${name}="${value}" is not used. ${cure}`);
}

function asked(values, name) {
  const value = values.get(name)?.trim();
  if (!value) return undefined;
  const parts = colour(value);
  if (!parts) refused(name, value, "Write an opaque colour such as #1f6b66.");
  return parts;
}

/** Dresses the page, now and whenever the visitor's device changes between light and dark; the last call counts. */
export function dress(values) {
  const wanted = { accent: asked(values, "accent"), surface: asked(values, "surface"), text: asked(values, "text") };
  const paint = () => {
    const { theme } = root.dataset;
    const dark = theme === "dark" || theme !== "light" && preferred.matches;
    NAMES.forEach((name) => root.style.removeProperty(`--${name}`));
    const has = getComputedStyle(root);
    const scheme = Object.fromEntries(NAMES.map((name) => [name, colour(has.getPropertyValue(`--${name}`))]));
    const made = colours(scheme, wanted, dark);
    NAMES.forEach((name) => root.style.setProperty(`--${name}`, hex(made[name])));
    tell(wanted, made, dark);
  };
  const any = wanted.accent || wanted.surface || wanted.text;
  (preferred.onchange = any && paint)?.();
  shape(values);
}

function tell(wanted, made, dark) {
  const where = dark ? "on dark" : "on light";
  for (const [name, used] of [["accent", made.accent], ["text", made.ink]]) {
    if (!wanted[name] || hex(wanted[name]) === hex(used)) continue;
    console.info(`skin-quiz: ${name} ${hex(wanted[name])} could not be read well ${where}; ${hex(used)} is used there.`);
  }
}

function shape(values) {
  for (const [name, property, variables] of [["radius", "border-radius", ["radius"]], ["font", "font-family", ["sans", "serif"]]]) {
    const value = values.get(name)?.trim();
    if (!value) continue;
    if (CSS.supports(property, value)) variables.forEach((variable) => root.style.setProperty(`--${variable}`, value));
    else refused(name, value, `Write it as CSS does for ${property}.`);
  }
}
