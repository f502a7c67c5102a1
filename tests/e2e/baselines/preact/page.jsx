import { render } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { questions, words } from "../../../cases/five.json";

function Heading({ at, children }) {
  const heading = useRef();
  useLayoutEffect(() => {
    if (at) heading.current.focus({ preventScroll: true });
  }, [at]);
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>;
}

function Choice({ name, many, choice, picked, onPick }) {
  return (
    <label onClick={({ detail }) => !many && detail && onPick(true)}>
      <input type={many ? "checkbox" : "radio"} name={name} checked={picked} onChange={() => onPick(false)} />
      <span>{choice.words.label}</span>
    </label>
  );
}

function Quiz() {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState({});
  const question = questions[at];
  if (!question) return <Heading at={at}>{words.result}</Heading>;
  const { id, kind, choices, words: { title, hint } } = question;
  const many = kind === "many";
  const picked = answers[id] ?? [];
  const pick = (choice, moves) => {
    const others = picked.filter((one) => one !== choice);
    const now = !many ? [choice] : others.length < picked.length ? others : [...picked, choice];
    setAnswers({ ...answers, [id]: now });
    if (moves) setAt(at + 1);
  };
  const submit = (event) => {
    event.preventDefault();
    if (picked.length) setAt(at + 1);
  };
  return (
    <form key={id} onSubmit={submit}>
      <fieldset>
        <legend><Heading at={at}>{title}</Heading></legend>
        <p>{hint}</p>
        {choices.map((choice) => (
          <Choice key={choice.id} name={id} many={many} choice={choice} picked={picked.includes(choice.id)}
            onPick={(moves) => pick(choice.id, moves)} />
        ))}
        <button>Continue</button>
      </fieldset>
    </form>
  );
}

render(<Quiz />, document.getElementById("quiz"));
