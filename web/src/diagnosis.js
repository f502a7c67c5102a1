// Says on the console why the quiz does not start in a clinic's page: one cause with its cure. embed.js
// loads it then, with the address of the quiz behind a #.
{
  const NAME = "skin-quiz";
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const quiz = new URL(src.slice(src.indexOf("#") + 1));
  const bare = `${quiz.origin}${quiz.pathname}`;
  const isOwn = quiz.origin === location.origin;
  const FOLDER = "Write into src the address of the folder that the quiz was uploaded to.";
  const OPEN_TO_ALL = "Let its server send \"Access-Control-Allow-Origin: *\" with every file: docs/hosting.md has the settings.";
  /** How long a policy is given to be told of, in milliseconds. */
  const TOLD = 1000;

  /** The directives that this page's own policy refused the quiz by. @type {Set<string>} */
  const refused = new Set();
  addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    if (blockedURI.startsWith(quiz.origin)) refused.add(effectiveDirective);
  });

  /**
   * The answer to a request, or nothing where none comes or none may be read.
   * @param {URL | string} address
   * @param {RequestMode} [mode]
   */
  const ask = (address, mode) => fetch(address, { mode, cache: "no-store" }).catch(() => undefined);

  const policyTold = () => new Promise((resolve) => setTimeout(resolve, TOLD));

  /** Whether this page's policy forbids the frame: it is tried once more. */
  async function isFrameRefused() {
    const frame = Object.assign(document.createElement("iframe"), { src: quiz.href, hidden: true, sandbox: "" });
    document.body.append(frame);
    await policyTold();
    frame.remove();
    return ["frame-src", "child-src", "default-src"].some((directive) => refused.has(directive));
  }

  /** The cause and its cure, in two sentences. */
  async function cause() {
    if (location.protocol === "https:" && quiz.protocol === "http:") {
      return "browsers show no http: page within an https: page. Write the address in src with https:, and serve the quiz so.";
    }
    if (await isFrameRefused()) return `this page's Content-Security-Policy forbids the frame. Name ${quiz.origin} in its frame-src.`;
    const answer = await ask(quiz);
    if (answer) return ofAnswer(answer);
    await policyTold();
    if (refused.has("connect-src")) {
      return "this page's Content-Security-Policy keeps it from asking why (connect-src). Open that address by itself: what is shown there, or its console, is the cause.";
    }
    if (!await ask(quiz, "no-cors")) return `no server answers at ${quiz.host}. Check the address in src, and that the server is up.`;
    return await isFolder() ? `its server keeps its files to itself. ${OPEN_TO_ALL}` : `there is no quiz at this address. ${FOLDER}`;
  }

  /** Whether the quiz's files are there, of which no answer may be read: a script may be loaded all the same. */
  function isFolder() {
    const address = new URL("embed.js", quiz).href;
    if (address === new URL("embed.js", src).href) return true;
    return new Promise((/** @type {(is: boolean) => void} */ resolve) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: () => resolve(true), onerror: () => resolve(false) });
      document.head.append(script);
    });
  }

  /** What is wrong with the page that came. @param {Response} answer */
  async function ofAnswer(answer) {
    if (!answer.ok) {
      return `there is no quiz at this address: the server answers ${answer.status}. ${FOLDER}`;
    }
    const page = await answer.text();
    const script = / src="([^"]+)" data-program=/.exec(page)?.[1];
    if (!script) return `there is another page at this address, not the quiz. ${FOLDER}`;
    const path = new URL(script, answer.url);
    const file = await ask(path);
    if (file && !file.ok) return `${script} is not there: the server answers ${file.status}. Upload the whole folder again.`;
    const isOpen = file && (!isOwn || answer.headers.get("Access-Control-Allow-Origin") === "*");
    if (!isOpen) return `its server keeps its files to itself. ${OPEN_TO_ALL}`;
    const resource = answer.headers.get("Cross-Origin-Resource-Policy") ?? "cross-origin";
    if (resource !== "cross-origin" || !await ask(path, "no-cors")) {
      return "its server forbids other sites its files. Let it send \"Cross-Origin-Resource-Policy: cross-origin\" with every file of the quiz, or none.";
    }
    return ofPolicies();
  }

  /** What is left, where this page allows the frame and the quiz is there as far as it can be asked for. */
  const ofPolicies = () => isOwn
    ? `its server forbids its script in a frame, or the frame. Let the Content-Security-Policy that the quiz is sent with be that of docs/hosting.md, which names ${quiz.origin} beside 'self'.`
    : `its server does not let this site show it. Name ${location.origin} in frame-ancestors of the Content-Security-Policy that the quiz is sent with: it is the line marked EDIT in the server's settings.`;

  const first = [...document.getElementsByTagName("script")].find((script) => script.src === src);
  if (first === document.currentScript) cause().then((cause) => console.error(`${NAME}: ${bare} does not start: ${cause}`));
}
