import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { makePage } from "./page.js";

const SCRIPT = readFileSync(new URL("../src/embed.js", import.meta.url), "utf8");

/** What somebody else's window may put into a field. */
const HOSTILE = ["pores", "<b>", -1, 1e9, null, [], {}, "booking pores", ["booking pores"], [[1.5]], 1.5, NaN, Infinity, "1 pores", true, 7n];

/** Lets what waits for promises happen. */
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

/** A clinic's page with a quiz, whose frame is loaded. */
async function clinic(attributes = "", address = "https://clinic.example/?gclid=1&room=2&utm_source=x") {
  const page = makePage("", address);
  const { document, window, observers } = page;
  const sent = [];
  const events = [];
  const frames = [];
  const createElement = document.createElement.bind(document);
  document.createElement = (name) => {
    const element = createElement(name);
    if (name !== "iframe") return element;
    const contentWindow = { postMessage: (message, origin) => sent.push({ message, origin }) };
    frames.push(element);
    return Object.defineProperty(element, "contentWindow", { value: contentWindow });
  };
  Object.defineProperty(document, "currentScript", { value: { src: "https://quiz.example/embed.js" } });
  for (const kind of ["ready", "start", "step", "complete", "restart", "cta", "error", "impression"]) {
    document.addEventListener(`skin-quiz:${kind}`, ({ detail }) => events.push({ kind, detail: { ...detail } }));
  }
  const complaints = [];
  const timers = [];
  vm.runInNewContext(SCRIPT, {
    ...window, window, URL, URLSearchParams, clearTimeout: () => {}, innerHeight: 800,
    setTimeout: (act, after, ...given) => timers.push(() => act(...given)),
    CSSStyleSheet: class { replaceSync() {} },
    getComputedStyle: () => ({ getPropertyValue: (name) => name === "background-color" ? "rgb(255, 255, 255)" : "" }),
    console: { error: (text) => complaints.push(text) },
  });
  document.body.innerHTML = `<skin-quiz ${attributes}><a href="/quiz">Take the quiz</a></skin-quiz>`;
  observers.filter(({ constructor }) => constructor === window.IntersectionObserver).forEach((observer) => observer.call([{ isIntersecting: true }]));
  await settled();
  const [frame] = frames;
  const say = (message, besides = {}) => page.send("message", {
    source: frame.contentWindow, origin: "null", data: { "skin-quiz": 1, ...message }, ...besides,
  });
  return { ...page, frame, sent, events, complaints, timers, say };
}

/** The same, with the quiz shown. */
async function shown(...asked) {
  const page = await clinic(...asked);
  page.say({ kind: "ready", title: "Our quiz" });
  page.say({ kind: "height", value: 640 });
  page.events.length = 0;
  return page;
}

test("the frame's address has what is asked for", async () => {
  const { frame } = await clinic(`data="clinic-a" lang="es" accent=" #123456 " storage="none" booking-url="https://a.example/"`);
  assert.equal(String(frame.src), "https://quiz.example/?data=clinic-a&lang=es&theme=light&storage=none&accent=%23123456");
  assert.ok(!String(frame.sandbox).includes("allow-same-origin"));
});

test("hello says what the page asks for, and where the visitor comes from", async () => {
  const { say, sent, frame } = await clinic(`booking-url="https://a.example/" heading-level="3"`);
  say({ kind: "ready", title: "Our quiz" });
  assert.equal(frame.title, "Our quiz");
  assert.deepEqual(structuredClone(sent), [{
    origin: "*",
    message: {
      "skin-quiz": 1, kind: "hello", booking: "https://a.example/", contact: undefined, level: "3",
      campaign: [["gclid", "1"], ["utm_source", "x"]],
    },
  }]);
});

test("every event of the contract is passed on, with what belongs to it alone", async () => {
  const { say, events } = await shown();
  const secret = { answers: "pores", title: "pores" };
  say({ kind: "start", ...secret });
  say({ kind: "step", number: 2, total: 7, ...secret });
  say({ kind: "complete", ...secret });
  say({ kind: "restart", ...secret });
  for (const which of ["booking", "contact", "print", "copy", "share"]) say({ kind: "cta", which, ...secret });
  for (const which of ["network", "data", "browser", "crash"]) say({ kind: "error", which, ...secret });
  assert.deepEqual(events, [
    { kind: "start", detail: {} }, { kind: "step", detail: { number: 2, total: 7 } }, { kind: "complete", detail: {} }, { kind: "restart", detail: {} },
    ...["booking", "contact", "print", "copy", "share"].map((which) => ({ kind: "cta", detail: { which } })),
    ...["network", "data", "browser", "crash"].map((which) => ({ kind: "error", detail: { which } })),
  ]);
});

test("a press is answered, so that its link may be followed", async () => {
  const { say, sent } = await shown();
  sent.length = 0;
  say({ kind: "cta", which: "booking" });
  assert.deepEqual(sent.map(({ message }) => message.kind), ["heard"]);
});

test("nothing else of a message gets through", async () => {
  const { say, events, frame } = await shown();
  const before = frame.style.cssText;
  for (const kind of ["cta", "error", "step", "start", "complete", "restart", "impression", "hello", "heard", "wrong", "constructor", "__proto__", "toString", "", null, undefined, 7, ["start"]]) {
    for (const value of HOSTILE) {
      if (["start", "complete", "restart"].includes(String(kind)) && [null, [], undefined].some((none) => String(none ?? "") === String(value ?? ""))) continue;
      say({ kind, which: value, number: value, total: value });
    }
  }
  assert.deepEqual(events, []);
  assert.equal(frame.style.cssText, before);
});

