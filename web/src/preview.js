// Gives the studio's preview, in its frame, a theme by the script that gives it to the quiz, and says what
// became of each wish.
import { parseColour } from "./colours.js";
import { applyTheme } from "./theme.js";

const root = document.documentElement;
/** Colours that can be asked for, and what the page calls them. */
const COLOURS = { accent: "accent", surface: "paper", text: "ink" };
/** What else can be asked for, and what it sets. */
const SHAPES = { radius: "radius", font: "sans" };

/**
 * @template T
 * @param {Record<string, string>} names
 * @param {(name: string, variable: string) => T} make
 */
const each = (names, make) => Object.fromEntries(Object.entries(names).map(([name, variable]) => [name, make(name, variable)]));

/**
 * The colours that the page has in a scheme, when it has the theme.
 * @param {Map<string, string>} values
 * @param {string} scheme
 */
function coloursIn(values, scheme) {
  root.removeAttribute("style");
  root.dataset.theme = scheme;
  applyTheme(values);
  const style = getComputedStyle(root);
  return each(COLOURS, (_, variable) => parseColour(style.getPropertyValue(`--${variable}`)));
}

/**
 * Gives the preview a theme, and leaves it light or dark. Says as JSON which colours were asked for, which
 * values cannot be used, and which colours each scheme has: src/embed/dressed.rs. Called by
 * crates/browser/src/studio/frame.rs.
 * @param {string} wishes pairs of name and value, as JSON
 * @param {boolean} isDark
 */
globalThis.previewTheme = (wishes, isDark) => {
  const values = new Map(JSON.parse(wishes));
  const schemes = isDark ? ["light", "dark"] : ["dark", "light"];
  const used = schemes.map((scheme) => [scheme, coloursIn(values, scheme)]);
  const wanted = each(COLOURS, (name) => parseColour(values.get(name)?.trim() ?? ""));
  const is = { ...wanted, ...each(SHAPES, (_, variable) => root.style.getPropertyValue(`--${variable}`)) };
  const refused = Object.keys(is).filter((name) => values.get(name)?.trim() && !is[name]);
  return JSON.stringify({ wanted, refused, ...Object.fromEntries(used) });
};
