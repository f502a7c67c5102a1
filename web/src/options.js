// What the page's address asks for, whether typed or put there by the page around the quiz.
import { NAME } from "./contract/messages.js";
import { dataFile } from "./data-file.js";
import { parameters, root, scriptData } from "./page.js";

/** @param {string} name */
const option = (name) => parameters.get(name)?.trim();

/**
 * Loads what few pages ask for; without it the quiz goes on.
 * @param {string} path
 * @param {(module: any) => void} use
 */
function loadExtra(path, use) {
  return import(/** @type {any} */ (new URL(path, document.baseURI))).then(use).catch((cause) => {
    console.error(`${NAME}: ${path} could not be used (${cause.message}). Upload the whole folder again.`);
  });
}

/** The path of the data file. */
export const quizPath = dataFile(option("data"), scriptData.quiz);
/** A language tag. */
export const requestedLanguage = option("lang");

/** Whether the question in the page as it was served is the first one of the quiz that is asked for. */
export const isPrerendered = quizPath === scriptData.quiz;

/** Resolves when the page looks as it was asked to. @type {Promise<void>} */
export const themed = ["accent", "surface", "text", "radius", "font"].some(option)
  ? loadExtra(scriptData.extraTheme, ({ applyTheme }) => applyTheme(parameters))
  : Promise.resolve();

/**
 * Resolves when what was picked in this tab before stands in the page, if that was asked for.
 * @param {any} quiz the data file, or what the page has of it
 */
export async function restoreSession(quiz) {
  if (option("storage")?.toLowerCase() === "session") {
    await loadExtra(scriptData.extraSession, ({ keepSession }) => keepSession(quiz));
  }
}

/**
 * Hides the served question until `ready` settles, so that none is seen that is not meant; nor is the title
 * of another quiz.
 * @param {Promise<unknown>} ready
 */
export function hideUntil(ready) {
  root.dataset.waiting = isPrerendered ? "" : "data";
  if (!isPrerendered) document.title = "Quiz";
  ready.finally(() => delete root.dataset.waiting);
}

root.dataset.theme = option("theme")?.toLowerCase() ?? "";
