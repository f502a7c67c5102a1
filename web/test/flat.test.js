import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { flat } from "../src/flat.js";

/** Cases of both sides: tests/it/flat.rs reads the same. */
const FOLDER = new URL("../../tests/cases/flat/", import.meta.url);

for (const name of readdirSync(FOLDER)) {
  test(`flat: ${name}`, () => {
    const { value, flat: tokens } = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    assert.deepEqual(flat(value).split("\0"), tokens);
  });
}
