// Loads the quiz and, where it cannot be shown, tells the visitor so and the site's owner why.
const { program, wasm, quiz, text } = document.querySelector("script[data-program]").dataset;
const root = () => document.getElementById("quiz");

class Failure extends Error {
  constructor(kind, found, cure) {
    super(`skin-quiz: ${found} ${cure}`);
    this.kind = kind;
  }
}

async function response(path, kind) {
  const answer = await fetch(path, { cache: path.endsWith(".json") ? "no-cache" : "default" }).catch((cause) => {
    throw new Failure("network", `${path} did not arrive (${cause.message}).`,
      "Check that the server is up and that the page's Content-Security-Policy allows it in connect-src.");
  });
  if (!answer.ok) {
    throw new Failure(kind, `${path} is not there: the server answers ${answer.status}.`,
      "Upload the whole folder again, this file included.");
  }
  return answer;
}

async function json(path) {
  const answer = await response(path, "data");
  return answer.json().catch((cause) => {
    throw new Failure("data", `${path} is not valid JSON (${cause.message}).`,
      "Open it in an editor that marks mistakes; a missing or a trailing comma is the usual one.");
  });
}

async function loaded() {
  if (typeof WebAssembly !== "object") {
    throw new Failure("browser", "this browser has no WebAssembly.", "Nothing to mend on the site.");
  }
  const arriving = response(wasm, "network");
  arriving.catch(() => {});
  const bindings = await import(new URL(program, document.baseURI)).catch((cause) => {
    throw new Failure("network", `${program} could not be loaded (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  const answer = await arriving;
  if (answer.headers.get("Content-Type") !== "application/wasm") {
    console.warn(`skin-quiz: the server sends ${wasm} as ${answer.headers.get("Content-Type")}. Let it send application/wasm; it starts faster then.`);
  }
  await bindings.default({ module_or_path: answer }).catch((cause) => {
    throw new Failure("browser", `${wasm} does not run (${cause.message}).`,
      "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy; if it is there, upload the whole folder again.");
  });
  return bindings;
}

async function start() {
  const parts = [loaded(), json(quiz), json(text)];
  const [bindings, quizJson, textJson] = await Promise.all(parts);
  try {
    bindings.start(quizJson, textJson);
  } catch (cause) {
    throw named(cause);
  }
  removeEventListener("submit", early, true);
}

function named(cause) {
  const file = { quiz, text }[cause.name];
  return file
    ? new Failure("data", `${file} cannot be used.\n${cause.message}\n`, "Mend the file; the page shows it at the next load.")
    : cause;
}

function early(event) {
  event.preventDefault();
  root().dataset.continued = "";
}

function show(failure) {
  console.error(failure);
  const kind = failure.kind ?? "crash";
  const told = document.getElementById("failure");
  for (const reason of told.querySelectorAll("[data-failure]")) {
    reason.hidden = reason.dataset.failure !== kind;
  }
  const again = kind === "data" ? () => { hide(told); run(); } : () => location.reload();
  told.querySelector("[data-retry]").onclick = again;
  root().hidden = true;
  told.hidden = false;
}

function hide(told) {
  told.hidden = true;
  root().hidden = false;
}

// A page that is left while it loads loses its requests; where it comes back from the browser's
// memory it asks for them again. WebKit tells of the failure before it tells of the leaving.
const LEAVING = 250;
let left = false;
addEventListener("pagehide", () => { left = true; });

async function run() {
  left = false;
  try {
    await start();
  } catch (failure) {
    await new Promise((soon) => setTimeout(soon, LEAVING));
    if (left && failure.kind === "network") return run();
    if (document.readyState === "loading") {
      await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    }
    show(failure);
  }
}

addEventListener("submit", early, true);
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) show(error);
});
addEventListener("skin-quiz:refresh", () => {
  json(quiz).then(
    (detail) => dispatchEvent(new CustomEvent("skin-quiz:data", { detail })),
    (failure) => console.error(failure),
  );
});
run();
