import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { enter, makePage } from "./page.js";

const MAKE = "data:text/javascript,export default (url, ...imports) => ({ imports, init: globalThis.init })";
enter(makePage(`<script data-program="${MAKE}" data-wasm="quiz-0a1b2c3d.wasm" data-extra-fallback="./fallback-0a1b2c3d.js"></script>`));
const { Failure } = await import("../src/failure.js");
const { createScriptProgram, createWasmProgram, isFromProgram, isFromStoppedProgram } = await import("../src/program.js");

const imports = [() => {}, () => false];
let requests, given, type;
const compiler = { ...WebAssembly };

beforeEach((context) => {
  requests = 0;
  given = [];
  type = "application/wasm";
  globalThis.fetch = async () => { requests += 1; return new Response("wasm", { headers: { "Content-Type": type } }); };
  globalThis.init = async (source) => { given.push(source); };
  globalThis.WebAssembly = { ...compiler, instantiate: WebAssembly.instantiate, instantiateStreaming() {} };
  context.mock?.method(console, "warn", () => {});
});

test("without WebAssembly there is none, and the site is not to blame", async () => {
  globalThis.WebAssembly = undefined;
  await assert.rejects(createWasmProgram(...imports), (error) => error.kind === "browser" && /no WebAssembly/.test(error.message));
  globalThis.WebAssembly = compiler;
});

test("a program is made with what it calls, and another one without a request", async () => {
  const program = await createWasmProgram(...imports);
  assert.deepEqual(program.imports, imports);
  assert.ok(given[0] instanceof Response, "it is compiled while it arrives");
  await createWasmProgram(...imports);
  assert.equal(requests, 1);
  assert.ok(given[1] instanceof ArrayBuffer);
});

test("a file that does not run is asked for again the next time", async () => {
  globalThis.init = async () => { throw new Error("not a module"); };
  await assert.rejects(createWasmProgram(...imports), (error) => error instanceof Failure && error.kind === "browser");
  globalThis.init = async () => {};
  await createWasmProgram(...imports);
  assert.equal(requests, 1, "the file of the tests before was dropped");
});

test("a program that does not arrive is a failure of the network", async () => {
  await assert.rejects(createScriptProgram(...imports), (error) => error.kind === "network" && /fallback-0a1b2c3d\.js/.test(error.message));
});

test("an error is known as a program's by its stack, not by its message", () => {
  const error = (message, stack) => Object.assign(new Error(message), { stack });
  assert.ok(isFromProgram(Object.assign(new Error(), { name: "RuntimeError" })));
  assert.ok(isFromProgram(error("x", "Error: x\n at f (https://quiz.example/fallback-0a1b2c3d.js:1:2)")));
  assert.ok(!isFromProgram(error("fallback-0a1b2c3d.js is gone", "Error: fallback-0a1b2c3d.js is gone\n at https://quiz.example/start.js")));
  assert.ok(!isFromProgram(new Failure("network", "fallback-0a1b2c3d.js did not arrive")));
  for (const none of [undefined, null, "text", 7, {}]) assert.ok(!isFromProgram(none));
});

test("what a stopped program had under way is known by its name", () => {
  assert.ok(isFromStoppedProgram(Object.assign(new Error(), { name: "Stopped" })));
  assert.ok(!isFromStoppedProgram(new Error()));
  assert.ok(!isFromStoppedProgram(undefined));
});
