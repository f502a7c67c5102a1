import { createApp, h } from "vue";
import { ChoiceOption, FlowForm, QuestionModel, QuestionType } from "@ditdot-dev/vue-flow-form";
import "@ditdot-dev/vue-flow-form/dist/vue-flow-form.min.css";
import "@ditdot-dev/vue-flow-form/dist/vue-flow-form.theme-minimal.min.css";
import { questions, words } from "../../../cases/five.json";

// With `nextStepOnAnswer` it would wait 350 ms before it moves on, which is no work: a visitor taps OK.
const asked = questions.map(({ id, kind, choices, words: { title, hint } }) => new QuestionModel({
  id,
  title,
  helpText: hint,
  type: QuestionType.MultipleChoice,
  multiple: kind === "many",
  required: true,
  options: choices.map(({ id, words }) => new ChoiceOption({ label: words.label, value: id })),
}));
const complete = () => h("h2", { class: "fh2" }, words.result);

createApp({ render: () => h(FlowForm, { questions: asked, standalone: true }, { complete }) }).mount("#quiz");
