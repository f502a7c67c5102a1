import assert from "node:assert/strict";
import { test } from "node:test";
import { languagesOf, negotiateLanguage } from "../src/language.js";

const OFFERED = ["en", "es", "pt-BR", "ar"];

for (const [preferred, expected] of [
  [[], "en"],
  [["", undefined, null], "en"],
  [["es"], "es"],
  [["ES"], "es"],
  [["es-MX"], "es"],
  [["es-419-x-private"], "es"],
  [["pt-br"], "pt-BR"],
  [["pt"], "en"],
  [["de", "ar"], "ar"],
  [["", "ar", "es"], "ar"],
  [["e"], "en"],
  [["-"], "en"],
]) {
  test(`${JSON.stringify(preferred)} is answered with ${expected}`, () => {
    assert.equal(negotiateLanguage(preferred, OFFERED, "en"), expected);
  });
}

test("a file says its languages, its own first", () => {
  const quiz = { language: "de", languages: [{ tag: "de" }, { language: "fr" }, { language: "it" }] };
  assert.deepEqual(languagesOf(quiz, "en"), ["de", "fr", "it"]);
});

test("a file that is not checked yet may hold anything", () => {
  for (const quiz of [undefined, null, 7, "text", [], {}, { language: 7, languages: "es" }, { languages: [null, 7, {}, { language: 7 }] }]) {
    assert.deepEqual(languagesOf(quiz, "en"), ["en"], JSON.stringify(quiz));
  }
});
