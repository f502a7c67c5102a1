import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { enter, makePage, snapshot } from "./page.js";

let page, focused, noteScreen, restoreScreen;
let count = 0;

beforeEach(async () => {
  page = makePage("");
  enter(page);
  ({ noteScreen, restoreScreen } = await import(`../src/screen.js?${count += 1}`));
});

/** A screen, as a program draws it. */
function drawn(name) {
  const quiz = page.document.createElement("div");
  quiz.id = "quiz";
  quiz.innerHTML = snapshot(name);
  page.document.body.replaceChildren(quiz);
  Object.defineProperty(page.document, "activeElement", { value: page.document.body, configurable: true });
  focused = undefined;
  for (const element of quiz.querySelectorAll("*")) {
    element.focus = () => { focused = element; };
    element.getBoundingClientRect = () => ({ top: 0 });
  }
  return quiz;
}

test("the same element has the focus", () => {
  const old = drawn("severity");
  page.send("focusin", { target: old.querySelector("#choice-1") });
  restoreScreen(old, drawn("severity"));
  assert.equal(focused.id, "choice-1");
});

test("the same details are open", () => {
  const old = drawn("result-all-concerns");
  const details = [...old.querySelectorAll("details")];
  assert.ok(details.length > 1);
  details.forEach((one, at) => { one.open = at === 1; });
  const now = drawn("result-all-concerns");
  restoreScreen(old, now);
  assert.deepEqual([...now.querySelectorAll("details")].map(({ open }) => open), details.map((_, at) => at === 1));
});

test("another screen takes the focus at its heading, as after a step", () => {
  const old = drawn("severity");
  page.send("focusin", { target: old.querySelector("#choice-1") });
  restoreScreen(old, drawn("skin-type"));
  assert.equal(focused.id, "heading");
});

test("a step that was drawn and had not moved the focus yet takes it to its heading", () => {
  noteScreen(drawn("severity"));
  restoreScreen(drawn("skin-type"), drawn("skin-type"));
  assert.equal(focused.id, "heading");
});

test("a screen that nobody has left takes no focus", () => {
  noteScreen(drawn("severity"));
  restoreScreen(drawn("severity"), drawn("severity"));
  assert.equal(focused, undefined);
});

test("no focus is taken that was elsewhere", () => {
  const old = drawn("severity");
  page.send("focusin", { target: page.document.body });
  restoreScreen(old, drawn("severity"));
  assert.equal(focused, undefined);
});

test("no focus is moved", () => {
  const old = drawn("severity");
  page.send("focusin", { target: old.querySelector("#choice-1") });
  const now = drawn("severity");
  Object.defineProperty(page.document, "activeElement", { value: now.querySelector("#continue"), configurable: true });
  restoreScreen(old, now);
  assert.equal(focused, undefined);
});
