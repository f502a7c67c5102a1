// Keeps what was picked while the tab is open, where the clinic turned that on: a page that is loaded
// again then has the answers. It is kept in the tab alone, and Clear takes it away.
import { closest, find, findAll } from "./find.js";

/** The ids of what was picked, by the ids of questions, each with the choices there were. @typedef {Record<string, { picked: string[], of: string }>} Picks */

/** @param {string} quiz its id @returns {Picks} */
function readPicks(quiz) {
  try {
    return JSON.parse(/** @type {string} */ (sessionStorage.getItem(`skin-quiz:${quiz}`))) ?? {};
  } catch {
    return {};
  }
}

/**
 * The ids of the choices of a question: an answer is one to these, not to others that come later.
 * @param {any} quiz
 * @param {string} question
 * @returns {string | undefined}
 */
const choicesOf = (quiz, question) => {
  const asked = quiz?.questions?.find?.((/** @type {any} */ one) => one?.id === question);
  return asked?.choices?.map?.((/** @type {any} */ choice) => choice?.id).join(" ");
};

/** @param {string} quiz @param {Picks} picks */
function writePicks(quiz, picks) {
  try {
    sessionStorage.setItem(`skin-quiz:${quiz}`, JSON.stringify(picks));
  } catch { /* full, or switched off by the visitor */ }
}

function hasStorage() {
  try {
    return Boolean(sessionStorage);
  } catch {
    return false;
  }
}

/** What is picked on the page of the answers to a question. @param {string} question */
const pickedOf = (question) => findAll("#quiz input:checked").filter(({ name }) => name === question);

/** Puts what was picked before into the page as it was served, where the program looks for it. @param {Picks} picks */
function insertPicks(picks) {
  for (const [name, { picked }] of Object.entries(picks)) {
    if (pickedOf(name).length) continue;
    for (const value of picked) {
      find("#quiz").append(Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: true, hidden: true }));
    }
  }
}

/**
 * Keeps the answers to a quiz; to be called before the program starts.
 * @param {any} file the data file, or what the page has of it
 */
export function keepSession(file) {
  const quiz = file?.id;
  if (!hasStorage()) {
    console.warn(`skin-quiz: storage="session" is not used. A frame has a storage only where the quiz has another address than the page.`);
    return;
  }
  const picks = readPicks(quiz);
  for (const name in picks) {
    if (picks[name]?.of !== choicesOf(file, name)) delete picks[name];
  }
  /** @param {string} question */
  const keep = (question) => {
    picks[question] = { picked: pickedOf(question).map(({ value }) => value), of: choicesOf(file, question) ?? "" };
    writePicks(quiz, picks);
  };
  insertPicks(picks);
  findAll("#quiz input:checked").forEach(({ name }) => keep(name));
  addEventListener("change", ({ target }) => {
    const input = closest(target, "#quiz input");
    if (!input) return;
    keep(input.name);
    // The program may unpick others: "none of these" excludes the rest.
    if (input.type === "checkbox") setTimeout(() => keep(input.name));
  }, true);
  addEventListener("click", ({ target }) => {
    if (!closest(target, "#clear")) return;
    Object.keys(picks).forEach((name) => delete picks[name]);
    writePicks(quiz, picks);
  }, true);
}
