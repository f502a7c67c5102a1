// Walks without a pointer and without keys: picks these choices and no others, and presses Continue.
const [steps, done] = arguments;
const until = (holds) => new Promise((resolve) => {
  const end = Date.now() + 15_000;
  const look = () => {
    if (holds() || Date.now() > end) resolve(holds());
    else setTimeout(look);
  };
  look();
});
const walk = async () => {
  for (const [question, choices] of steps) {
    const inputs = () => [...document.querySelectorAll(`#quiz fieldset input[name='${question}']`)];
    if (!await until(() => inputs().length)) return `${question} is not asked`;
    const pick = (input) => choices.includes(input.value) !== input.checked && input.click();
    inputs().filter((input) => input.checked && input.type === "checkbox").forEach(pick);
    inputs().filter((input) => choices.includes(input.value)).forEach(pick);
    document.getElementById("continue").click();
    if (!await until(() => !inputs().length)) return `nothing follows ${question}`;
  }
  return null;
};
walk().then(done, (error) => done(String(error)));
