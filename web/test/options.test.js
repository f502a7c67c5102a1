import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, makePage } from "./page.js";

/** A script that notes what it is called with. */
const noting = (name) => `data:text/javascript,export const ${name} = (value) => { globalThis.${name} = value; }`;
const page = makePage(
  `<script data-program="./quiz.js" data-quiz="data/microneedling.json" data-extra-theme="${noting("applyTheme")}" data-extra-session="${noting("keepSession")}"></script>`,
  "https://quiz.example/?data=clinic-a&lang=%20es%20&theme=DARK&storage=Session&accent=red&nothing=1",
);
enter(page);
const options = await import("../src/options.js");
const root = page.document.documentElement.dataset;

test("the address names the data file, the language and the scheme", () => {
  assert.equal(options.quizPath, "data/clinic-a.json");
  assert.equal(options.requestedLanguage, "es");
  assert.equal(root.theme, "dark");
});

test("the question in the page is not that of another quiz", () => {
  assert.equal(options.isPrerendered, false);
});

test("the theme is loaded, as colours are asked for, and gets all of the address", async () => {
  await options.themed;
  assert.equal(globalThis.applyTheme.get("accent"), "red");
});

test("the session is loaded, as storage is asked for", async () => {
  await options.restoreSession("q");
  assert.equal(globalThis.keepSession, "q");
});

test("the question is hidden until it may be seen", async () => {
  let show;
  options.hideUntil(new Promise((resolve) => { show = resolve; }));
  assert.equal(root.waiting, "data");
  assert.equal(page.document.title, "Quiz");
  show();
  await new Promise((resolve) => { setTimeout(resolve); });
  assert.equal(root.waiting, undefined);
});
