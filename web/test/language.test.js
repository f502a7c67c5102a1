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
  [["pt"], "pt-BR"],
  [["pt-PT"], "pt-BR"],
  [["es_ES"], "es"],
  [["es_ES.UTF-8"], "es"],
  [["pt_br"], "pt-BR"],
  [["pt_PT@x"], "pt-BR"],
  [["de", "ar"], "ar"],
  [["", "ar", "es"], "ar"],
  [["e"], "en"],
  [["-"], "en"],
  [["--es"], "en"],
  [["est"], "en"],
  [["p"], "en"],
  [["."], "en"],
  [["(*"], "en"],
  [["C.UTF-8", "ar"], "ar"],
]) {
  test(`${JSON.stringify(preferred)} is answered with ${expected}`, () => {
    assert.equal(negotiateLanguage(preferred, OFFERED, "en"), expected);
  });
}

for (const [wish, offered, expected] of [
  ["es", ["en", "es-MX"], "es-MX"],
  ["ES", ["en", "es-MX"], "es-MX"],
  ["es-ES", ["en", "es-MX"], "es-MX"],
  ["es-419", ["en", "es-MX", "es-AR"], "es-MX"],
  ["es-ES", ["en", "es-MX", "es"], "es"],
  ["es", ["en", "es-MX", "es"], "es"],
  ["es-MX", ["en", "es", "es-MX"], "es-MX"],
  ["zh-Hant", ["en", "zh-Hans-CN", "zh-Hant-TW"], "zh-Hant-TW"],
  ["zh_Hant_TW@x", ["en", "zh-Hans", "zh-Hant"], "zh-Hant"],
  ["es", ["en", "est"], "en"],
]) {
  test(`of ${offered.join(", ")} ${wish} is answered with ${expected}`, () => {
    assert.equal(negotiateLanguage([wish], offered, "en"), expected);
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
