// Notes when what follows from each key was painted.
const keys = [];
const long = [];

const painted = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage("");
});

const note = (what) => {
  const key = keys.at(-1);
  if (key) painted((now) => { key[what] ??= now - key.at; });
};

addEventListener("keydown", ({ timeStamp }) => keys.push({ at: timeStamp }), true);

const seen = { subtree: true, childList: true, characterData: true, attributes: true };
new MutationObserver(() => note("preview"))
  .observe(document.getElementById("preview").contentDocument, seen);

const { mark } = performance;
performance.mark = (name) => {
  if (name === "checked") note("problems");
  return mark.call(performance, name);
};

new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: "longtask" });

globalThis.stopwatch = {
  followed() {
    const key = keys.at(-1);
    return key?.preview && key.problems ? key : null;
  },
  // The longest task since the last key's effects.
  proved() {
    if (document.getElementById("ready").textContent.includes("checking")) return null;
    const { at, problems } = keys.at(-1);
    const later = long.filter(({ startTime }) => startTime >= at + problems);
    return Math.max(0, ...later.map(({ duration }) => duration));
  },
};
