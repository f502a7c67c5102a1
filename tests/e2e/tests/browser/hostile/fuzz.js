// Sends random messages from the page around a frame, and from a frame of its own, to the quiz and to the page.
const [times, call, done] = arguments;
const quiz = (document.querySelector("skin-quiz")?.shadowRoot ?? document).querySelector("iframe").contentWindow;
const other = document.body.appendChild(document.createElement("iframe"));
other.style.display = "none";
let seed = call;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const of = (list) => list[random(list.length)];
const kinds = ["ready", "height", "step", "start", "complete", "cta", "restart", "error", "top", "hello", "heard", "blocked", "constructor", "__proto__", "toString", "", null];
const values = () => of([1, 0, -1, 8, 640, 1e9, NaN, Infinity, 7n, "640", "<b>", null, undefined, true, [], {}, [[1]], [null], [["gclid"]], [["a", "b"]], "javascript:1"]);
const fields = ["value", "number", "total", "which", "title", "lang", "theme", "answers", "booking", "contact", "level", "campaign"];
const message = () => random(10) === 0 ? values() : {
  "skin-quiz": of([1, 1, 1, 2, "1", null]), kind: of(kinds), ...Object.fromEntries(fields.map((name) => [name, values()])),
};
const frame = other.contentWindow.eval("(to, what) => to.postMessage(what, '*')");
for (let time = 0; time < times; time++) {
  const to = of([quiz, window]);
  if (random(2)) to.postMessage(message(), "*");
  else frame(to, message());
}
const last = `the last ${call}`;
addEventListener("message", ({ data }) => { if (data === last) { other.remove(); done(times); } });
quiz.postMessage(last, "*");
setTimeout(() => postMessage(last, "*"), 100);
