// The first question as it was served, before the program draws it.
import { builtLanguages } from "./files.js";
import { closest, find, findAll } from "./find.js";
import { negotiateLanguage } from "./language.js";
import { isPrerendered } from "./options.js";
import { quizElement, scriptData } from "./page.js";

/**
 * Whether the page holds what is asked for. Whole files can then wait until the first question can be
 * answered.
 * @param {string | undefined} preferred language tag, if one is asked for
 */
export function isEnough(preferred) {
  return isPrerendered && scriptData.opening === "inline" && !location.hash.startsWith("#r")
    && (!preferred || negotiateLanguage([preferred], builtLanguages, "") === builtLanguages[0]);
}

/** For the program, which finds it on the page. */
function noteContinued() {
  quizElement().dataset.continued = "";
}

/**
 * Notes that Continue was pressed, as long as nothing is drawn.
 * @param {() => boolean} isDrawn
 */
export function watchContinue(isDrawn) {
  /** @param {Event} event */
  const early = (event) => {
    if (isDrawn()) return;
    if (event.type === "submit") event.preventDefault();
    else if (!closest(event.target, "#continue")) return;
    noteContinued();
  };
  for (const type of ["submit", "click"]) addEventListener(type, early, true);
  // What a press of Continue shows, by the browser itself, before this script runs.
  if (isPrerendered && find("#moment")?.getClientRects().length) noteContinued();
}

/**
 * What was picked counts for nothing if the question has other choices by now: an answer belongs to those that
 * it was given from.
 * @param {any} quiz the data file, which has not been checked yet
 */
export function dropOldPicks(quiz) {
  const inputs = findAll("fieldset input");
  const asked = quiz?.questions?.find?.((/** @type {any} */ one) => one?.id === inputs[0]?.name);
  const choices = asked?.choices?.map?.((/** @type {any} */ choice) => choice?.id);
  if (`${choices}` !== `${inputs.map(({ value }) => value)}`) inputs.forEach((input) => { input.checked = false; });
}

/** What stands below the first question waits for it: fonts of other scripts take long to find. */
export function showFooter() {
  find("#quiz > footer")?.removeAttribute("hidden");
}
