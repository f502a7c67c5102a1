// Holds back what the page puts off for a second or more, until a test says that this time has passed.
(() => {
  const late = new Map();
  const { setTimeout, clearTimeout } = globalThis;
  let last = 0;
  globalThis.setTimeout = (act, ms, ...given) => {
    if (!(ms >= 1000)) return setTimeout(act, ms, ...given);
    late.set(--last, { act: () => act(...given), ms });
    return last;
  };
  globalThis.clearTimeout = (id) => {
    if (!late.delete(id)) clearTimeout(id);
  };
  host.waiting = (ms) => [...late.values()].filter((one) => one.ms === ms).length;
  host.elapse = (ms) => {
    for (const [id, one] of late) {
      if (one.ms === ms && late.delete(id)) one.act();
    }
  };
})();
