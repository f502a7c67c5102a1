// Which language the quiz is shown in.

/**
 * The first preferred language that is offered, or else without its region: es for es-MX.
 * @param {(string | null | undefined)[]} preferred language tags, the most preferred first
 * @param {string[]} offered
 * @param {string} fallback if none is offered
 */
export function negotiateLanguage(preferred, offered, fallback) {
  for (const wish of preferred) {
    for (let tag = wish?.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
      const language = offered.find((one) => one.toLowerCase() === tag);
      if (language) return language;
    }
  }
  return fallback;
}

/**
 * The languages of a data file, its own first; it has not been checked yet.
 * @param {any} quiz
 * @param {string} fallback if the file does not say which language is its own
 * @returns {string[]}
 */
export function languagesOf(quiz, fallback) {
  const { language, languages } = quiz ?? {};
  const own = typeof language === "string" ? language : fallback;
  const tags = Array.isArray(languages) ? languages.map((one) => one?.language) : [];
  return [own, ...tags.filter((tag) => typeof tag === "string")];
}
