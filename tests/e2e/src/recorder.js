// Runs before everything else of the page and notes what it does.
(() => {
  const requests = [];
  const stored = [];
  const moves = [];
  const presses = [];
  const complaints = [];
  const logged = [];
  globalThis.recorded = { requests, stored, moves, presses, complaints, logged };

  const noted = (owner, name, list) => {
    const original = owner?.[name];
    if (!original) return;
    owner[name] = function (...given) {
      list.push(`${name} ${given[0]}`);
      return new.target ? new original(...given) : original.apply(this, given);
    };
    owner[name].prototype = original.prototype;
  };
  for (const name of ["fetch", "WebSocket", "EventSource", "Worker", "SharedWorker", "RTCPeerConnection"]) {
    noted(globalThis, name, requests);
  }
  noted(XMLHttpRequest.prototype, "open", requests);
  noted(Navigator.prototype, "sendBeacon", requests);

  for (const name of ["setItem", "getItem", "removeItem", "clear"]) noted(Storage.prototype, name, stored);
  noted(IDBFactory.prototype, "open", stored);
  if (globalThis.CacheStorage) noted(CacheStorage.prototype, "open", stored);
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(value) {
      stored.push(`cookie ${value}`);
      cookie.set.call(this, value);
    },
  });

  for (const kind of ["scroll", "focusin"]) {
    addEventListener(kind, (event) => moves.push(`${kind} ${event.target.id ?? event.target.nodeName}`), true);
  }

  const at = () => Math.round(performance.now());
  for (const kind of ["pointerdown", "click"]) {
    addEventListener(kind, ({ target, clientX, clientY }) => {
      presses.push(`${kind} ${target.id || target.nodeName} ${clientX},${clientY} of ${innerWidth}x${innerHeight} at ${at()} ms`);
    }, true);
  }
  addEventListener("resize", () => presses.push(`resize ${innerWidth}x${innerHeight} at ${at()} ms`));

  const complained = (level, what) => complaints.push({ level, text: what instanceof Error ? what.message : String(what) });
  for (const level of ["error", "warn", "info", "log"]) {
    const original = console[level];
    console[level] = (...given) => {
      logged.push(String(given[0]));
      if (level !== "log") complained(level, given[0]);
      original.apply(console, given);
    };
  }
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => complained("policy", `${effectiveDirective} ${blockedURI}`));
  // What a program that has stopped had under way ends by an error that the page prevents from being told.
  addEventListener("error", ({ error, message }) => message && error?.name !== "Stopped" && complained("uncaught", error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => complained("uncaught", reason));
})();
