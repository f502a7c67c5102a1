/** Why the quiz cannot be shown: a kind, which the page has words for, and what the site's owner reads. */
export class Failure extends Error {
  constructor(kind, ...said) {
    super(`skin-quiz: ${said.join(" ")}`);
    Object.assign(this, { kind, said });
  }
}

/** The answer to a request for a file of the site; a `Failure` of this kind if the file is not there. */
export async function response(path, kind) {
  const answer = await fetch(path, { cache: path.endsWith(".json") ? "no-cache" : "default" }).catch((cause) => {
    throw Object.assign(new Failure("network", `${path} did not arrive (${cause.message}).`,
      "Check that the server is up and that the page's Content-Security-Policy allows it in connect-src."), { offline: true });
  });
  if (!answer.ok) {
    throw new Failure(kind, `${path} is not there: the server answers ${answer.status}.`,
      "Upload the whole folder again, this file included.");
  }
  return answer;
}
