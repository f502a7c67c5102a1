// Notes everything that a script of the host page can learn: messages, events, text, addresses, titles.
window.learned = [];
const note = (what) => learned.push(typeof what === "string" ? what : JSON.stringify(what));
addEventListener("message", ({ data, origin }) => note({ data, origin }), true);
for (const kind of ["ready", "impression", "start", "step", "complete", "cta", "restart", "error"]) {
  addEventListener(`skin-quiz:${kind}`, ({ type, detail }) => note({ type, detail }), true);
}
for (const kind of ["click", "change", "input", "keydown", "pointerdown", "focusin", "scroll", "copy", "submit"]) {
  addEventListener(kind, ({ type, target }) => note({ type, target: target.outerHTML?.slice(0, 2000) }), true);
}
new MutationObserver(() => note(document.documentElement.outerHTML))
  .observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
window.recordNow = () => {
  const frame = document.querySelector("skin-quiz").shadowRoot.querySelector("iframe");
  for (const read of [
    () => frame.contentDocument.body.innerText,
    () => frame.contentWindow.document.body.innerText,
    () => frame.contentWindow.location.href,
    () => frame.contentWindow.history.state,
    () => frame.src,
    () => frame.title,
    () => document.title,
    () => location.href,
    () => document.cookie,
    () => JSON.stringify({ ...localStorage, ...sessionStorage }),
    () => performance.getEntriesByType("resource").map(({ name }) => name),
    () => window.dataLayer,
  ]) {
    try { note(read() ?? null); } catch { note("refused"); }
  }
};
