(({ heading, choice, next, served, first, second, picks }) => {
  const CALM = 2500;
  const LOST = 5000;

  const rendered = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(rendered);
  const inView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > top && bottom > 0 && top < innerHeight;
  };
  const plain = ({ textContent }) => textContent.replace(/\s+/g, " ");
  const says = (selector, words) => all(selector).some((element) => inView(element) && plain(element).includes(words));

  // A frame that holds what is waited for is painted before the message that it sends arrives.
  const painted = (holds, then) => requestAnimationFrame(function look() {
    if (!holds()) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  });
  const tell = (what, time) => fetch(`stopwatch/${what}?${time}`);

  const times = {};
  const long = [], shifts = [];
  const observe = (type, note) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  observe("longtask", ({ startTime, duration }) => long.push([startTime, duration]));
  observe("layout-shift", ({ startTime, value, hadRecentInput }) => hadRecentInput || shifts.push([startTime, value]));

  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const started = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await started.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      Object.values(exports).filter((one) => one instanceof WebAssembly.Memory).forEach((one) => memories.add(one));
      return made;
    };
  }

  const press = () => {
    const button = all(next)[0];
    button?.click();
    return Boolean(button);
  };
  // Libraries take in a tap in a microtask.
  const pick = async () => {
    for (const at of picks) {
      all(choice)[at]?.click();
      await null;
    }
  };
  const forgotten = () => document.querySelector("input") && !document.querySelector("input:checked");
  const answer = async () => {
    await pick();
    await new Promise((soon) => setTimeout(soon));
    if (!press()) painted(press, () => {});
    const again = setInterval(async () => {
      times.lost = true;
      if (forgotten()) await pick();
      press();
    }, LOST);
    painted(() => says(heading, second), (now) => {
      clearInterval(again);
      times.second = now;
      tell("second", now);
    });
  };
  painted(() => says(heading, first), (now) => {
    times.first = now;
    if (picks) answer();
  });

  if (served) {
    addEventListener("DOMContentLoaded", () => {
      const there = document.querySelector(served);
      if (there) painted(() => !there.isConnected, (now) => { times.runs = now; });
    });
  }

  let wanted;
  addEventListener("click", ({ timeStamp }) => {
    if (!wanted) return;
    const { selector, words } = wanted;
    wanted = undefined;
    painted(() => says(selector, words), (now) => tell("step", now - timeStamp));
  }, true);

  // A file that was preloaded may be noted twice.
  const loaded = () => performance.getEntriesByType("resource").filter(({ name }, at, all) =>
    !name.includes("/stopwatch/") && all.findIndex((other) => other.name === name) === at);
  const calm = () => {
    const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
    const ends = [times.first, loadEventEnd, ...loaded().map(({ responseEnd }) => responseEnd), ...long.map(([start, span]) => start + span)];
    return loadEventEnd && times.first && (!served || times.runs) && performance.now() - Math.max(...ends) > CALM;
  };
  if (!picks) {
    const looks = setInterval(() => {
      if (!calm()) return;
      clearInterval(looks);
      tell("calm", performance.now());
    }, 100);
  }

  globalThis.stopwatch = {
    all,
    arm: (selector, words) => { wanted = { selector, words }; },
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    taken: () => ({
      ...times,
      origin: performance.timeOrigin,
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      long,
      shifts,
      arrived: loaded().map(({ responseEnd, encodedBodySize }) => [responseEnd, encodedBodySize]),
    }),
  };
})(STOPWATCH);
