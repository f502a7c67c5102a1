// Makes programs: the first one, and those that take the place of one that stopped. What was loaded for the
// first is kept in memory, so that another one needs no request.
import { NAME } from "./contract/messages.js";
import { Failure, request } from "./failure.js";
import { scriptData } from "./page.js";

/** @import { ErrorName, HasTravelled, KeepVisit, MakeProgram, Program, WasmProgram } from "./contract/program.js" */

/** @typedef {[keepVisit: KeepVisit, hasTravelled: HasTravelled]} ProgramImports */

/** The paths of the program's bindings and of the program. */
export const { program, wasm } = scriptData;
const fallback = scriptData.extraFallback;

// The program's file. A new program is compiled from it anew, for what made the last one stop may be what
// the browser had compiled.
/** @type {Promise<ArrayBuffer> | undefined} */
let file;

/**
 * Makes a program as WebAssembly.
 * @param {ProgramImports} imports
 * @returns {Promise<Program>}
 */
export async function createWasmProgram(...imports) {
  if (typeof WebAssembly !== "object") {
    throw new Failure("browser", "this browser has no WebAssembly.", "Nothing to fix on the site.");
  }
  const arriving = file ?? request(wasm, "network");
  Promise.resolve(/** @type {unknown} */ (arriving)).catch(() => {});
  const make = await importProgram(program).catch((cause) => {
    throw new Failure("network", `${program} could not be loaded (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  const source = await (file ?? compilable(/** @type {Response} */ (await arriving)));
  const bindings = /** @type {WasmProgram} */ (make(...imports));
  await bindings.init(source).catch(async (cause) => {
    file = undefined;
    throw await WebAssembly.instantiate(EMPTY_MODULE).then(() => broken(cause), () => forbidden(cause));
  });
  return bindings;
}

/** What is to be compiled: the answer itself if the browser compiles what arrives. The file is kept. @param {Response} answer */
function compilable(answer) {
  const type = answer.headers.get("Content-Type");
  const streams = type === "application/wasm" && WebAssembly.instantiateStreaming;
  if (type !== "application/wasm") {
    console.warn(`${NAME}: the server sends ${wasm} as ${type}. Let it send application/wasm; it starts faster then.`);
  }
  file = (streams ? answer.clone() : answer).arrayBuffer();
  file.catch(() => { file = undefined; });
  return streams ? answer : file;
}

/**
 * Makes a program as plain JavaScript.
 * @param {ProgramImports} imports
 * @returns {Promise<Program>}
 */
export async function createScriptProgram(...imports) {
  const make = await importProgram(fallback).catch((cause) => {
    throw new Failure("network", `Nor could ${fallback} be loaded, which takes its place (${cause.message}).`,
      "Upload the whole folder again, and let the server send .js files as text/javascript.");
  });
  return make(...imports);
}

/** Whether an error that nobody caught comes from a program. @param {any} error */
export function isFromProgram(error) {
  if (error instanceof Failure) return false;
  // Some engines begin the stack with the message, which may name a file.
  const stack = `${error?.stack}`.replace(error?.message, "");
  return error?.name === "RuntimeError" || [program, fallback, wasm].some((path) => stack.includes(path.slice(2)));
}

/** Whether an error is only the end of something that a program which has stopped had under way. @param {{ name?: ErrorName } | undefined} error */
export const isFromStoppedProgram = (error) => error?.name === "Stopped";

// The smallest module there is: if not even this runs, none may.
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** @param {Error} cause */
const forbidden = ({ message }) => new Failure("browser", `WebAssembly is forbidden here (${message}).`,
  "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy that the quiz is served with.");

/** @param {Error} cause */
const broken = ({ message }) => new Failure("browser", `${wasm} does not run (${message}).`,
  "It is not the file that was built: upload the whole folder again.");

/** Every path that did not arrive, once for each time. @type {string[]} */
const lost = [];

// A script that did not arrive is asked for again by another address: browsers may remember the failure.
/**
 * @param {string} path
 * @returns {Promise<(...imports: ProgramImports) => Program>}
 */
function importProgram(path) {
  const tries = lost.filter((one) => one === path).length;
  const url = new URL(tries ? `${path}?${tries}` : path, document.baseURI);
  return import(/** @type {any} */ (url)).then((/** @type {{ default: MakeProgram }} */ { default: make }) => (...imports) => make(url, ...imports), (cause) => {
    lost.push(path);
    throw cause;
  });
}
