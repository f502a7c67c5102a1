// Puts the quiz on any page: docs/embedding.md. Why so: docs/adr/0010.
{
  const NAME = "skin-quiz";
  const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed\.js\b/.test(src));
  const SANDBOX = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
  const CAMPAIGN = /^(utm_\w+|[gd]clid|[gw]braid|fbclid|ttclid|msclkid)$/;
  const IN_ADDRESS = ["data", "lang", "theme", "storage", "accent", "radius", "font", "surface", "text"];
  const COUNT = /^\d{1,3}$/;
  const WHICH = /^(booking|contact|print|copy|share|network|data|browser|crash)$/;
  const KINDS = {
    start: {},
    step: { number: COUNT, total: COUNT },
    complete: {},
    restart: {},
    cta: { which: WHICH },
    error: { which: WHICH },
  };
  const quizzes = new Map();

  const read = (element, name) => (element.getAttribute(name) ?? element.getAttribute(`data-${name}`))?.trim();

  const style = (element, name) => getComputedStyle(element).getPropertyValue(name);

  function address(element) {
    const url = new URL(read(element, "src") || read(element, NAME) || new URL(".", script?.src), document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw url;
    url.pathname = url.pathname.replace(/\/[^/.]+$/, "$&/");
    for (const name of IN_ADDRESS) {
      const value = read(element, name) || style(element, `--${NAME}-${name}`) || name === "lang" && element.closest("[lang]")?.lang;
      if (value) url.searchParams.set(name, value);
    }
    return url;
  }

  class Quiz {
    constructor(element) {
      this.element = element;
      this.frame = document.createElement("iframe");
      this.box = document.createElement("div");
      element.style.display ||= "block";
      const near = new IntersectionObserver((seen) => {
        if (!seen.at(-1).isIntersecting && read(element, "loading") !== "eager") return;
        near.disconnect();
        this.begin();
      }, { rootMargin: "100%" });
      near.observe(element);
    }

    begin() {
      const { element, frame, box } = this;
      try {
        this.url = address(element);
        (element.shadowRoot ?? element.attachShadow({ mode: "open" })).replaceChildren(box);
      } catch {
        return console.error(`${NAME}: write <${NAME} src="https://quiz.example/"> or <div data-${NAME}="https://quiz.example/">, not`, element);
      }
      frame.title = "Quiz";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      frame.scrolling = "no";
      frame.style.cssText = "display:block;position:absolute;inset:0 0 auto;width:100%;height:1px;border:0;visibility:hidden";
      frame.addEventListener("load", () => setTimeout(() => this.met || this.open("does not start"), 8000));
      this.own = document.createElement("slot");
      box.style.cssText = `position:relative;min-height:${parseInt(read(element, "height"))}px`;
      this.load(read(element, "storage") === "session" && this.url.origin !== location.origin);
      box.append(this.own, frame);
    }

    load(opened) {
      this.origin = opened ? this.url.origin : "null";
      this.frame.sandbox = opened ? `${SANDBOX} allow-same-origin` : SANDBOX;
      this.frame.src = this.url;
    }

    open(why) {
      if (!this.element.isConnected) return;
      const again = this.origin === "null";
      console.error(`${NAME}: ${this.url} ${why}. Its server must send "Access-Control-Allow-Origin: *" with every file and allow this site in frame-ancestors; this page must allow it in frame-src.`);
      if (again) this.load(true);
      else this.tell("error", { which: "network" });
    }

    tell(kind, detail = {}) {
      this.element.dispatchEvent(new CustomEvent(`${NAME}:${kind}`, { bubbles: true, composed: true, detail }));
      if (read(this.element, "layer") != null) (window.dataLayer ??= []).push({ event: NAME, kind, ...detail });
    }

    post(kind, told) {
      this.frame.contentWindow.postMessage({ [NAME]: 1, kind, ...told }, "*");
    }

    heard({ kind, title, value, ...told }) {
      const fields = Object.hasOwn(KINDS, kind) && Object.entries(KINDS[kind]);
      if (kind === "ready") {
        this.met = true;
        if (typeof title === "string" && title) this.frame.title = title.slice(0, 200);
        this.post("hello", {
          booking: read(this.element, "booking-url"),
          contact: read(this.element, "contact"),
          level: read(this.element, "heading-level"),
          campaign: [...new URLSearchParams(location.search)].filter(([name]) => CAMPAIGN.test(name)),
        });
      } else if (kind === "blocked" && this.origin === "null") {
        this.open("keeps its files to itself");
      } else if (kind === "height" && Number.isInteger(value) && value > 0 && value < 1e5) {
        this.show(value);
      } else if (kind === "top" && this.ready) {
        this.bring();
      } else if (fields && this.ready && fields.every(([name, shape]) => typeof told[name] !== "object" && shape.test(told[name]))) {
        this.tell(kind, Object.fromEntries(fields.map(([name]) => [name, told[name]])));
        if (kind === "cta") this.post("heard");
      }
    }

    show(height) {
      const { style } = this.frame;
      style.height = `${Math.ceil(height / 8) * 8}px`;
      if (this.ready) return;
      this.ready = true;
      style.position = "static";
      style.visibility = this.box.style.minHeight = "";
      this.own.style.display = "none";
      this.tell("ready");
      this.watch();
    }

    bring() {
      const { element } = this;
      const room = (of, name) => parseFloat(style(of, name)) || 0;
      const above = room(element, "scroll-margin-top") + room(document.documentElement, "scroll-padding-top");
      const { top } = element.getBoundingClientRect();
      if (top < above - 1 || top > innerHeight) element.scrollIntoView({ block: "start", behavior: "instant" });
    }

    watch() {
      let timer;
      const observer = new IntersectionObserver((all) => {
        const { intersectionRatio, intersectionRect, rootBounds } = all.at(-1);
        const seen = intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? innerHeight) / 2;
        if (!seen) timer = clearTimeout(timer);
        else timer ??= setTimeout(() => { observer.disconnect(); this.tell("impression"); }, 1000);
      }, { threshold: [...Array(21).keys()].map((step) => step / 20) });
      observer.observe(this.element);
    }
  }

  const put = (element) => quizzes.has(element) || quizzes.set(element, new Quiz(element));

  const look = () => {
    for (const element of quizzes.keys()) if (!element.isConnected) quizzes.delete(element);
    document.querySelectorAll(`[data-${NAME}]`).forEach(put);
  };

  if (!customElements.get(NAME)) {
    addEventListener("message", ({ source, origin, data }) => {
      if (!source || data?.[NAME] !== 1) return;
      for (const quiz of quizzes.values()) {
        if (quiz.frame.contentWindow === source && quiz.origin === origin) quiz.heard(data);
      }
    });
    customElements.define(NAME, class extends HTMLElement {
      connectedCallback() { put(this); }
    });
    look();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }
}
