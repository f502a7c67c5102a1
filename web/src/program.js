// Makes programs: the first one, and those that take the place of one that stopped. What was loaded for the
// first is kept in memory, so that another one needs no request.
import { Failure, response } from "./failure.js";

const dataset = document.querySelector("script[data-program]").dataset;
const fallback = dataset.extraFallback;

/** The paths of the program's bindings and of the program. */
export const { program, wasm } = dataset;

// The program's file. A new program is compiled from it anew, for what made the last one stop may be what
// the browser had compiled.
let file;

/** Resolves to a new program, as WebAssembly, with what it asks of the page. */
export async function compiled(...page) {
  if (typeof WebAssembly !== "object") {
    throw new Failure("browser", "this browser has no WebAssembly.", "Nothing to fix on the site.");
  }
  const arriving = file ?? response(wasm, "network");
  Promise.resolve(arriving).catch(() => {});
  const make = await script(program).catch((cause) => {
    throw new Failure("network", `${program} could not be loaded (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  const source = await (file ?? received(await arriving));
  const bindings = make(...page);
  await bindings.init(source).catch(async (cause) => {
    file = undefined;
    throw await WebAssembly.instantiate(EMPTY).then(() => broken(cause), () => forbidden(cause));
  });
  return bindings;
}

// What is to be compiled: the answer itself if the browser compiles what arrives. The file is kept.
function received(answer) {
  const type = answer.headers.get("Content-Type");
  const streams = type === "application/wasm" && WebAssembly.instantiateStreaming;
  if (type !== "application/wasm") {
    console.warn(`skin-quiz: the server sends ${wasm} as ${type}. Let it send application/wasm; it starts faster then.`);
  }
  file = (streams ? answer.clone() : answer).arrayBuffer();
  file.catch(() => { file = undefined; });
  return streams ? answer : file;
}

/** Resolves to a new program, as plain JavaScript, with what it asks of the page. */
export async function plain(...page) {
  const make = await script(fallback).catch((cause) => {
    throw new Failure("network", `Nor could ${fallback} be loaded, which takes its place (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  return make(...page);
}

/** Whether an error that nobody caught comes from a program. */
export function isOurs(error) {
  if (error instanceof Failure) return false;
  // Some engines begin the stack with the message, which may name a file.
  const stack = `${error?.stack}`.replace(error?.message, "");
  return error?.name === "RuntimeError" || [program, fallback, wasm].some((path) => stack.includes(path.slice(2)));
}

/** Whether an error is but the end of something that a program which has stopped had under way. */
export const isOver = (error) => error?.name === "Stopped";

// The smallest module there is: if not even this runs, none may.
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

const forbidden = ({ message }) => new Failure("browser", `WebAssembly is forbidden here (${message}).`,
  "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy that the quiz is served with.");

const broken = ({ message }) => new Failure("browser", `${wasm} does not run (${message}).`,
  "It is not the file that was built: upload the whole folder again.");

// A script that did not arrive is asked for again by another address: browsers may remember the failure.
const lost = [];

function script(path) {
  const tries = lost.filter((one) => one === path).length;
  const url = new URL(tries ? `${path}?${tries}` : path, document.baseURI);
  return import(url).then(({ default: make }) => (...page) => make(url, ...page), (cause) => {
    lost.push(path);
    throw cause;
  });
}
