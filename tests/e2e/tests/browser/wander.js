// Takes random steps in the quiz it runs in and then goes back to the first question; gives what was
// wrong, how many elements and listeners there are, and how much memory the program has.
const [steps, done] = arguments;
let seed = 7;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const one = (list) => list[random(list.length)];
const get = (selector) => document.querySelector(selector);
const frame = () => new Promise((painted) => requestAnimationFrame(painted));
const turn = () => new Promise((next) => setTimeout(next));
const wrong = [];

function fits() {
  const root = document.documentElement;
  const spare = innerHeight - root.getBoundingClientRect().height;
  return spare >= 0 && spare < (get("#quiz .progress") ? 16 : 64) && root.scrollHeight <= root.clientHeight;
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
  if (random(3) && get("#quiz input:checked")) return get("#quiz form button").click();
  one([...document.querySelectorAll("#quiz input")]).click();
}

async function home() {
  while (get("#quiz .progress")?.dataset.number !== "1") {
    (get("#back") ?? get("#restart") ?? get("#clear")).click();
    await turn();
  }
}

(async () => {
  for (let taken = 0; taken < steps; taken++) {
    step();
    await turn();
    if (!(await settles())) wrong.push(`${taken}: ${innerHeight} for ${document.documentElement.getBoundingClientRect().height}`);
  }
  await home();
  const elements = document.querySelectorAll("*").length;
  done({ wrong, elements, listeners: counted.listeners, memory: counted.memory?.buffer.byteLength ?? 0 });
})();
