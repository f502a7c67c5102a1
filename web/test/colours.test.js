import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deriveColours, NAMES } from "../src/colours.js";

const CSS = readFileSync(new URL("../../crates/view/src/page/page.css", import.meta.url), "utf8");

/** The colours of a scheme as the style sheet has them, from a mark to the end of its block. */
function scheme(mark) {
  const block = CSS.slice(CSS.indexOf(mark)).split("}")[0];
  return Object.fromEntries(NAMES.map((name) => {
    const digits = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(block)?.[1];
    assert.ok(digits, `${mark} has no ${name}`);
    const parts = digits.length === 3 ? [...digits].map((one) => one + one) : digits.match(/../g);
    return [name, parts.map((part) => parseInt(part, 16))];
  }));
}

const SCHEMES = [scheme(":root {"), scheme(":root:where([data-theme=\"dark\"])")];

/** As WCAG 2.2 defines it, and not as colours.js has it. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What has to be told apart, and by how much: WCAG 2.2, 1.4.3 and 1.4.11. */
function pairs(has) {
  return [
    ["on-accent", "accent", 4.5],
    ...["paper", "card"].flatMap((ground) => [
      ...["ink", "soft", "accent", "red", "amber", "blue"].map((name) => [name, ground, 4.5]),
      ["edge", ground, 3],
    ]),
    ...["ink", "soft", "accent"].map((name) => [name, "tint", 4.5]),
    ...["red", "amber", "blue"].flatMap((name) => [[name, `${name}-tint`, 4.5], ["ink", `${name}-tint`, 4.5]]),
  ].map(([name, ground, least]) => ({ name, ground, least, is: contrast(has[name], has[ground]) }));
}

/** Every corner of the colours, then random ones from a fixed beginning. */
function requests() {
  const corners = [0, 118, 119, 255];
  const greys = Array.from({ length: 52 }, (_, at) => Array(3).fill(5 * at));
  const edges = corners.flatMap((red) => corners.flatMap((green) => corners.map((blue) => [red, green, blue])));
  const all = [...greys, ...edges].flatMap((one) => [{ accent: one }, { surface: one }, { text: one }]);
  let state = 0x2545f491;
  const part = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 255;
  };
  const random = () => [part(), part(), part()];
  for (let time = 0; time < 2000; time++) {
    all.push({ accent: random(), ...(time % 2 ? {} : { surface: random() }), ...(time % 3 ? {} : { text: random() }) });
  }
  return all;
}

test("every colour can be read, whatever is asked for", () => {
  let kept = 0;
  for (const request of requests()) {
    SCHEMES.forEach((scheme, at) => {
      const has = deriveColours(scheme, request, at === 1);
      for (const { name, ground, least, is } of pairs(has)) {
        if (is < least) assert.fail(`${name} on ${ground} has ${is.toFixed(3)} for ${JSON.stringify(request)}: ${JSON.stringify(has)}`);
      }
      if (String(has.accent) === String(request.accent)) kept += 1;
    });
  }
  assert.ok(kept > 500, `only ${kept} accents are used as they are`);
});

test("the style sheet's own colours stay as they are", () => {
  SCHEMES.forEach((scheme, at) => {
    const { tint, "on-accent": onAccent, ...same } = deriveColours(scheme, {}, at === 1);
    for (const [name, colour] of Object.entries(same)) assert.deepEqual(colour, scheme[name], name);
    assert.ok(tint && onAccent);
  });
});

test("a light surface changes the light scheme only, a dark one the dark scheme only", () => {
  const light = { surface: [255, 240, 230] };
  const dark = { surface: [20, 10, 30] };
  const paper = (request, at) => deriveColours(SCHEMES[at], request, at === 1).paper;
  assert.deepEqual([paper(light, 0), paper(light, 1)], [light.surface, SCHEMES[1].paper]);
  assert.deepEqual([paper(dark, 0), paper(dark, 1)], [SCHEMES[0].paper, dark.surface]);
});
