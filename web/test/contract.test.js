import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { CAMPAIGN, EVENT } from "../src/contract/messages.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, one]) => one).sort();

const MESSAGES = read("../src/contract/messages.js");
const EMBED = read("../src/embed.js");
const unions = Object.fromEntries(["CallToAction", "FailureKind"].map((name) => {
  const [, union] = new RegExp(`@typedef \\{([^}]+)\\} ${name}`).exec(MESSAGES);
  return [name, found(union, /"(\w+)"/g)];
}));

test("embed.js has the patterns of the contract", () => {
  for (const [name, pattern] of Object.entries({ CAMPAIGN, EVENT })) {
    assert.ok(EMBED.includes(`const ${name} = ${pattern};\n`), `${name} in embed.js is not ${pattern}`);
  }
});

test("the documentation has every message, and no other", () => {
  const section = read("../../docs/embedding.md").split("\n## The messages\n")[1].split("\n## ")[0];
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  for (const [from, type] of [["quiz", "QuizMessage"], ["host", "HostMessage"]]) {
    const documented = rows.filter((row) => row.split("|")[2].trim() === from).flatMap((row) => found(row.split("|")[1], /`(\w+)`/g)).sort();
    const typedef = MESSAGES.split(`\n */`).find((part) => part.includes(`}} ${type}`));
    assert.deepEqual(found(typedef, /kind: "(\w+)"/g), documented, type);
  }
});

test("an event is one of the contract, and nothing else", () => {
  const events = [
    ["start"], ["complete"], ["restart"], ["step", 1, 9], ["step", 12, 345],
    ...unions.CallToAction.map((which) => ["cta", undefined, undefined, which]),
    ...unions.FailureKind.map((which) => ["error", undefined, undefined, which]),
  ];
  for (const event of events) assert.match(String(Array.from({ length: 4 }, (_, at) => event[at])), EVENT);
  for (const [, , , which] of events.slice(5)) assert.equal(EVENT.test(`start,,,${which}`), false);
  for (const hostile of [
    ["step"], ["step", "pores", 9], ["step", 1, 1234], ["step", -1, 9], ["step", 1.5, 9], ["cta", undefined, undefined, "pores"],
    ["cta", undefined, undefined, "booking pores"], ["error", undefined, undefined, ["network", "x"]], ["start", 1], ["ready"], ["height", 1], ["constructor"], [""], [null],
  ]) {
    assert.doesNotMatch(String(Array.from({ length: 4 }, (_, at) => hostile[at])), EVENT);
  }
});

test("every selector of the contract is used", () => {
  const selectors = found(read("../src/contract/elements.d.ts"), /^ {2}"(.+)": /gm);
  const folder = new URL("../src/", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  // host-bridge.js has these as ids, for it is asked about the id of what was pressed.
  const calls = /const CALLS = \{ (.+) \}/.exec(sources)[1].split(", ").map((pair) => `#${pair.split(":")[0].replaceAll("\"", "")}`);
  const ids = [...calls, ...found(sources, /\bid === "(\w+)"/g).map((id) => `#${id}`)];
  for (const selector of selectors) {
    assert.ok(sources.includes(`"${selector}"`) || ids.includes(selector), `no script looks for ${selector}`);
  }
  for (const id of ids) assert.ok(selectors.includes(id), `${id} is not in the contract`);
});
