// An edit in the studio, which stays open until something is wrong. What is done follows from the edit's
// number, so that a run can be repeated.

const LEG = Infinity;
const DESK = [1240, 900];
const LISTS = ["questions", "cautions", "benefits", "plans"];
const PAGES = ["start", "map", "languages", "visitors", "clinic", "website", "problems", "sign", "files"];

const performed = () => frame.contentWindow.performance;
const isMarked = (name) => performed().getEntriesByName(name).length > 0;
const heading = () => get("#heading")?.textContent;
// Lines and texts of a form; in a number, a date or a colour words would only be wrong.
const LINE = "input[type=text]:not([inputmode], [id$='-add'])";
const fields = () => all(["f", "t"].flatMap((kind) => [`${LINE}[id^='${kind}-']`, `textarea[id^='${kind}-']`]).join());

globalThis.act = async (number) => {
  if (!frame) await begun();
  const round = Math.floor(number / 10);
  const turn = number % 10;
  if (turn === 0) await thing(round);
  else if (turn === 7) await step("undo");
  else if (turn === 8) await step("redo");
  else if (turn === 9) await section(PAGES[round % PAGES.length]);
  else await type(number);
  if (number % 25 === 24) await proved();
};

async function begun() {
  told.moment = "load";
  open("studio.html", DESK);
  await until("the studio", () => isMarked("ready") && isMarked("checked"));
}

// Opens a thing of a list.
async function thing(round) {
  const list = LISTS[round % LISTS.length];
  await section(list);
  const lines = await until("a list", () => all(".things .go").length);
  const before = heading();
  told.moment = `${list} ${round % lines}`;
  await press(told.moment, () => all(".things .go")[round % lines]);
  await until("its form", () => heading() !== before && fields().length);
}

async function section(name) {
  told.moment = name;
  await press(name, () => get(`#go-${name}`));
  await until(`page ${name}`, () => get(`#go-${name}[aria-current=page]`));
  if (name !== "languages") return;
  await press("a language", () => get("#language-es"));
  await until("a translation", () => fields().length);
}

// Undoes a step or does it again, where there is one.
async function step(name) {
  told.moment = name;
  const button = await until(name, () => get(`#${name}`));
  if (button.disabled) return;
  await checked(() => press(name, () => get(`#${name}`)));
}

// Types into a field, as one step.
async function type(number) {
  if (!fields().length) await thing(number);
  const field = fields()[number % fields().length];
  told.moment = field.id;
  await checked(() => {
    field.value = `${field.value.replace(/ \d+$/, "")} ${number}`;
    field.dispatchEvent(new frame.contentWindow.InputEvent("input", { bubbles: true }));
    told.steps++;
  });
  page().getElementById(told.moment)?.dispatchEvent(new frame.contentWindow.FocusEvent("blur"));
}

// What is edited is checked as soon as it is shown.
async function checked(edit) {
  performed().clearMarks("checked");
  await edit();
  await until(`what follows ${told.moment}`, () => isMarked("checked"));
}

async function proved() {
  told.moment = "proof";
  await until("the proof", () => get("#ready")?.textContent.includes("checking") === false);
}
