// Notes when the page around the quiz has painted it.
(() => {
  addEventListener("skin-quiz:ready", () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { globalThis.shown = performance.now(); };
    channel.port2.postMessage(null);
  }));
})();
