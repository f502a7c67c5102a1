const shown = (element) => Boolean(element?.getClientRects().length);
const text = (selector) => {
  const element = [...document.querySelectorAll(selector)].find(shown);
  return element ? element.innerText.trim().replace(/\s+/g, " ") : null;
};
const name = (element) => element && (element.id || element.nodeName.toLowerCase());
const root = document.getElementById("quiz");
const screen = shown(document.getElementById("failure")) ? "failure"
  : ["question", "ending", "result"].find((kind) => root?.querySelector(`main.${kind}`)) ?? "none";
const inputs = [...(root?.querySelectorAll("fieldset input") ?? [])];
return {
  screen,
  begun: Boolean(root?.querySelector("main:not([data-served])")),
  loaded: performance.getEntriesByName("skin-quiz:whole").length > 0,
  question: screen === "question" ? inputs[0]?.name ?? null : null,
  heading: text("#heading"),
  progress: text(".progress p"),
  error: text("#error"),
  notice: text(".notice"),
  failure: [...document.querySelectorAll("#failure [data-failure]")].filter(shown).map((told) => told.dataset.failure),
  checked: inputs.filter((input) => input.checked).map((input) => input.value),
  focus: name(document.activeElement),
  guarded: document.getAnimations().some(({ animationName, playState }) => animationName === "settle" && playState === "running"),
  address: location.href,
};
