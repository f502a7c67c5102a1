import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { enter, makePage, snapshot } from "./page.js";

let page, actions, timers, stops;
let count = 0;

async function showing(html) {
  page = makePage(`<div id="quiz">${html}</div>`);
  timers = new Map();
  stops = 0;
  let last = 0;
  enter(page, {
    setTimeout: (call, delay) => { timers.set(last += 1, { call, delay }); return last; },
    clearTimeout: (timer) => timers.delete(timer),
  });
  actions = await import(`../src/replay.js?${count += 1}`);
}

const find = (selector) => page.document.querySelector(selector);
const act = (type, selector) => page.send(type, { target: find(selector) });
const record = () => actions.recordActions(() => { stops += 1; });
const silence = () => [...timers.values()].forEach(({ call }) => call());

/** The events that reach the quiz, by name and id of their target. */
function heard() {
  const events = [];
  for (const type of ["click", "change", "submit", "pointerdown", "pointerup"]) {
    find("#quiz").addEventListener(type, ({ target, isRepeated }) => events.push(`${type} ${target.id || target.localName}${isRepeated ? "" : "!"}`));
  }
  return events;
}

const timeouts = { setTimeout, clearTimeout };
beforeEach(() => showing(snapshot("first-question")));
afterEach(() => Object.assign(globalThis, timeouts));

test("what is not answered in two seconds stops the program", () => {
  record();
  act("change", "#choice-1");
  assert.deepEqual([...timers.values()].map(({ delay }) => delay), [2000]);
  assert.ok(actions.hasUnanswered());
  silence();
  assert.equal(stops, 1);
});

test("what is answered stops nothing", () => {
  record();
  act("change", "#choice-1");
  act("submit", "form");
  actions.acknowledge();
  assert.equal(timers.size, 1, "the second is still waited for");
  actions.acknowledge();
  assert.equal(timers.size, 0);
  assert.ok(!actions.hasUnanswered());
});

test("nothing is recorded before a program runs, nor what needs no answer", () => {
  act("change", "#choice-1");
  record();
  act("click", "h1");
  act("click", "#continue");
  act("click", "[id^=language-]");
  assert.ok(!actions.hasUnanswered());
});

test("what was not answered is done again, in its order, by marked events", () => {
  record();
  act("change", "#choice-1");
  act("change", "#choice-2");
  act("submit", "form");
  const events = heard();
  actions.replayActions();
  assert.deepEqual(events, ["change choice-1", "change choice-2", "submit form"]);
  actions.replayActions();
  assert.equal(events.length, 3, "once");
});

test("a tap is done again with its pointer, a click by a key without", async () => {
  await showing(snapshot("skin-type"));
  record();
  page.send("pointerdown", { target: find(".choice") });
  act("click", "#choice-0");
  const events = heard();
  actions.replayActions();
  assert.deepEqual(events, ["pointerdown choice-0", "pointerup choice-0", "click choice-0"]);
  page.send("pointerdown", { target: find(".choice") });
  page.send("keydown", {});
  act("click", "#choice-0");
  events.length = 0;
  actions.replayActions();
  assert.deepEqual(events, ["click choice-0"]);
});

test("what follows a step is not done on another screen", () => {
  record();
  act("submit", "form");
  act("change", "#choice-1");
  const events = heard();
  actions.replayActions();
  assert.deepEqual(events, ["submit form"]);
});

test("what was done on a question is not done on another", () => {
  record();
  act("change", "#choice-1");
  find("#quiz").innerHTML = snapshot("severity");
  const events = heard();
  actions.replayActions();
  assert.deepEqual(events, []);
});

test("while no program runs, what is done waits", () => {
  record();
  act("change", "#choice-1");
  actions.pauseActions();
  assert.equal(timers.size, 0);
  act("submit", "form");
  assert.ok(!actions.hasUnanswered(), "nobody could answer");
  record();
  assert.ok(actions.hasUnanswered());
  assert.equal(timers.size, 1);
});

test("while no program runs, nothing can stop", () => {
  record();
  actions.pauseActions();
  act("change", "#choice-1");
  assert.equal(timers.size, 0);
});
