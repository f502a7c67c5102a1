import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { makePage } from "./page.js";

const SCRIPT = readFileSync(new URL("../src/embed.js", import.meta.url), "utf8");

/** What somebody else's window may put into a field. */
const HOSTILE = ["pores", "<b>", -1, 1e9, null, [], {}, "booking pores", ["booking pores"], [[1.5]], 1.5, NaN, Infinity, "1 pores", true, 7n];

/** A clinic's page with a quiz, whose frame is loaded. */
function clinic(attributes = "", address = "https://clinic.example/?gclid=1&room=2&utm_source=x") {
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
  const [frame] = frames;
  const say = (message, besides = {}) => page.send("message", {
    source: frame.contentWindow, origin: "null", data: { "skin-quiz": 1, ...message }, ...besides,
  });
  return { ...page, frame, sent, events, complaints, timers, say };
}

/** The same, with the quiz shown. */
function shown(...asked) {
  const page = clinic(...asked);
  page.say({ kind: "ready", title: "Our quiz" });
  page.say({ kind: "height", value: 640 });
  page.events.length = 0;
  return page;
}

test("the frame's address has what is asked for", () => {
  const { frame } = clinic(`data="clinic-a" lang="es" accent=" #123456 " storage="none" booking-url="https://a.example/"`);
  assert.equal(String(frame.src), "https://quiz.example/?data=clinic-a&lang=es&theme=light&storage=none&accent=%23123456");
  assert.ok(!String(frame.sandbox).includes("allow-same-origin"));
});

test("hello says what the page asks for, and where the visitor comes from", () => {
  const { say, sent, frame } = clinic(`booking-url="https://a.example/" heading-level="3"`);
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

test("every event of the contract is passed on, with what belongs to it alone", () => {
  const { say, events } = shown();
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

test("a press is answered, so that its link may be followed", () => {
  const { say, sent } = shown();
  sent.length = 0;
  say({ kind: "cta", which: "booking" });
  assert.deepEqual(sent.map(({ message }) => message.kind), ["heard"]);
});

test("nothing else of a message gets through", () => {
  const { say, events, frame } = shown();
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

test("a height is a whole number of pixels, and has an end", () => {
  const { say, frame, events } = clinic();
  for (const value of [...HOSTILE.filter((one) => one !== 1e9), 0, "640"]) say({ kind: "height", value });
  assert.deepEqual(events, [], "it is not shown yet");
  say({ kind: "height", value: 1e9 });
  assert.equal(frame.style.height, "50000px");
  assert.deepEqual(events, [{ kind: "ready", detail: {} }]);
});

test("only the frame is heard, from the origin it should have, in an envelope of version 1", () => {
  const { say, events, document } = shown();
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

test("no step is passed on before the quiz is shown, but a failure is", () => {
  const { say, events } = clinic();
  say({ kind: "step", number: 1, total: 7 });
  say({ kind: "error", which: "network" });
  assert.deepEqual(events, [{ kind: "error", detail: { which: "network" } }]);
});

test("a quiz must have the address of a page", () => {
  assert.equal(clinic(`src="javascript:alert(1)"`).frame.src ?? "", "");
  assert.equal(clinic(`src="javascript:alert(1)"`).complaints.length, 1);
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

test("the language is that of what the element stands in, also around shadow roots", () => {
  for (const [attributes, outer, lang] of [[{}, "", "es"], [{}, "ar", "ar"], [{ lang: "en" }, "ar", "en"]]) {
    const element = inShadow(clinic(), "skin-quiz", attributes, outer);
    const { src } = element.shadowRoot.querySelector("iframe");
    assert.equal(new URL(src).searchParams.get("lang"), lang);
  }
});

test("a div in a shadow root is told of, with what to write instead, and no other", () => {
  const page = clinic(`></skin-quiz><div data-skin-quiz="https://quiz.example/"></div><skin-quiz`);
  inShadow(page, "skin-quiz", {});
  page.timers[0]();
  assert.deepEqual(page.complaints, []);
  const element = inShadow(page, "div", { "data-skin-quiz": "https://quiz.example/" });
  page.timers[0]();
  assert.equal(page.complaints.length, 1);
  assert.match(page.complaints[0], /write <skin-quiz src=/);
  assert.equal(element.shadowRoot, null);
});