test("a height is a whole number of pixels, and has an end", async () => {
  const { say, frame, events } = await clinic();
  for (const value of [...HOSTILE.filter((one) => one !== 1e9), 0, "640"]) say({ kind: "height", value });
  assert.deepEqual(events, [], "it is not shown yet");
  say({ kind: "height", value: 1e9 });
  assert.equal(frame.style.height, "50000px");
  assert.deepEqual(events, [{ kind: "ready", detail: {} }]);
});

test("only the frame is heard, from the origin it should have, in an envelope of version 1", async () => {
  const { say, events, document } = await shown();
  const start = { kind: "start" };
  say(start, { source: {} });
  say(start, { source: null });
  say(start, { origin: "https://quiz.example" });
  say(start, { data: null });
  say(start, { data: "start" });
  say(start, { data: { kind: "start" } });
  say({ ...start, "skin-quiz": 2 });
  say({ ...start, "skin-quiz": "1" });
  assert.deepEqual(events, []);
  say(start);
  assert.deepEqual(events, [{ kind: "start", detail: {} }]);
  document.querySelector("skin-quiz").remove();
});

test("no step is passed on before the quiz is shown, but a failure is", async () => {
  const { say, events } = await clinic();
  say({ kind: "step", number: 1, total: 7 });
  say({ kind: "error", which: "network" });
  assert.deepEqual(events, [{ kind: "error", detail: { which: "network" } }]);
});

test("a quiz must have the address of a page", async () => {
  assert.equal((await clinic(`src="javascript:alert(1)"`)).frame.src ?? "", "");
  assert.equal((await clinic(`src="javascript:alert(1)"`)).complaints.length, 1);
});

const ADDRESS = "https://clinic.example/?gclid=1&room=2&utm_source=x";

test("a press of a link is what notes how many entries lead back to the page, beside what is there", async () => {
  for (const [state, wanted] of [
    [null, { "skin-quiz": { [ADDRESS]: 3 } }],
    [{ route: "quiz" }, { route: "quiz", "skin-quiz": { [ADDRESS]: 3 } }],
    ["quiz", "quiz"],
  ]) {
    const { say, send, history } = await shown();
    history.state = state;
    for (const value of [1, 2, 3, -1, 1.5, "4", null, 7n]) say({ kind: "entries", value });
    assert.deepEqual(history.state, state);
    send("click", {});
    assert.deepEqual(structuredClone(history.state), wanted);
    say({ kind: "entries", value: 0 });
    assert.deepEqual(structuredClone(history.state), state === "quiz" ? state : { ...state, "skin-quiz": { [ADDRESS]: 0 } });
  }
});

test("a page without its quiz goes back over that quiz's entries", async () => {
  const { say, document, history, timers } = await shown();
  say({ kind: "entries", value: 3 });
  document.querySelector("skin-quiz").remove();
  assert.deepEqual(history.went, []);
  timers.at(-1)();
  await settled();
  assert.deepEqual(history.went, [-3]);
});

test("a page that went elsewhere meanwhile does so when it comes back", async () => {
  const { say, send, document, history, timers } = await shown();
  say({ kind: "entries", value: 3 });
  send("click", {});
  const { state } = history;
  history.pushState({ route: "prices" });
  document.querySelector("skin-quiz").remove();
  timers.at(-1)();
  await settled();
  assert.deepEqual(history.went, []);
  history.state = state;
  send("popstate", {});
  assert.deepEqual(history.went, [-3]);
});

test("no page goes back for a note of another address", async () => {
  const { say, send, history } = await shown();
  history.state = { "skin-quiz": { "https://clinic.example/prices": 3 } };
  send("popstate", {});
  assert.deepEqual(history.went, []);
  say({ kind: "entries", value: 0 });
  send("popstate", {});
  assert.deepEqual(history.went, []);
});

/** An element in a shadow root in the shadow root of another one, of a page in Spanish. */
function inShadow({ document, window, observers }, name, attributes, outer = "") {
  document.documentElement.lang = "es";
  let place = document.body;
  for (const lang of ["", outer]) {
    const host = document.createElement("div");
    if (lang) host.lang = lang;
    place.append(host);
    place = host.attachShadow({ mode: "open" });
  }
  const element = Object.assign(document.createElement(name), { innerHTML: "Take the quiz" });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place.append(element);
  observers.filter((one) => one.constructor === window.IntersectionObserver).at(-1).call([{ isIntersecting: true }]);
  return element;
}

test("the language is that of what the element stands in, also around shadow roots", async () => {
  for (const [attributes, outer, lang] of [[{}, "", "es"], [{}, "ar", "ar"], [{ lang: "en" }, "ar", "en"]]) {
    const element = inShadow(await clinic(), "skin-quiz", attributes, outer);
    await settled();
    const { src } = element.shadowRoot.querySelector("iframe");
    assert.equal(new URL(src).searchParams.get("lang"), lang);
  }
});

test("a div in a shadow root is told of, with what to write instead, and no other", async () => {
  const page = await clinic(`></skin-quiz><div data-skin-quiz="https://quiz.example/"></div><skin-quiz`);
  inShadow(page, "skin-quiz", {});
  page.timers[0]();
  assert.deepEqual(page.complaints, []);
  const element = inShadow(page, "div", { "data-skin-quiz": "https://quiz.example/" });
  page.timers[0]();
  assert.equal(page.complaints.length, 1);
  assert.match(page.complaints[0], /write <skin-quiz src=/);
  assert.equal(element.shadowRoot, null);
});
