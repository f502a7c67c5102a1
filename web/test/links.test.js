import assert from "node:assert/strict";
import { test } from "node:test";
import { campaignOf, withRequestedLinks } from "../src/links.js";

const QUIZ = {
  id: "q",
  clinic: { name: "C", booking: { words: "Book", link: "https://own.example/book?utm_source=kept" }, contact: { words: "Call", link: "tel:1" } },
};
const NONE = { campaign: [] };

test("without a request the file is as it is", () => {
  assert.deepEqual(withRequestedLinks(QUIZ, NONE), QUIZ);
});

test("links that are asked for take the place of the file's", () => {
  const { clinic } = withRequestedLinks(QUIZ, { ...NONE, booking: "https://asked.example/", contact: "mailto:a@b.example" });
  assert.deepEqual(clinic.booking, { words: "Book", link: "https://asked.example/" });
  assert.deepEqual(clinic.contact, { words: "Call", link: "mailto:a@b.example" });
  assert.equal(QUIZ.clinic.contact.link, "tel:1", "the file itself is not changed");
});

for (const address of ["javascript:alert(1)", "http://a.example/", "data:text/html,x", "/relative", "", 7, {}, [7], null, undefined]) {
  test(`${JSON.stringify(address)} is no link`, (context) => {
    context.mock.method(console, "warn", () => {});
    assert.deepEqual(withRequestedLinks(QUIZ, { ...NONE, booking: address, contact: address }), QUIZ);
  });
}

test("a link without a label in the file is not used", (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  const quiz = { clinic: { name: "C" } };
  assert.deepEqual(withRequestedLinks(quiz, { ...NONE, contact: "tel:2" }), quiz);
  assert.equal(warn.mock.callCount(), 1);
});

test("a booking link says where the visitor comes from, and keeps what it says already", () => {
  const campaign = [["utm_source", "new"], ["gclid", "a&b"]];
  const { clinic } = withRequestedLinks(QUIZ, { campaign });
  assert.equal(clinic.booking.link, "https://own.example/book?utm_source=kept&gclid=a%26b");
  assert.equal(clinic.contact.link, "tel:1");
});

test("a file that is not checked yet may hold anything", () => {
  for (const quiz of [undefined, null, 7, "text", [], {}, { clinic: null }]) {
    assert.deepEqual(withRequestedLinks(quiz, { ...NONE, booking: undefined }), quiz);
  }
});

test("of a campaign only known names with texts are used", () => {
  const pairs = [
    null, 1, "ab", {}, [], ["gclid"], ["gclid", 1], [["gclid"], "x"], ["gclid", "x", "y"], ["room", "9"], ["utm_", "z"], ["xgclid", "z"],
    ["utm_source", "a"], ["gclid", "b"], ["dclid", "c"], ["gbraid", "d"], ["wbraid", "e"], ["fbclid", "f"], ["ttclid", "g"], ["msclkid", "h"],
  ];
  assert.deepEqual(campaignOf(pairs), pairs.slice(12));
  for (const none of [undefined, null, 7, "gclid", { length: 1 }]) assert.deepEqual(campaignOf(none), []);
});
