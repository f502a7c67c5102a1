import { Model, settings } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";
import { questions, words } from "../../../cases/five.json";

// By itself it waits 300 ms before it moves on, which is no work.
settings.autoAdvanceDelay = 0;

const survey = new Model({
  title: words.title,
  autoAdvanceEnabled: true,
  completedHtml: `<h3>${words.result}</h3>`,
  pages: questions.map(({ id, kind, choices, words: { title, hint } }) => ({
    elements: [{
      type: kind === "many" ? "checkbox" : "radiogroup",
      name: id,
      title,
      description: hint,
      isRequired: true,
      choices: choices.map(({ id, words }) => ({ value: id, text: words.label })),
    }],
  })),
});
renderSurvey(survey, document.getElementById("quiz"));
