// Takes random steps in the quiz it runs in; gives what was wrong and, at every first question that it
// returns to, how many elements and listeners there are and how much memory the program has.
const [steps, done] = arguments;
let seed = 7;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const one = (list) => list[random(list.length)];
const get = (selector) => document.querySelector(selector);
const frame = () => new Promise((painted) => requestAnimationFrame(painted));
const wrong = [];
const seen = [];

function fits() {
  const root = document.documentElement;
  const spare = innerHeight - root.getBoundingClientRect().height;
  return spare >= 0 && spare < 8 && root.scrollHeight <= root.clientHeight;
}

async function settles() {
  for (let frames = 0; frames < 300; frames++) {
    if (fits()) return true;
    await frame();
  }
  return false;
}

function step() {
  const number = +(get("#quiz .progress")?.dataset.number ?? 0);
  if (!number) return one([...document.querySelectorAll("#restart, #clear, #along, #answers button, #answers summary")]).click();
  if (number > 1 && random(8) === 0) return get("#back").click();
  one([...document.querySelectorAll("#quiz input")]).click();
  if (random(6)) setTimeout(() => get("#quiz form button")?.click());
}

async function note() {
  const first = get("#quiz .progress")?.dataset.number === "1" && !get("#quiz input:checked");
  if (!first) return;
  seen.push({ elements: document.querySelectorAll("*").length, listeners: counted.listeners, memory: counted.memory?.buffer.byteLength ?? 0 });
}

(async () => {
  for (let taken = 0; taken < steps; taken++) {
    step();
    await frame();
    if (!(await settles())) wrong.push(`${taken}: ${innerHeight} for ${document.documentElement.getBoundingClientRect().height}`);
    await note();
  }
  done({ wrong, seen });
})();
