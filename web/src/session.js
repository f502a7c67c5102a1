// Keeps what was picked while the tab is open, where the clinic turned that on: a page that is loaded
// again then has the answers. It is kept in the tab alone, and Clear takes it away.
const NAME = "skin-quiz";

function kept(quiz) {
  try {
    return JSON.parse(sessionStorage.getItem(`${NAME}:${quiz}`)) ?? {};
  } catch {
    return {};
  }
}

function keep(quiz, picks) {
  try {
    sessionStorage.setItem(`${NAME}:${quiz}`, JSON.stringify(picks));
  } catch { /* full, or switched off by the visitor */ }
}

function without(storage) {
  try {
    return !storage();
  } catch {
    return true;
  }
}

/** Puts what was picked before into the page as it was served, where the program looks for it. */
function put(served, picks) {
  for (const [question, choices] of Object.entries(picks)) {
    if (served.querySelector(`input[name="${CSS.escape(question)}"]:checked`)) continue;
    for (const choice of choices) {
      const input = Object.assign(document.createElement("input"), { type: "checkbox", name: question, value: choice, checked: true, hidden: true });
      served.append(input);
    }
  }
}

/** Remembers the answers to the quiz of this id; to be called before the program starts. */
export function remember(quiz) {
  if (without(() => sessionStorage)) {
    console.warn(`${NAME}: storage="session" is not used. A frame has a storage only where the quiz has another address than the page.`);
    return;
  }
  const picks = kept(quiz);
  const read = (name) => {
    const inputs = document.querySelectorAll(`#quiz input[name="${CSS.escape(name)}"]:checked`);
    picks[name] = [...inputs].map(({ value }) => value);
    keep(quiz, picks);
  };
  put(document.getElementById("quiz"), picks);
  document.querySelectorAll("#quiz input:checked").forEach(({ name }) => read(name));
  addEventListener("change", ({ target }) => {
    if (!target.matches?.("#quiz input")) return;
    read(target.name);
    // The program may unpick others: "none of these" excludes the rest.
    if (target.type === "checkbox") setTimeout(() => read(target.name));
  }, true);
  addEventListener("click", ({ target }) => {
    if (!target.closest?.("#clear")) return;
    Object.keys(picks).forEach((name) => delete picks[name]);
    keep(quiz, picks);
  }, true);
}
