// Tells the page around the quiz how high it is and how far the visitor is, never what was answered.
// docs/embedding.md has the protocol.
if (parent !== window) {
  const NAME = "skin-quiz";
  const body = document.documentElement;
  let host;
  let high;
  let shown;
  let begun = false;
  let failed;
  let title;

  const post = (kind, told, origin = host) => {
    if (origin) parent.postMessage({ [NAME]: 1, kind, ...told }, origin);
  };

  // In steps of 8, so that it tells as little as can be of what is on the screen.
  const measure = () => {
    const height = Math.ceil(body.getBoundingClientRect().height / 8) * 8;
    if (!host || !body.clientWidth || height === high) return;
    high = height;
    post("height", { value: height });
  };

  const screen = () => {
    const { number, total } = document.querySelector("#quiz .progress")?.dataset ?? {};
    if (number) return { name: number, kind: "step", told: { number: +number, total: +total } };
    return document.querySelector("#quiz main") && { name: "end", kind: "complete" };
  };

  const look = () => {
    if (document.title !== title) post("ready", { title: title = document.title });
    const failure = document.querySelector("#failure:not([hidden]) [data-failure]:not([hidden])")?.dataset.failure;
    if (failure !== failed && failure) post("error", { which: failure });
    failed = failure;
    const now = screen();
    if (!now || now.name === shown) return;
    measure();
    if (shown || now.told) post(now.kind, now.told);
    if (shown) post("top");
    shown = now.name;
  };

  const WHICH = { print: "print", copy: "copy", share: "share", book: "booking", contact: "contact" };
  const pressed = ({ target }) => {
    const pressed = target.closest?.("[id]");
    const id = pressed?.id === "first-step"
      ? document.querySelector(`.next a[href="${CSS.escape(pressed.getAttribute("href"))}"]`)?.id
      : pressed?.id;
    if (Object.hasOwn(WHICH, id)) post("cta", { which: WHICH[id] });
    else if (id === "restart" || id === "clear") post("restart");
  };

  const start = () => {
    if (begun) return;
    begun = true;
    post("start");
  };

  const welcomed = ({ source, origin, data }) => {
    if (host || source !== parent || data?.[NAME] !== 1 || data.kind !== "hello") return;
    host = origin === "null" ? "*" : origin;
    new ResizeObserver(measure).observe(body);
    new MutationObserver(look).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["data-number", "hidden"],
    });
    addEventListener("change", start);
    addEventListener("click", pressed, true);
    measure();
    look();
  };

  const arrive = () => {
    addEventListener("message", welcomed);
    ({ title } = document);
    post("ready", { title }, "*");
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive);
  else arrive();
}
