// Runs before everything else of a page that embeds the quiz and notes what it is told.
(() => {
  const told = [];
  const moves = [];
  const messages = [];
  const complaints = [];
  const refused = [];
  globalThis.host = { told, moves, messages, complaints, refused };
  for (const kind of ["ready", "impression", "start", "step", "complete", "cta", "restart", "error"]) {
    addEventListener(`skin-quiz:${kind}`, ({ target, detail, bubbles, composed }) => {
      told.push({ kind, from: target.id, detail, bubbles, composed });
    });
  }
  for (const kind of ["scroll", "focusin"]) addEventListener(kind, () => moves.push(kind), true);
  addEventListener("message", ({ data }) => messages.push(JSON.stringify(data)));
  addEventListener("pagehide", () => { sessionStorage.told = JSON.stringify(told); });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => refused.push(`${effectiveDirective} ${blockedURI}`));
  const { error } = console;
  console.error = (...given) => {
    complaints.push(given.map(String).join(" "));
    error.apply(console, given);
  };
})();
