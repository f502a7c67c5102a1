// A visit: a walk through the quiz to its result. What else is done on the way follows from its number, so
// that a run can be repeated; the divisors have nothing in common, so that everything meets everything.

// WebKit takes no more than a hundred entries of the history in half a minute from all frames of a page.
const LEG = 5;
const PHONE = [390, 844];

const inputs = (question) => all(`#quiz fieldset input[name='${question}']`);
const asked = () => get("#quiz main.question fieldset input")?.name;
const isBegun = () => get("#quiz main:not([data-served])");
const isResult = () => get("#quiz main.result") && get("#restart");

globalThis.act = async (number) => {
  const steps = number % 2 ? settings.allConcerns : settings.oneConcern;
  const half = Math.floor(steps.length / 2);
  const kind = number % 3 === 1 ? "tap" : "click";
  open(`index.html?visit=${number}`, PHONE);
  if (number % 7 === 6) await until("the page", () => get("#continue"));
  else await until("the program", isBegun);
  await walk(steps.slice(0, half), kind);
  if (number % 9 === 4) {
    await reload();
    await walk(steps.slice(0, half), kind);
  }
  if (number % 5 === 1) await otherLanguage();
  await walk(steps.slice(half), kind);
  await result();
  if (number % 3 === 2) await copy();
  if (number % 5 === 2) await change(number);
  if (number % 5 === 3) await otherLanguage();
  if (number % 7 === 3) await travel();
  await result();
  await explained();
  if (number % 4 === 1 || number % 4 === 2) inMidst(number);
  await tick();
  await tick();
  leave();
};

async function walk(steps, kind) {
  for (const [question, choices] of steps) await answer(question, choices, kind);
}

// Picks these choices and no others, and goes on: a tap on the only one does.
async function answer(question, choices, kind) {
  told.moment = question;
  await until(`question ${question}`, () => inputs(question).length);
  const isMany = inputs(question)[0].type === "checkbox";
  const isTapped = kind === "tap" && !isMany;
  const extra = (input) => isMany && input.checked && !choices.includes(input.value);
  const lacking = (input) => (isTapped || !input.checked) && choices.includes(input.value);
  const values = [extra, lacking].flatMap((are) => inputs(question).filter(are).map(({ value }) => value));
  for (const value of values) {
    await press(`choice ${value}`, () => inputs(question).find((input) => input.value === value), kind);
  }
  if (!isTapped) await press("Continue", () => get("#continue"));
  await until(`what follows ${question}`, () => !inputs(question).length);
}

async function result() {
  told.moment = "result";
  await until("the result", isResult);
}

async function reload() {
  told.moment = "reload";
  const before = page();
  frame.contentWindow.location.reload();
  await until("the page anew", () => page() !== before && isBegun());
}

async function otherLanguage() {
  const { lang } = page().documentElement;
  for (const tag of ["es", lang]) {
    told.moment = `language ${tag}`;
    await press(told.moment, () => get(`#language-${tag}`));
    await until(`words in ${tag}`, () => page().documentElement.lang === tag);
  }
}

async function copy() {
  told.moment = "copy";
  await press("Copy", () => get("#copy"));
  await until("a word about the copy", () => get("#next [role=status] .notice"));
}

// Opens a question again, picks something else, and goes on.
async function change(number) {
  told.moment = "change";
  await press("the answers", () => get("#answers summary"));
  await press("a change", () => {
    const changes = all("#answers dd button");
    return changes[number % changes.length];
  });
  const question = await until("a question again", asked);
  told.moment = `${question} again`;
  const other = inputs(question).find(({ checked, value }) => !checked && value !== "under-18")?.value;
  if (other) await press(`choice ${other}`, () => inputs(question).find(({ value }) => value === other));
  await press("Continue", () => get("#continue"));
  await until(`what follows ${question}`, () => asked() !== question);
  await goOn();
}

// Goes on to the result, with the first choice of what was not asked before.
async function goOn() {
  for (;;) {
    await until("a question or the result", () => isResult() || asked());
    if (isResult()) return;
    const question = asked();
    told.moment = `${question} anew`;
    if (!inputs(question).some(({ checked }) => checked)) await press("a choice", () => inputs(question)[0]);
    await press("Continue", () => get("#continue"));
    await until(`what follows ${question}`, () => asked() !== question);
  }
}

// How long the history may take to follow what was done before, in milliseconds.
const SETTLING = 500;

// Three times back by the browser, and forward again.
async function travel() {
  await pause(SETTLING);
  for (const by of [-1, -1, -1, 1, 1, 1]) {
    told.moment = by < 0 ? "back" : "forward";
    const before = get("#heading").textContent;
    frame.contentWindow.history.go(by);
    told.steps++;
    await until("another screen", () => (get("#heading")?.textContent ?? before) !== before);
  }
}

// Leaves while something is under way.
function inMidst(number) {
  told.moment = "left in the midst";
  get(["#language-ar", "#restart", "#copy"][number % 3])?.click();
  leave();
}
