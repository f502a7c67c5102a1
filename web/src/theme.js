// Gives the quiz the theme that the page around it asks for: its accent, surface, text, corners and font.
// Colours are moved until what is written in them can be read.
import { deriveColours, NAMES, parseColour } from "./colours.js";

/** @import { Colour, Request, Scheme } from "./colours.js" */
/** What is asked for, by name: `accent` and so on. @typedef {{ get(name: string): string | null | undefined }} Values */

const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** @param {Colour} colour */
const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** @param {string} name @param {string} value @param {string} fix */
function warnUnused(name, value, fix) {
  console.warn(`skin-quiz: ${name}="${value}" is not used. ${fix}`);
}

/** @param {Values} values @param {string} name */
function requestedColour(values, name) {
  const value = values.get(name)?.trim();
  if (!value) return undefined;
  const colour = parseColour(value);
  if (!colour) warnUnused(name, value, "Write an opaque colour such as #1f6b66.");
  return colour;
}

/**
 * Gives the page this theme, now and whenever the visitor's device changes between light and dark; the
 * last call counts.
 * @param {Values} values
 */
export function applyTheme(values) {
  /** @type {Request} */
  const request = { accent: requestedColour(values, "accent"), surface: requestedColour(values, "surface"), text: requestedColour(values, "text") };
  const paint = () => {
    const { theme } = root.dataset;
    const isDark = theme === "dark" || theme !== "light" && prefersDark.matches;
    NAMES.forEach((name) => root.style.removeProperty(`--${name}`));
    const style = getComputedStyle(root);
    const scheme = /** @type {Scheme} */ (Object.fromEntries(NAMES.map((name) => [name, parseColour(style.getPropertyValue(`--${name}`))])));
    const colours = deriveColours(scheme, request, isDark);
    NAMES.forEach((name) => root.style.setProperty(`--${name}`, hex(colours[name])));
    reportMoved(request, colours, isDark);
  };
  const any = request.accent || request.surface || request.text;
  /** @type {(() => void) | undefined} */ (/** @type {any} */ (prefersDark).onchange = any && paint)?.();
  applyShape(values);
}

/** @param {Request} request @param {Scheme} colours @param {boolean} isDark */
function reportMoved(request, colours, isDark) {
  const where = isDark ? "on dark" : "on light";
  for (const [name, used] of /** @type {const} */ ([["accent", colours.accent], ["text", colours.ink]])) {
    const wanted = request[name];
    if (!wanted || hex(wanted) === hex(used)) continue;
    console.info(`skin-quiz: ${name} ${hex(wanted)} could not be read well ${where}; ${hex(used)} is used there.`);
  }
}

/** Corners and font, which CSS checks. @param {Values} values */
function applyShape(values) {
  for (const [name, property, variables] of /** @type {[string, string, string[]][]} */ ([["radius", "border-radius", ["radius"]], ["font", "font-family", ["sans", "serif"]]])) {
    const value = values.get(name)?.trim();
    if (!value) continue;
    if (CSS.supports(property, value)) variables.forEach((variable) => root.style.setProperty(`--${variable}`, value));
    else warnUnused(name, value, `Write it as CSS does for ${property}.`);
  }
}
