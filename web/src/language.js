// Which language the quiz is shown in.

/**
 * The first preferred language that is offered: as it is wished, or else with a region (es-MX for es), or
 * else with less of its own (es for es-ES). A wish may be written as sites write it: es_ES.UTF-8.
 * @param {(string | null | undefined)[]} preferred language tags, the most preferred first
 * @param {string[]} offered
 * @param {string} fallback if none is offered
 */
export function negotiateLanguage(preferred, offered, fallback) {
  for (const wish of preferred) {
    for (let tag = wish?.replace(/\W|_/g, "-"); tag; tag = tag.replace(/-?[^-]*$/, "")) {
      for (const end of ["$", "-"]) {
        const language = offered.find((one) => RegExp(`^${tag}${end}`, "i").test(one));
        if (language) return language;
      }
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
