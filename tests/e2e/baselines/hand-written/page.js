import { questions, words } from "../../../cases/five.json";

const quiz = document.getElementById("quiz");
const answers = {};

const made = (name, properties, ...inner) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inner);
  return element;
};

function show(words, ...rest) {
  const heading = made("h1", { tabIndex: -1 }, words);
  const stepped = quiz.firstChild;
  quiz.replaceChildren(...rest.length ? [made("form", {}, made("fieldset", {}, made("legend", {}, heading), ...rest))] : [heading]);
  if (stepped) heading.focus({ preventScroll: true });
}

function ask(at) {
  const question = questions[at];
  if (!question) return show(words.result);
  const { id, kind, choices, words: { title, hint } } = question;
  const many = kind === "many";
  const next = () => {
    const picked = [...quiz.querySelectorAll(":checked")].map((input) => input.value);
    if (!picked.length) return;
    answers[id] = picked;
    ask(at + 1);
  };
  const labels = choices.map((choice) => {
    const input = made("input", { type: many ? "checkbox" : "radio", name: id, value: choice.id });
    const label = made("label", {}, input, made("span", {}, choice.words.label));
    if (!many) {
      label.onclick = (event) => {
        if (!event.detail || !label.isConnected) return;
        input.checked = true;
        next();
      };
    }
    return label;
  });
  show(title, made("p", {}, hint), ...labels, made("button", {}, "Continue"));
  quiz.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    next();
  };
}

ask(0);
