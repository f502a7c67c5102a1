// Does one thing after another with the program in a frame, and notes every crash. `act(number)` is what
// is done; it throws where nothing follows. After `LEG` of them this page gives way to another one like it.

// How long something may take to follow from a press, in milliseconds.
const PATIENCE = 15_000;
// How far apart an uncaught error and the page's word that it started the program again may be.
const TOGETHER = 3_000;
// What the quiz or the studio says when it starts its program again.
const STOPPED = /skin-quiz: the (program|studio) stopped/;
const LONGEST = 1_500;
const KEPT = "stress";

const told = { over: false, number: 0, end: 0, moment: "", done: 0, ended: 0, steps: 0, crashes: [] };
let notes = { errors: [], stops: [], said: null };
let frame = null;

const { port1, port2 } = new MessageChannel();
let wake;
port1.onmessage = () => wake();
// One task later; a timer would wait longer each time.
const tick = () => new Promise((next) => {
  wake = next;
  port2.postMessage(null);
});
const pause = (milliseconds) => new Promise((next) => setTimeout(next, milliseconds));

const page = () => frame?.contentDocument;
const get = (selector) => page()?.querySelector(selector);
const all = (selector) => [...(page()?.querySelectorAll(selector) ?? [])];

// What is seen of a program that cannot go on: the page of failures, or the studio's word for it.
const gaveUp = () => get("#failure:not([hidden]), #failed");

const seen = () => (get("#heading") ?? page()?.body)?.textContent.trim().slice(0, 80);

async function until(wanted, holds) {
  const end = performance.now() + PATIENCE;
  for (let looks = 0; ; looks++) {
    if (gaveUp()) throw Object.assign(new Error(`the page of failures, instead of ${wanted}`), { gaveUp: true });
    const held = holds();
    if (held) return held;
    if (performance.now() > end) throw new Error(`waited in vain for ${wanted}, and saw: ${seen()}`);
    await (looks < 400 ? tick() : pause(4));
  }
}

// Presses, once, what is there by then: each press is a task of its own, as a visitor's is.
async function press(what, find, kind = "click") {
  await until(`${what} to press`, find);
  // Looked up afresh: another program may have drawn the screen anew since, and what it replaced hears nothing.
  const element = find();
  if (kind === "tap") tap(element);
  else element.click();
  told.steps++;
  await tick();
}

function tap(element) {
  const { PointerEvent } = frame.contentWindow;
  const pointer = (kind) => element.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
  pointer("pointerdown");
  pointer("pointerup");
  element.click();
}

function open(path, [width, height]) {
  leave();
  frame = document.createElement("iframe");
  Object.assign(frame, { title: "Stress", src: path, width, height });
  document.body.append(frame);
}

function leave() {
  frame?.remove();
  frame = null;
}

const short = (text) => String(text ?? "").slice(0, LONGEST);
// An error of the frame is none of this page's.
const isError = (thing) => typeof thing?.stack === "string";
const noted = (message, error) => ({
  number: told.number,
  moment: told.moment,
  message: short(message),
  stack: short(error?.stack),
  at: performance.now(),
});

function heard(given) {
  const words = given.map((one) => isError(one) ? one.message : String(one)).join(" ");
  const said = noted(words, given.find(isError));
  if (STOPPED.test(words)) notes.stops.push(said);
  else notes.said = said;
}

// The page in the frame calls this before it does anything else, at each load.
globalThis.onframe = (window) => {
  for (const name of settings.without) delete window[name];
  for (const level of ["warn", "error"]) {
    const { console } = window;
    const original = console[level];
    console[level] = (...given) => {
      heard(given);
      original.apply(console, given);
    };
  }
  let leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  // What a program that has stopped had under way ends by an error of this name.
  const isOver = (error) => error?.name === "Stopped";
  window.addEventListener("error", ({ message, error }) => {
    if (message && !isOver(error)) notes.errors.push(noted(message, error));
  }, true);
  // What a page asked for when it is left is refused, and nobody is there to hear of it.
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (!leaving && !isOver(reason)) notes.errors.push(noted(`nobody caught ${reason}`, reason));
  });
};

const together = (stop, error) => Math.abs(stop.at - error.at) < TOGETHER;
const alone = () => notes.errors.filter((error) => !notes.stops.some((stop) => together(stop, error)));
const whole = ({ message, stack }) => stack.includes(message) ? stack : `${message}\n${stack}`.trim();
const stacks = (all) => all.map(whole).join("\n");

// Gives the page time to tell what became of an uncaught error.
async function explained() {
  const end = performance.now() + TOGETHER;
  while (frame && alone().length && performance.now() < end) await pause(50);
}

// An uncaught error and the page's word that it started the program again are one crash; so are a page of
// failures and such a word right before it.
function judge(missed) {
  const { stops, said } = notes;
  const heardOf = [...alone(), ...stops, said].filter(Boolean);
  const isVain = missed?.gaveUp && stops.length && together(stops.at(-1), { at: performance.now() });
  for (const stop of isVain ? stops.slice(0, -1) : stops) {
    const errors = notes.errors.filter((error) => together(stop, error));
    const [{ moment }] = [...errors, stop];
    told.crashes.push({ ...stop, moment, hidden: true, stack: stacks([stop, ...errors]) });
  }
  const [error] = alone();
  if (missed) {
    const stack = stacks(heardOf.length ? heardOf : [missed]);
    told.crashes.push({ ...noted(missed.message), hidden: false, stack });
  } else if (error) {
    told.crashes.push({ ...error, hidden: false });
  }
}

async function one() {
  told.moment = "load";
  notes = { errors: [], stops: [], said: null };
  const missed = await act(told.number).then(() => null, (error) => error);
  if (!missed) await explained();
  judge(missed);
  if (missed) leave();
  told.ended += missed ? 0 : 1;
  told.done++;
  told.number++;
}

async function work() {
  for (let done = 0; told.number < told.end; done++) {
    if (done === LEG) {
      sessionStorage.setItem(KEPT, JSON.stringify(told));
      return location.replace(`?from=${told.number}`);
    }
    await one();
  }
  told.over = true;
}

// Does those from one number up to another.
globalThis.begin = (number, end) => {
  Object.assign(told, { number, end });
  work();
};

// What was done so far.
globalThis.tell = () => told;

const kept = sessionStorage.getItem(KEPT);
if (kept) {
  sessionStorage.removeItem(KEPT);
  Object.assign(told, JSON.parse(kept));
  addEventListener("load", work);
}
