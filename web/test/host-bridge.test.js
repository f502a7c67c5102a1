import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { enter, makePage, snapshot } from "./page.js";

const SCRIPT = "<script data-program=\"./quiz.js\"></script>";
const HOST = "https://clinic.example";

let page, sent, height, opened;
let bridge;
let count = 0;

/** A quiz in a frame, showing this; the page around it has not been heard of. */
async function framed(html) {
  page = makePage(`${SCRIPT}<div id="quiz">${html}</div><div id="failure" hidden><p data-failure="network">No</p><p data-failure="data">No</p></div>`);
  const root = page.document.documentElement;
  height = 633;
  Object.defineProperty(root, "clientWidth", { value: 390 });
  root.getBoundingClientRect = () => ({ height });
  page.document.title = "Our quiz";
  sent = [];
  opened = [];
  const parent = { postMessage: (message, origin) => sent.push({ ...message, origin }) };
  enter(page, { parent, origin: "null", open: (...where) => opened.push(where), setTimeout: (call) => call() });
  for (const name of ["page", "timing"]) await import(`../src/${name}.js`);
  bridge = await import(`../src/host-bridge.js?${count += 1}`);
}

const hear = (data, besides = {}) => page.send("message", { source: globalThis.parent, origin: HOST, data: { "skin-quiz": 1, ...data }, ...besides });
const kinds = () => sent.map(({ kind }) => kind);
/** What a change of the page brings about. */
const changed = () => page.observers.forEach((observer) => observer.call([]));
const show = (html) => {
  page.document.getElementById("quiz").innerHTML = html;
  changed();
};
const introduce = async (onRequest = () => {}) => {
  bridge.introduce(Promise.resolve(), onRequest);
  await Promise.resolve();
  await Promise.resolve();
};

beforeEach(() => framed(snapshot("first-question")));

test("nothing but its title is said before the page around it says hello", async () => {
  await introduce();
  changed();
  assert.deepEqual(sent, [{ "skin-quiz": 1, kind: "ready", title: "Our quiz", origin: "*" }]);
});

test("after hello the height, in steps, and the screen are said to that origin alone", async () => {
  await introduce();
  hear({ kind: "hello" });
  const { total } = page.document.querySelector(".progress").dataset;
  assert.deepEqual(sent.slice(1), [
    { "skin-quiz": 1, kind: "height", value: 640, origin: HOST },
    { "skin-quiz": 1, kind: "step", number: 1, total: Number(total), origin: HOST },
  ]);
});

test("only the first hello counts, and only of the page around it in an envelope of version 1", async () => {
  await introduce();
  for (const [data, besides] of [
    [{ kind: "hello" }, { source: {} }], [{ kind: "hello", "skin-quiz": 2 }], [{ kind: "hello", "skin-quiz": "1" }], [{ kind: "heard" }],
    [{ kind: "toString" }], [{ kind: null }], [{}, { data: null }], [{}, { data: "hello" }], [{}, { data: 7 }],
  ]) hear(data, besides);
  assert.deepEqual(kinds(), ["ready"]);
  hear({ kind: "hello" });
  hear({ kind: "hello" }, { origin: "https://other.example" });
  height = 900;
  changed();
  assert.equal(sent.at(-1).kind, "height");
  assert.ok(sent.slice(1).every(({ origin }) => origin === HOST));
});

test("a change that no size is reported of is measured, as in a frame out of view", async () => {
  await introduce();
  hear({ kind: "hello" });
  height = 700;
  page.observers.filter((observer) => observer instanceof globalThis.MutationObserver).forEach((observer) => observer.call([]));
  assert.deepEqual(sent.at(-1), { "skin-quiz": 1, kind: "height", value: 704, origin: HOST });
});

test("each screen is said once, then that it should be brought into view", async () => {
  await introduce();
  hear({ kind: "hello" });
  sent.length = 0;
  show(snapshot("severity"));
  changed();
  assert.deepEqual(kinds(), ["step", "top"]);
  sent.length = 0;
  show(snapshot("moment"));
  assert.deepEqual(kinds(), [], "a screen whose part is loading is none");
  height = 1601;
  show(snapshot("result-hold"));
  assert.deepEqual(kinds(), ["height", "complete", "top"]);
  assert.equal(sent[0].value, 1664);
});

