// Dresses the studio's preview, in its frame, by the script that dresses the quiz, and says what became of
// each wish.
import { colour, dress } from "./theme.js";

const root = document.documentElement;
/** Colours that can be asked for, and what the page calls them. */
const COLOURS = { accent: "accent", surface: "paper", text: "ink" };
/** What else can be asked for, and what it sets. */
const SHAPES = { radius: "radius", font: "sans" };

const each = (names, make) => Object.fromEntries(Object.entries(names).map(([name, own]) => [name, make(name, own)]));

/** The colours that the page has in a scheme, when it is dressed. */
function dressed(values, theme) {
  root.removeAttribute("style");
  root.dataset.theme = theme;
  dress(values);
  const has = getComputedStyle(root);
  return each(COLOURS, (_, own) => colour(has.getPropertyValue(`--${own}`)));
}

/** Dresses it as `wishes` say, pairs of name and value as JSON, and leaves it light or dark. */
globalThis.previewTheme = (wishes, dark) => {
  const values = new Map(JSON.parse(wishes));
  const schemes = dark ? ["light", "dark"] : ["dark", "light"];
  const used = schemes.map((theme) => [theme, dressed(values, theme)]);
  const wanted = each(COLOURS, (name) => colour(values.get(name)?.trim() ?? ""));
  const is = { ...wanted, ...each(SHAPES, (_, own) => root.style.getPropertyValue(`--${own}`)) };
  const refused = Object.keys(is).filter((name) => values.get(name)?.trim() && !is[name]);
  return JSON.stringify({ wanted, refused, ...Object.fromEntries(used) });
};
