// A page in Node, as far as the scripts under test look at it. It has no layout: tests say what they need.
import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";

/** The HTML of a fixture of the view. */
export const snapshot = (name) => readFileSync(new URL(`../../tests/snapshots/${name}.html`, import.meta.url), "utf8");

/**
 * A document whose body is this HTML, and what scripts find on the window. `listeners` are those of the
 * window, by their type; `send` calls them.
 */
export function makePage(body, address = "https://quiz.example/") {
  const { document, Event, CustomEvent, HTMLElement, customElements } = parseHTML(`<!doctype html><html lang="en"><head></head><body>${body}</body></html>`);
  const listeners = {};
  const observers = [];
  class Observer {
    constructor(call) {
      this.call = call;
      observers.push(this);
    }
    observe() {}
    disconnect() { this.call = () => {}; }
  }
  Object.defineProperty(document, "readyState", { value: "complete", configurable: true });
  Object.defineProperty(document, "baseURI", { value: address, configurable: true });
  const history = {
    state: null, length: 1, went: [],
    replaceState(state) { this.state = state; },
    pushState(state) { Object.assign(this, { state, length: this.length + 1 }); },
    go(steps) { this.went.push(steps); },
    back() { this.go(-1); },
  };
  const window = {
    history,
    navigator: { vendor: "Google Inc." },
    document, Event, CustomEvent, HTMLElement, customElements,
    location: new URL(address),
    MutationObserver: class extends Observer {}, ResizeObserver: class extends Observer {}, IntersectionObserver: class extends Observer {},
    addEventListener: (type, listener) => (listeners[type] ??= []).push(listener),
    removeEventListener: (type, listener) => { listeners[type] = (listeners[type] ?? []).filter((one) => one !== listener); },
  };
  const send = (type, event) => [...(listeners[type] ?? [])].forEach((listener) => listener({ type, preventDefault() {}, ...event }));
  return { window, document, history, listeners, observers, send };
}

/** Lets a page be the one that imported scripts see. */
export function enter({ window }, besides = {}) {
  for (const [name, value] of Object.entries({ ...window, window, ...besides })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}
