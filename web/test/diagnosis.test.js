import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { makePage } from "./page.js";

const SCRIPT = readFileSync(new URL("../src/diagnosis.js", import.meta.url), "utf8");
const PAGE = `<script async src="start-1.js" data-program="./quiz-1.js"></script>`;
const OPEN = { "Access-Control-Allow-Origin": "*" };

/**
 * What is said of a quiz in a page, by what its addresses answer: `{ status, body, headers }`, "closed" where
 * none may be read, nothing where none comes. `policy` are the directives that refuse it.
 */
async function said({ host = "https://clinic.example/", quiz = "https://quiz.example/", script = "https://quiz.example/", answers = {}, policy = [] }) {
  const { window, document, send } = makePage("", host);
  const isOwn = new URL(quiz).origin === new URL(host).origin;
  const refuse = (directive) => send("securitypolicyviolation", { blockedURI: quiz, effectiveDirective: directive });
  const fetch = async (address, { mode }) => {
    if (policy.includes("connect-src")) refuse("connect-src");
    const { status = 200, body = PAGE, headers = OPEN } = answers[address] ?? { status: 0 };
    const isOpen = isOwn || (mode === "no-cors" ? !headers.guarded : headers !== "closed");
    if (!status || !isOpen || policy.includes("connect-src")) throw new TypeError("Failed to fetch");
    return { ok: status < 400, status, url: String(address), text: async () => body, headers: new Headers(isOwn && headers !== "closed" ? headers : {}) };
  };
  const loaded = [];
  document.head.append = (element) => {
    loaded.push(element.src);
    if (answers[element.src]?.status === 200) element.onload();
    else element.onerror();
  };
  document.body.append = () => policy.filter((directive) => directive !== "connect-src").forEach(refuse);
  document.head.innerHTML = `<script src="${script}diagnosis.js#${quiz}?lang=en&amp;theme=light"></script>`;
  Object.defineProperty(document, "currentScript", { value: document.head.firstChild });
  return new Promise((resolve) => {
    vm.runInNewContext(SCRIPT, {
      ...window, window, URL, fetch, setTimeout: (act) => act(), console: { error: resolve },
    });
  });
}

const ADDRESS = "https://quiz.example/?lang=en&theme=light";
const OWN = "https://clinic.example/quiz/";
const own = (answer, besides = {}) => ({
  quiz: OWN, script: OWN,
  answers: { [`${OWN}?lang=en&theme=light`]: answer, [`${OWN}start-1.js`]: { headers: OPEN }, ...besides },
});

for (const [name, given, cause] of [
  ["a wrong folder", { answers: { [ADDRESS]: { status: 404 } } }, "there is no quiz at this address: the server answers 404. Write into src"],
  ["a wrong folder of the page's own server", own({ status: 404, headers: {} }), "there is no quiz at this address: the server answers 404."],
  ["a server in trouble", { answers: { [ADDRESS]: { status: 503 } } }, "the server answers 503."],
  ["a wrong folder whose answer may not be read", { script: "https://cdn.example/quiz/", answers: { [ADDRESS]: { headers: "closed" } } }, "there is no quiz at this address. Write into src"],
  ["another page", { answers: { [ADDRESS]: { body: "<h1>A clinic</h1>" } } }, "there is another page at this address, not the quiz."],
  ["files kept back", { answers: { [ADDRESS]: { headers: "closed" } } }, "its server keeps its files to itself. Let its server send \"Access-Control-Allow-Origin: *\""],
  ["files kept back, the script elsewhere", { script: "https://cdn.example/quiz/", answers: { [ADDRESS]: { headers: "closed" }, "https://quiz.example/embed.js": { status: 200 } } }, "its server keeps its files to itself."],
  ["all but the page kept back", { answers: { [ADDRESS]: {}, "https://quiz.example/start-1.js": { headers: "closed" } } }, "its server keeps its files to itself."],
  ["files kept back on the page's own server", own({ headers: {} }), "its server keeps its files to itself."],
  ["a file that is missing", { answers: { [ADDRESS]: {}, "https://quiz.example/start-1.js": { status: 404 } } }, "start-1.js is not there: the server answers 404. Upload the whole folder again."],
  ["files for the same site alone", { answers: { [ADDRESS]: {}, "https://quiz.example/start-1.js": { headers: { guarded: true } } } }, "its server forbids other sites its files. Let it send \"Cross-Origin-Resource-Policy: cross-origin\""],
  ["files of the page's own server for the same site alone", own({ headers: { ...OPEN, "Cross-Origin-Resource-Policy": "same-origin" } }), "its server forbids other sites its files."],
  ["no server", {}, "no server answers at quiz.example."],
  ["a page that forbids the frame", { policy: ["frame-src"] }, "this page's Content-Security-Policy forbids the frame. Name https://quiz.example in its frame-src."],
  ["a page that may not ask", { policy: ["connect-src"] }, "this page's Content-Security-Policy keeps it from asking why (connect-src)."],
  ["a site that is not named", { answers: { [ADDRESS]: {}, "https://quiz.example/start-1.js": {} } }, "its server does not let this site show it. Name https://clinic.example in frame-ancestors"],
  ["a policy of 'self' on the page's own server", own({ headers: OPEN }), "names https://clinic.example beside 'self'."],
  ["http in https", { quiz: "http://quiz.example/" }, "browsers show no http: page within an https: page."],
]) {
  test(name, async () => {
    const text = await said(given);
    const { quiz = "https://quiz.example/" } = given;
    assert.ok(text.startsWith(`skin-quiz: ${quiz} does not start: `), text);
    assert.ok(text.includes(cause), text);
  });
}