test("how many entries of the history lead back to the first question is said if it changes", async () => {
  await introduce();
  hear({ kind: "hello" });
  for (const state of [null, "skin-quiz 17 0", "skin-quiz 17 1", "skin-quiz 17 1", "foreign", { foreign: 1 }, "skin-quiz 17 2", "skin-quiz 17 0"]) {
    page.history.state = state;
    changed();
  }
  assert.deepEqual(sent.filter(({ kind }) => kind === "entries").map(({ value }) => value), [1, 2, 0]);
});

test("a message holds numbers and words of the contract alone", async () => {
  await introduce();
  hear({ kind: "hello" });
  for (const name of ["severity", "skin-type", "result-all-concerns", "ending-under-18"]) show(snapshot(name));
  for (const message of sent) {
    for (const [name, value] of Object.entries(message)) {
      assert.ok(["skin-quiz", "kind", "title", "origin", "value", "number", "total", "which"].includes(name), name);
      if (!["kind", "title", "origin", "which"].includes(name)) assert.equal(typeof value, "number", name);
    }
  }
});

test("a failure is said by its kind", async () => {
  await introduce();
  hear({ kind: "hello" });
  sent.length = 0;
  const [failure, network] = ["#failure", "[data-failure=network]"].map((selector) => page.document.querySelector(selector));
  failure.removeAttribute("hidden");
  network.setAttribute("hidden", "");
  changed();
  assert.deepEqual(sent, [{ "skin-quiz": 1, kind: "error", which: "data", origin: HOST }]);
});

test("what is pressed is said as a call to action, a link waits until it is heard", async () => {
  await framed(snapshot("result-all-concerns"));
  await introduce();
  hear({ kind: "hello" });
  const press = (selector, besides = {}) => {
    sent.length = 0;
    let isStopped = false;
    const target = page.document.querySelector(selector);
    page.send("click", { target, preventDefault() { isStopped = true; }, ...besides });
    return { which: sent.map(({ kind, which }) => which ?? kind), isStopped };
  };
  for (const [selector, which] of [["#print", "print"], ["#copy", "copy"], ["#share", "share"]]) {
    assert.deepEqual(press(selector), { which: [which], isStopped: false }, selector);
  }
  const book = page.document.querySelector("#book");
  for (const link of [book, page.document.querySelector("#first-step")]) Object.defineProperty(link, "protocol", { value: "https:" });
  assert.deepEqual(press("#book", { ctrlKey: true }), { which: ["booking"], isStopped: false });
  globalThis.setTimeout = () => 0;
  assert.deepEqual(press("#book"), { which: ["booking"], isStopped: true });
  assert.deepEqual(opened, []);
  hear({ kind: "heard" });
  hear({ kind: "heard" });
  assert.deepEqual(opened, [[book.href, "_top"]], "followed once");
  assert.deepEqual(press("#first-step").which, ["booking"], "the first step is the first of what comes next");
  assert.deepEqual(press("#book", { isRepeated: true }), { which: [], isStopped: false }, "a press that is done again is not said again");
  assert.deepEqual(press("h1").which, []);
});

test("starting over is said, and the first choice once", async () => {
  await introduce();
  hear({ kind: "hello" });
  sent.length = 0;
  page.send("change", {});
  page.send("change", {});
  show(snapshot("ending-under-18"));
  page.send("click", { target: page.document.querySelector("#clear") });
  assert.deepEqual(kinds().filter((kind) => !["complete", "top", "height"].includes(kind)), ["start", "restart"]);
});

test("what hello asks for is held to its shape", async (context) => {
  context.mock.method(console, "warn", () => {});
  const quiz = { clinic: { booking: { words: "Book", link: "https://own.example/" } } };
  let requests = 0;
  await introduce(() => { requests += 1; });
  hear({ kind: "hello", booking: {}, contact: [7], level: 7n, campaign: [null, ["gclid"], [["gclid"], "x"], ["room", "9"], ["gclid", "ok"]] });
  assert.equal(bridge.withHostLinks(quiz).clinic.booking.link, "https://own.example/?gclid=ok");
  assert.equal(requests, 1);
});

test("headings go on where those around stop", async () => {
  await introduce();
  hear({ kind: "hello", level: "3" });
  const levels = [...page.document.querySelectorAll("h1, h2")].map(({ localName, ariaLevel }) => [localName, ariaLevel]);
  assert.deepEqual([...new Map(levels)], [["h1", 3], ["h2", 4]]);
});

test("without a page around nothing is said", async () => {
  globalThis.parent = globalThis.window;
  await introduce();
  assert.deepEqual(sent, []);
});
