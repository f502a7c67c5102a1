import assert from "node:assert/strict";
import { test } from "node:test";
import { dataFile } from "../src/data-file.js";

const USUAL = "data/microneedling.json";

for (const [name, path] of [["clinic-a", "data/clinic-a.json"], ["clinic.b.json", "data/clinic.b.json"], ["", USUAL], [undefined, USUAL]]) {
  test(`data=${name} is ${path}`, () => assert.equal(dataFile(name, USUAL), path));
}

for (const name of ["../secret", "https://elsewhere.example/quiz.json", "a/b", ".hidden", "a b", "%2e%2e"]) {
  test(`data=${name} is refused`, (context) => {
    const warn = context.mock.method(console, "warn", () => {});
    assert.equal(dataFile(name, USUAL), USUAL);
    assert.match(warn.mock.calls[0].arguments[0], /^skin-quiz: data=".*" is not used\./);
  });
}
