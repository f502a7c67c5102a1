// Takes the times of loading and of each step.
(() => {
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  });
  const stopwatch = (globalThis.stopwatch = { step: null });

  stopwatch.loading = new Promise((resolve) => {
    addEventListener("DOMContentLoaded", () => {
      const served = document.querySelector("#quiz main");
      const observer = new MutationObserver(() => {
        if (served.isConnected) return;
        observer.disconnect();
        painted((runs) => resolve({ runs, painted: performance.getEntriesByName("first-contentful-paint")[0].startTime }));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  });

  let clicked;
  addEventListener("click", (event) => { clicked ??= event.timeStamp; }, true);

  stopwatch.arm = () => {
    clicked = undefined;
    const words = () => document.getElementById("heading")?.textContent;
    const before = words();
    stopwatch.step = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (words() === before) return;
        observer.disconnect();
        painted((now) => resolve(now - clicked));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  };
})();
