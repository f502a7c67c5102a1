// What the page's address asks for, be it typed or put there by the page around the quiz.
import { file } from "./data-file.js";

const NAME = "skin-quiz";
const { dataset } = document.querySelector("script[data-program]");
const asked = new URLSearchParams(location.search);
const page = document.documentElement.dataset;
const value = (name) => asked.get(name)?.trim();

// What few pages ask for is loaded by those alone; the quiz goes on without it.
function extra(path, use) {
  return import(new URL(path, document.baseURI)).then(use).catch((cause) => {
    console.error(`${NAME}: ${path} could not be used (${cause.message}). Upload the whole folder again.`);
  });
}

export const quiz = file(value("data"), dataset.quiz);
export const lang = value("lang");

/** Whether the question in the page as it was served is the first one of the quiz that is asked for. */
export const served = quiz === dataset.quiz;

/** Resolves when the page looks as it was asked to. */
export const dressed = ["accent", "surface", "text", "radius", "font"].some(value)
  ? extra(dataset.extraTheme, ({ dress }) => dress(asked))
  : Promise.resolve();

/** Resolves when what was picked in this tab before stands in the page, where that was asked for. */
export async function remembered(id) {
  if (value("storage")?.toLowerCase() === "session") await extra(dataset.extraSession, ({ remember }) => remember(id));
}

/** Hides the served question until `ready` resolves, so that none is seen that is not meant. */
export function hidden(ready) {
  page.waiting = "";
  ready.finally(() => delete page.waiting);
}

page.theme = value("theme")?.toLowerCase() ?? "";
