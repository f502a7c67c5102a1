// Puts the quiz on any page: <skin-quiz> or <div data-skin-quiz>. docs/embedding.md tells all of it.
const NAME = "skin-quiz";
const HERE = new URL(".", import.meta.url);
const PATIENCE = 8000;
// Forms: without it Chromium and Firefox drop the submit event. Modals: to print. The rest: for links.
const SANDBOX = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
const KINDS = {
  start: {},
  step: { number: /^\d{1,3}$/, total: /^\d{1,3}$/ },
  complete: {},
  restart: {},
  cta: { which: /^(booking|contact|print|copy|share)$/ },
  error: { which: /^(network|data|browser|crash)$/ },
};
const quizzes = new Map();

const read = (element, name) => (element.getAttribute(name) ?? element.getAttribute(`data-${name}`))?.trim();

const one = (value, ...allowed) => allowed.find((each) => each === value?.toLowerCase());

function address(element) {
  const asked = read(element, "src") || element.dataset.skinQuiz?.trim();
  const url = asked ? new URL(asked, document.baseURI) : new URL(HERE);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${url} is no web address`);
  if (!/\/[^/]*\.[^/]*$/.test(url.pathname)) url.pathname = url.pathname.replace(/\/?$/, "/");
  const lang = read(element, "lang") || element.closest("[lang]:not([lang=''])")?.getAttribute("lang").trim();
  const theme = one(read(element, "theme"), "light", "dark");
  if (lang) url.searchParams.set("lang", lang);
  if (theme) url.searchParams.set("theme", theme);
  return url.href;
}

class Quiz {
  constructor(element) {
    this.element = element;
    this.frame = document.createElement("iframe");
    const box = document.createElement("div");
    try {
      this.frame.src = address(element);
      (element.shadowRoot ?? element.attachShadow({ mode: "open" })).replaceChildren(box);
    } catch (cause) {
      this.complain(`${cause.message}. Write <${NAME} src="https://quiz.example/"> or <div data-${NAME}="https://quiz.example/">.`);
      return;
    }
    this.frame.title = "Quiz";
    this.frame.referrerPolicy = "no-referrer";
    this.frame.allow = "clipboard-write";
    this.frame.scrolling = "no";
    this.frame.setAttribute("sandbox", SANDBOX);
    this.frame.style.cssText = "position:absolute;inset:0 0 auto;display:block;width:100%;height:1px;border:0;visibility:hidden";
    this.frame.addEventListener("load", () => setTimeout(() => this.missed(), PATIENCE), { once: true });
    this.own = document.createElement("slot");
    box.style.cssText = "display:block;position:relative";
    box.append(this.own);
    element.style.display ||= "block";
    const load = () => box.append(this.frame);
    if (one(read(element, "loading"), "eager")) load();
    else this.near(load);
  }

  // Not by loading="lazy": in WebKit, Back then leaves the page instead of going back one question.
  near(load) {
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load();
    }, { rootMargin: "100%" });
    observer.observe(this.element);
  }

  complain(why) {
    console.error(`${NAME}: ${why}`);
  }

  missed() {
    if (this.met || !this.element.isConnected) return;
    this.complain(`${this.frame.src} does not start. Open it in a tab of its own. If it works there, let its server send "Access-Control-Allow-Origin: *" with every file, and this site be in its frame-ancestors; let this page's frame-src allow it.`);
    this.tell("error", { which: "network" });
  }

  tell(kind, detail = {}) {
    this.element.dispatchEvent(new CustomEvent(`${NAME}:${kind}`, { bubbles: true, composed: true, detail }));
    if (read(this.element, "layer") != null) (window.dataLayer ??= []).push({ event: NAME, kind, ...detail });
  }

  heard({ kind, title, value, ...told }) {
    const fields = Object.hasOwn(KINDS, kind) && KINDS[kind];
    if (kind === "ready") {
      this.met = true;
      if (typeof title === "string" && title) this.frame.title = title.slice(0, 200);
      this.frame.contentWindow.postMessage({ [NAME]: 1, kind: "hello" }, "*");
    } else if (kind === "height" && Number.isInteger(value) && value > 0 && value < 1e5) {
      this.show(value);
    } else if (kind === "top" && this.ready) {
      this.bring();
    } else if (fields && this.ready) {
      const fits = ([name, shape]) => typeof told[name] !== "object" && shape.test(told[name]);
      const names = Object.entries(fields);
      if (names.every(fits)) this.tell(kind, Object.fromEntries(names.map(([name]) => [name, told[name]])));
    }
  }

  show(height) {
    const { style } = this.frame;
    style.height = `${Math.ceil(height / 8) * 8}px`;
    if (this.ready) return;
    this.ready = true;
    style.position = "static";
    style.visibility = "";
    this.own.style.display = "none";
    this.tell("ready");
    this.watch();
  }

  // Scrolls only where the top is out of view, and leaves room for what the page says is sticky.
  bring() {
    const { element } = this;
    const room = (of, name) => parseFloat(getComputedStyle(of)[name]) || 0;
    const above = room(element, "scrollMarginTop") + room(document.documentElement, "scrollPaddingTop");
    const { top } = element.getBoundingClientRect();
    if (top < above - 1 || top > innerHeight) element.scrollIntoView({ block: "start", behavior: "instant" });
  }

  watch() {
    let timer;
    const steps = Array.from({ length: 21 }, (_, step) => step / 20);
    const observer = new IntersectionObserver((all) => {
      const { intersectionRatio, intersectionRect, rootBounds } = all.at(-1);
      const seen = intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? innerHeight) / 2;
      if (!seen) timer = clearTimeout(timer);
      else timer ??= setTimeout(() => { observer.disconnect(); this.tell("impression"); }, 1000);
    }, { threshold: steps });
    observer.observe(this.element);
  }
}

const put = (element) => quizzes.has(element) || quizzes.set(element, new Quiz(element));
const all = (root) => root.querySelectorAll?.(`[data-${NAME}]`).forEach(put);

if (!customElements.get(NAME)) {
  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== "null" || !source || data?.[NAME] !== 1) return;
    for (const quiz of quizzes.values()) {
      if (quiz.frame.contentWindow === source) quiz.heard(data);
    }
  });
  customElements.define(NAME, class extends HTMLElement {
    connectedCallback() { put(this); }
    connectedMoveCallback() {}
  });
  all(document);
  new MutationObserver((changes) => {
    for (const element of quizzes.keys()) if (!element.isConnected) quizzes.delete(element);
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.matches?.(`[data-${NAME}]`)) put(node);
      all(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
