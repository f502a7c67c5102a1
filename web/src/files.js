// The files that staff edit: the quiz, the interface words, and the quiz's translations.
import { Failure, request } from "./failure.js";
import { languagesOf } from "./language.js";
import { quizPath } from "./options.js";
import { scriptData } from "./page.js";

/** The languages that there were when the page was built, the quiz's own first. */
export const builtLanguages = scriptData.languages.split(" ");
const { text } = scriptData;
const [textLanguage] = builtLanguages;

/** The language that the data file itself is in; it is known for certain once the file is there. */
export let ownLanguage = textLanguage;

/** What was asked for, so that a language chosen again is there at once. @type {Map<string, Promise<any>>} */
const requests = new Map();

/** @param {string} path */
function load(path) {
  if (!requests.has(path)) requests.set(path, read(path));
  return requests.get(path);
}

/** @param {string} path */
async function read(path) {
  const answer = await request(path, "data");
  return answer.json().catch((cause) => {
    throw new Failure("data", `${path} is not valid JSON (${cause.message}).`,
      "Open it in an editor that marks mistakes; a missing or a trailing comma is the usual one.");
  });
}

/** From now on files are asked for again. */
export const forgetFiles = () => requests.clear();

/** The path of the interface words in a language. @param {string} language */
export const textPath = (language) => language === textLanguage ? text : text.replace(/[^/]*$/, `${language}.json`);

/** The path of the quiz's translation into a language; nothing for its own. @param {string} language */
export const overlayPath = (language) => language === ownLanguage ? undefined : quizPath.replace(/json$/, `${language}.json`);

/** The data file. */
export const loadQuiz = () => load(quizPath);

/**
 * The quiz, the interface words and, in another language than its own, its translation.
 * @param {string} language
 */
export function loadFiles(language) {
  const overlay = overlayPath(language);
  return Promise.all([loadQuiz(), load(textPath(language)), overlay && load(overlay)]);
}

/** The languages that there are now, the quiz's own first: the data file says so. */
export async function loadLanguages() {
  const languages = languagesOf(await loadQuiz(), ownLanguage);
  [ownLanguage] = languages;
  return languages;
}
