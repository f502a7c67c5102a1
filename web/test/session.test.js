import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { enter, makePage, snapshot } from "./page.js";

const { setTimeout } = globalThis;
let page, stored, keepSession;
let count = 0;

async function loaded(storage) {
  page = makePage(`<div id="quiz">${snapshot("first-question")}</div>`);
  enter(page, { sessionStorage: storage, setTimeout: (call) => call() });
  ({ keepSession } = await import(`../src/session.js?${count += 1}`));
}

const boxes = () => [...page.document.querySelectorAll("#quiz fieldset input")];
const quiz = { id: "q", questions: [{ id: "concerns", choices: ["wrinkles", "texture", "acne-scars", "pores", "brightness"].map((id) => ({ id })) }, { id: "another", choices: [{ id: "a" }, { id: "b" }] }] };
const concerns = "wrinkles texture acne-scars pores brightness";
const kept = (picked, of = concerns) => ({ picked, of });
const picks = () => JSON.parse(stored.get("skin-quiz:q") ?? "null");

beforeEach(() => {
  stored = new Map();
  return loaded({ getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) });
});
afterEach(() => { globalThis.setTimeout = setTimeout; });

test("what is picked is kept", () => {
  keepSession(quiz);
  const [first, second] = boxes();
  for (const box of [first, second]) box.setAttribute("checked", "");
  page.send("change", { target: second });
  assert.deepEqual(picks(), { [first.name]: kept([first.value, second.value]) });
});

test("what was kept stands in the page, where the program looks for it", () => {
  const [first] = boxes();
  stored.set("skin-quiz:q", JSON.stringify({ [first.name]: kept([first.value]), another: kept(["a", "b"], "a b") }));
  keepSession(quiz);
  const added = [...page.document.querySelectorAll("#quiz > input")];
  assert.deepEqual(added.map(({ name, value, hidden }) => [name, value, hidden]), [[first.name, first.value, true], ["another", "a", true], ["another", "b", true]]);
});

test("what is picked already counts more than what was kept", () => {
  const [first, second] = boxes();
  stored.set("skin-quiz:q", JSON.stringify({ [first.name]: kept([first.value]) }));
  second.setAttribute("checked", "");
  keepSession(quiz);
  assert.deepEqual(picks(), { [first.name]: kept([second.value]) });
  assert.equal(page.document.querySelectorAll("#quiz > input").length, 0);
});

test("what was picked among other choices is asked again, and so is what was kept otherwise", () => {
  const [first] = boxes();
  stored.set("skin-quiz:q", JSON.stringify({ [first.name]: [first.value], another: kept(["a"], "a b c") }));
  keepSession(quiz);
  assert.equal(page.document.querySelectorAll("#quiz > input").length, 0);
});

test("a storage that somebody else wrote into, and no data file, count as nothing", () => {
  stored.set("skin-quiz:q", JSON.stringify({ concerns: null, another: 1 }));
  keepSession(quiz);
  stored.set("skin-quiz:undefined", JSON.stringify({ concerns: kept(["wrinkles"]) }));
  keepSession(undefined);
  assert.equal(page.document.querySelectorAll("#quiz > input").length, 0);
});

test("Clear takes all of it away", () => {
  const [first] = boxes();
  stored.set("skin-quiz:q", JSON.stringify({ [first.name]: kept([first.value]) }));
  keepSession(quiz);
  page.document.getElementById("quiz").innerHTML = snapshot("ending-under-18");
  page.send("click", { target: page.document.getElementById("clear") });
  assert.deepEqual(picks(), {});
});

test("what cannot be read counts as nothing", () => {
  stored.set("skin-quiz:q", "{");
  keepSession(quiz);
  assert.equal(page.document.querySelectorAll("#quiz > input").length, 0);
});

test("without a storage it says so, and the quiz goes on", async (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  await loaded(undefined);
  keepSession(quiz);
  assert.match(warn.mock.calls[0].arguments[0], /storage="session" is not used/);
});
