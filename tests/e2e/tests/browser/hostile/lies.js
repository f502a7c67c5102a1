// Makes the quiz's own window say, at a sign, what it may say when somebody else has taken it over.
const values = ["pores", "<b>", -1, 1e9, null, [], {}, "booking pores", ["booking pores"], [[1.5]], 1.5, NaN, "1 pores"];
const kinds = {
  cta: ["which"], error: ["which"], step: ["number", "total"], top: [], wrong: [], constructor: [], ["__proto__"]: [], blocked: [],
};
addEventListener("message", ({ data }) => {
  if (data !== "lie") return;
  for (const [kind, names] of Object.entries(kinds)) {
    for (const value of values) {
      parent.postMessage({ "skin-quiz": 1, kind, ...Object.fromEntries(names.map((name) => [name, value])) }, "*");
    }
  }
});
