// docs/embedding.md
/** @import { HostMessage } from "./contract/messages.js" */
{
  const NAME = "skin-quiz";
  /** The script itself. @type {any} */
  const script = document.currentScript ?? document.querySelector("script[src*='/embed.js']");
  const SANDBOX = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
  /** As in contract/messages.js; a test compares them. */
  const CAMPAIGN = /^(utm_\w+|[gd]clid|[gw]braid|fbclid|ttclid|msclkid)$/;
  const IN_ADDRESS = "data lang theme storage accent radius font surface text".split(" ");
  /** As in contract/messages.js; a test compares them. */
  const EVENT = /^(start|complete|restart|step,\d{1,3},\d{1,3}|cta,,,(booking|contact|print|copy|share)|error,,,(network|data|browser|crash)),*$/;
  /** What takes a quiz away again, unless it is in its place, by its element. @type {Map<HTMLElement, () => void>} */
  const quizzes = new Map();
  /** How many entries of the tab's history lie between the page and where its quizzes are now. */
  let entries = 0;
  /** Where the page was when that was heard last. @type {string | undefined} */
  let at;
  /** Resolves when a frame can be put in. */
  let swept = Promise.resolve();
  /** Where Back passes over the page's first entry. @type {string | undefined} */
  let passed;
  /** The style of the element itself, in all of them. @type {CSSStyleSheet[]} */
  const sheets = [];
  try {
    sheets[0] = new CSSStyleSheet();
    sheets[0].replaceSync(":host{display:block;min-width:min(280px,100%)}:host([hidden]){display:none}");
  } catch {}

  /** @param {Element} element @param {string} name */
  const style = (element, name) => getComputedStyle(element).getPropertyValue(name);

  /** That of what an element stands in, also around a shadow root. @param {any} element @returns {string | undefined} */
  const language = (element) => element && (element.closest("[lang]")?.lang ?? language(element.getRootNode().host));

  /** Whether it is dark behind an element: by the nearest colour or, if there is none, by that of words. @param {any} element @param {any} behind */
  function isDark(element, behind) {
    const colour = behind ? style(behind, "background-color") : style(element, "color");
    /** @type {any[]} */
    const [first, green, , alpha = 1] = colour.match(/\b[\d.]+\b/g) ?? [];
    if (behind && alpha < 0.5) return isDark(element, behind.parentElement);
    return !behind == (colour[0] == "r" ? green > 127 : first > 0.5);
  }

  /** @param {Element} element that shows no quiz */
  const refuse = (element) => console.error(`${NAME}: write <${NAME} src="https://quiz.example/">, not`, element);

  /** Changes with the entry of the history, unless it is a quiz that adds one. */
  const here = () => location.href + history.length;

  /** How many entries quizzes had added to the page's own in the history, as it was noted there. @returns {number | undefined} */
  const noted = () => history.state?.[NAME]?.[location.href];

  /** The state of the page's entry with that noted. */
  const noting = () => ({ ...history.state, [NAME]: { [location.href]: entries } });

  /** Notes it, unless nothing can be added to the state, or the browser refuses one more. */
  function note() {
    try {
      if ((noted() ?? 0) !== entries && typeof history.state === "object") history.replaceState(noting(), "");
    } catch {}
  }

  /** @param {number} time in milliseconds @returns {Promise<void>} */
  const after = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

  /** Goes back over the entries of quizzes that are gone: nothing would follow when Back comes to them. */
  async function sweep() {
    const count = noted();
    if (entries || !count) return;
    note();
    history.go(-count);
    // WebKit has no place for a new frame in an entry that had another one.
    if (/Apple/.test(navigator.vendor)) {
      await after(250);
      history.pushState(noting(), "");
      passed = location.href;
    }
  }

  /** Puts a quiz into an element, and returns what takes it away. @param {HTMLElement & { moveBefore?: unknown }} element */
  function made(element) {
    /** @type {[HTMLDivElement, HTMLSlotElement, HTMLIFrameElement, HTMLCanvasElement]} */
    // @ts-expect-error: the names say which elements they are
    const [box, own, frame, wide] = ["div", "slot", "iframe", "canvas"].map((name) => document.createElement(name));
    let url, origin, met, ready, observer, late, seen, bare, place, added = 0;

    /** The value of an attribute, by either of its names. @param {string} name */
    const read = (name) => (element.getAttribute(name) ?? element.getAttribute(`data-${name}`))?.trim();

    /** The address of the frame: where the quiz is, and what is asked for. */
    function address() {
      const url = new URL(read("src") || read(NAME) || new URL(".", script?.src), document.baseURI);
      if (!/^https?:$/.test(url.protocol)) throw url;
      if (!/(\.html?|\/)$/.test(url.pathname)) url.pathname += "/";
      for (const name of IN_ADDRESS) {
        let value = read(name) || style(element, `--${NAME}-${name}`) || name === "lang" && language(element);
        if (name === "theme" && !/light|dark/i.test(value)) value = isDark(element, element) ? "dark" : "light";
        if (value) url.searchParams.set(name, value);
      }
      return url;
    }

    /** @param {() => void} act that fails if the address cannot be read */
    function attempt(act) {
      try {
        act();
      } catch {
        refuse(element);
      }
    }

    /** @param {IntersectionObserverCallback} act @param {IntersectionObserverInit} how */
    function observe(act, how) {
      observer = new IntersectionObserver(act, how);
      observer.observe(element);
    }

    /** Loads the frame. */
    function begin() {
      url = address();
      Object.assign(frame, { title: "Quiz", allow: "clipboard-write", referrerPolicy: "no-referrer", scrolling: "no", inert: true });
      frame.style = "display:block;width:100%;height:1px;margin:0 0 -1px;border:0;opacity:0";
      frame.addEventListener("load", () => wait(8e3));
      load(/^session$/i.test(read("storage")) && url.origin !== location.origin);
      box.append(frame);
      place = frame.contentWindow;
    }

    /** @param {boolean} opened whether the frame has the origin of its address, not one of its own */
    function load(opened) {
      met = false;
      origin = opened ? url.origin : "null";
      frame.sandbox = SANDBOX + (opened ? " allow-same-origin" : "");
      frame.src = url;
      // Not every engine tells of a load that fails.
      wait(3e4);
    }

    /** @param {number} time after which the frame is to be heard of, in milliseconds */
    function wait(time) {
      clearTimeout(late);
      late = setTimeout(() => met || open(), time);
    }

    /** The frame is not heard of: opens it with an origin, if it needs one, or gives up. */
    async function open() {
      const needed = origin === "null" && (url.origin !== location.origin || await (bare ??= fetch(url).then(
        ({ ok, headers }) => ok && headers.get("Access-Control-Allow-Origin") !== "*",
        () => false,
      )));
      if (!frame.isConnected) return;
      explain();
      if (needed) load(true);
      else if (met) post("heard");
      else tell("error", { which: "network" });
    }

    /** Says on the console why the frame does not start. */
    function explain() {
      const src = new URL(`diagnosis.js#${url}`, script?.src || url);
      const onerror = () => console.error(`${NAME}: ${url} does not start.`);
      document.head.append(Object.assign(document.createElement("script"), { src, onerror }));
    }

    /** An event on the element, and for a tag manager. @param {string} kind @param {object} [detail] */
    function tell(kind, detail = {}) {
      element.dispatchEvent(new CustomEvent(`${NAME}:${kind}`, { bubbles: true, composed: true, detail }));
      if (read("layer") != null) (window.dataLayer ??= []).push({ event: NAME, kind, ...detail });
    }

    /**
     * @template {HostMessage["kind"]} Kind
     * @param {Kind} kind
     * @param {Omit<Extract<HostMessage, { kind: Kind }>, "kind">} [told]
     */
    function post(kind, told) {
      place.postMessage({ [NAME]: 1, kind, ...told }, origin === "null" ? "*" : origin);
    }

    /** @param {MessageEvent} event */
    function listen({ source, origin: from, data }) {
      if (source && source === frame.contentWindow && from === origin && data?.[NAME] === 1) heard(data);
    }

    /** Anything may be in a message: only what has the right shape gets through. @param {Record<string, any>} message */
    function heard({ kind, title, value, number, total, which }) {
      const isCount = Number.isInteger(value) && value >= 0;
      if (kind === "ready") {
        met = true;
        if (title) frame.title = `${title}`.slice(0, 200);
        post("hello", {
          booking: read("booking-url"),
          contact: read("contact"),
          level: read("heading-level"),
          campaign: [...new URLSearchParams(location.search)].filter(([name]) => CAMPAIGN.test(name)),
        });
      } else if (kind === "blocked") {
        open();
      } else if (kind === "height" && isCount && value) {
        show(Math.min(value, 5e4));
      } else if (kind === "entries" && isCount) {
        entries += value - added;
        added = value;
        at = here();
        if (noted()) note();
      } else if (kind === "top" && element.shadowRoot.activeElement) {
        bring();
      // @ts-expect-error: the list is tested as one text, with commas between
      } else if ((ready || kind === "error") && EVENT.test([kind, number, total, which])) {
        tell(kind, kind === "step" ? { number: +number, total: +total } : which ? { which: `${which}` } : {});
        if (kind === "cta") post("heard");
      }
    }

    /** @param {number} height in CSS pixels */
    function show(height) {
      frame.style.height = `${height}px`;
      // What looks for changes of the page, such as an editor's preview, does not see into the shadow root.
      // @ts-expect-error: it becomes a text
      element.dataset.shown = height;
      if (ready) return;
      ready = true;
      frame.style.margin = frame.style.opacity = box.style.minHeight = "";
      frame.inert = false;
      own.remove();
      tell("ready");
      watch();
    }

    /** Brings the top of the element into view, below what stays there or comes as the page scrolls. @param {number} looks that are taken again later */
    function bring(looks = 2) {
      const place = () => element.getBoundingClientRect().top;
      const scroll = () => element.scrollIntoView({ behavior: "instant" });
      if (looks > 1 && place() >>> 0 > innerHeight) scroll();
      const top = Math.ceil(place());
      let line = top, over;
      do {
        over = document.elementFromPoint(innerWidth / 2, line);
        while (over && !/fixed|sticky/.test(style(over, "position"))) over = over.parentElement;
      } while (over && !over.contains(element) && ++line < innerHeight / 2);
      // No header takes half of the view.
      if (line > top && line < innerHeight / 2) {
        element.style.scrollMarginTop = `${line}px`;
        scroll();
      }
      // Times of frames: on a slow device what comes as the page scrolls is late.
      if (looks) element.animate(null, 500).onfinish = () => bring(looks - 1);
    }

    /** Tells of an impression: half of it, or half a screen of it, for a second. */
    function watch() {
      observe((all) => {
        const last = all.at(-1);
        if (last.intersectionRatio < 0.5 && last.intersectionRect.height < innerHeight / 2) seen = clearTimeout(seen);
        else seen ??= setTimeout(() => { observer.disconnect(); tell("impression"); }, 1000);
      }, { threshold: [...Array(21).keys()].map((step) => step / 20) });
    }

    /** Takes the quiz away, unless its frame is still the one that was loaded. */
    function gone() {
      if (place == frame.contentWindow && element.isConnected) return;
      observer?.disconnect();
      clearTimeout(late);
      clearTimeout(seen);
      frame.remove();
      removeEventListener("message", listen);
      quizzes.delete(element);
      if (at === here()) note();
      entries -= added;
      // A page that goes elsewhere as it takes the quiz away has got there by then.
      if (added) swept = after(500).then(sweep);
    }

    attempt(() => {
      const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = sheets;
      root.replaceChildren(box);
      // Asks for room in a container that shrinks to its content, where an iframe would be 300 pixels wide:
      // only an element with a size of its own asks for much and takes less.
      wide.style = "display:block;width:66rem;max-width:100%;height:0";
      box.append(own, wide);
      box.style.minHeight = `${parseInt(read("height"))}px`;
      observe((near) => {
        if (!near.at(-1).isIntersecting && !/^eager$/i.test(read("loading"))) return;
        observer.disconnect();
        swept.then(() => attempt(begin));
      }, { rootMargin: "100%" });
    });
    addEventListener("message", listen);
    return gone;
  }

  /** @param {any} element */
  const put = (element) => quizzes.has(element) || quizzes.set(element, made(element));

  /** Looks for elements that came, went or were moved. */
  const look = () => {
    quizzes.forEach((gone) => gone());
    document.querySelectorAll(`[data-${NAME}]`).forEach(put);
  };

  /** Tells of those in shadow roots, where nobody sees them come. @param {Document | ShadowRoot | null} root */
  const search = (root) => root?.querySelectorAll("*").forEach(({ shadowRoot }) => {
    shadowRoot?.querySelectorAll(`[data-${NAME}]`).forEach(refuse);
    search(shadowRoot);
  });

  if (!customElements.get(NAME)) {
    customElements.define(NAME, class extends HTMLElement {
      connectedCallback() { put(this); }
      disconnectedCallback() { look(); }
    });
    look();
    swept = sweep();
    addEventListener("popstate", () => {
      if (passed === location.href && noted() == null) history.back();
      else swept = sweep();
    });
    for (const kind of ["click", "pagehide", "beforeunload"]) addEventListener(kind, note, true);
    setTimeout(search, 4000, document);
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: [`data-${NAME}`] });
  }
}
