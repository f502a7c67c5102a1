import { NAME } from "./contract/messages.js";

/** @import { FailureKind } from "./contract/messages.js" */

/** Why the quiz cannot be shown: a kind, which the page has words for, and what the site's owner reads. */
export class Failure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {...string} sentences what is wrong and how to fix it, for the console
   */
  constructor(kind, ...sentences) {
    super(`${NAME}: ${sentences.join(" ")}`);
    this.kind = kind;
    this.sentences = sentences;
  }
}

/**
 * The answer to a request for a file of the site.
 * @param {string} path
 * @param {FailureKind} kind of the {@link Failure} that it is if the file is not there
 */
export async function request(path, kind) {
  const answer = await fetch(path, { cache: path.endsWith(".json") ? "no-cache" : "default" }).catch((cause) => {
    throw Object.assign(new Failure("network", `${path} did not arrive (${cause.message}).`,
      "Check that the server is up and that the page's Content-Security-Policy allows it in connect-src."), { isOffline: true });
  });
  if (!answer.ok) {
    throw new Failure(kind, `${path} is not there: the server answers ${answer.status}.`,
      "Upload the whole folder again, this file included.");
  }
  return answer;
}
