// Talks with the page around the quiz: tells it how high the quiz is and how far the visitor is, never
// what was answered, and takes what it asks for. docs/embedding.md has the protocol.
const NAME = "skin-quiz";
const root = document.documentElement;
/** How long a page is given to hear of a press that leads away from it, in milliseconds. */
const HEARING = 300;
const WHICH = { print: "print", copy: "copy", "copy-short": "copy", share: "share", book: "booking", contact: "contact" };

/** Where a visitor comes from, as sites that sell visits name it in addresses. */
const CAMPAIGN = /^(utm_\w+|[gd]clid|[gw]braid|fbclid|ttclid|msclkid)$/;

let host;
let asked = { campaign: campaign([...new URLSearchParams(location.search)]) };
let looks = false;
let high;
let shown;
let begun = false;
let failed;
let title;
let heard = () => {};

const post = (kind, told, origin = host) => {
  if (origin) parent.postMessage({ [NAME]: 1, kind, ...told }, origin);
};

// In steps, so that it tells less of what is on the screen, and of results, which differ most, in longer
// ones. Nothing is told of a page that nobody can see: it is not laid out yet, or not dressed.
function measure() {
  if (!looks || !root.clientWidth) return;
  const step = screen()?.told ? 16 : 64;
  const height = Math.ceil(root.getBoundingClientRect().height / step) * step;
  if (height === high) return;
  high = height;
  post("height", { value: height });
}

function screen() {
  const { number, total } = document.querySelector("#quiz .progress")?.dataset ?? {};
  if (number) return { name: number, kind: "step", told: { number: +number, total: +total } };
  return document.querySelector("#quiz main:not(.moment)") && { name: "end", kind: "complete" };
}

function look() {
  if (document.title !== title) post("ready", { title: title = document.title });
  level();
  const failure = document.querySelector("#failure:not([hidden]) [data-failure]:not([hidden])")?.dataset.failure;
  if (failure !== failed && failure) post("error", { which: failure });
  failed = failure;
  const now = screen();
  if (!now || now.name === shown) return;
  measure();
  if (!high) return;
  if (shown || now.told) post(now.kind, now.told);
  if (shown) post("top");
  shown = now.name;
}

// Headings go on where those of the page around them stop.
function level() {
  const first = Number(asked.level);
  if (!(first >= 2 && first <= 6)) return;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    heading.ariaLevel = first - 1 + +heading.localName[1];
  }
}

// A link that leads the whole page away waits until that page has heard of it.
function pressed(event) {
  if (event.isRepeated) return;
  const { target } = event;
  const pressed = target.closest?.("[id]");
  const link = target.closest?.("a[target='_top']");
  const id = pressed?.id === "first-step"
    ? document.querySelector(`.next a[href="${CSS.escape(pressed.getAttribute("href"))}"]`)?.id
    : pressed?.id;
  if (Object.hasOwn(WHICH, id)) {
    if (link?.protocol.startsWith("http") && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      follow(link.href);
    }
    post("cta", { which: WHICH[id] });
  } else if (id === "restart" || id === "clear") {
    post("restart");
  }
}

function follow(address) {
  const go = () => {
    clearTimeout(late);
    heard = () => {};
    open(address, "_top");
  };
  const late = setTimeout(go, HEARING);
  heard = go;
}

function start() {
  if (begun) return;
  begun = true;
  post("start");
}

// An address that may stand in a link: the rule of the data file.
function link(value, attribute) {
  if (typeof value !== "string" || !value) return undefined;
  try {
    const { protocol, href } = new URL(value);
    if (/^(https|tel|mailto):$/.test(protocol)) return href;
  } catch { /* told below */ }
  console.warn(`${NAME}: ${attribute}="${value}" is not used. Write a whole address that begins with https:, tel: or mailto:.`);
  return undefined;
}

// Of what a page says about where a visitor comes from, what may go into a link.
function campaign(pairs) {
  if (!Array.isArray(pairs)) return [];
  return pairs.filter((pair) => Array.isArray(pair) && pair.length === 2
    && pair.every((part) => typeof part === "string") && CAMPAIGN.test(pair[0]));
}

function campaigned(address) {
  if (!asked.campaign.length || !address?.startsWith("https:")) return address;
  const url = new URL(address);
  for (const [name, value] of asked.campaign) {
    if (!url.searchParams.has(name)) url.searchParams.append(name, value);
  }
  return url.href;
}

/** The quiz as its file has it, with the ways to reach the clinic that the page around it asks for. */
export function settled(quiz) {
  const clinic = { ...quiz?.clinic };
  for (const [field, attribute] of [["booking", "booking-url"], ["contact", "contact"]]) {
    const address = link(asked[field], attribute);
    if (address && !clinic[field]?.words) {
      console.warn(`${NAME}: ${attribute} is not used, for "clinic" in the data file has no "${field}" with a label.`);
    } else if (address) {
      clinic[field] = { ...clinic[field], link: address };
    }
  }
  if (clinic.booking) clinic.booking = { ...clinic.booking, link: campaigned(clinic.booking.link) };
  return quiz?.clinic ? { ...quiz, clinic } : quiz;
}

/**
 * Whether the page around the quiz opens the frame anew, with an origin, for its files are there and do
 * not reach it without one. Where it does not, as where they do reach frames, the quiz goes on here.
 */
export async function blocked(path) {
  if (!host || origin !== "null") return false;
  const comes = (mode) => fetch(path, { mode, cache: "no-store" }).then(() => true, () => false);
  if (await comes("cors") || !await comes("no-cors")) return false;
  return new Promise((opened) => {
    heard = () => opened(false);
    post("blocked");
  });
}

function welcomed({ booking, contact, level, campaign: from }) {
  asked = { booking, contact, level, campaign: campaign(from) };
  // WebKit reports a size that changes while sizes are told of as an error.
  new ResizeObserver(() => setTimeout(resized)).observe(root);
  new MutationObserver(look).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-number", "hidden"],
  });
  addEventListener("change", start);
  addEventListener("click", pressed, true);
  resized();
}

function resized() {
  measure();
  look();
}

/**
 * Introduces the quiz to the page around it, tells how high it is once it is `dressed`, and calls back
 * when that page asks for something.
 */
export function introduce(dressed, changed) {
  if (parent === window) return;
  const listen = ({ source, origin, data }) => {
    if (source !== parent || data?.[NAME] !== 1) return;
    if (data.kind === "heard") heard();
    if (host || data.kind !== "hello") return;
    host = origin === "null" ? "*" : origin;
    welcomed(data);
    if (asked.booking || asked.contact || asked.campaign.length) changed();
  };
  const arrive = () => {
    addEventListener("message", listen);
    ({ title } = document);
    post("ready", { title }, "*");
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive);
  else arrive();
  dressed.then(() => {
    looks = true;
    if (host) resized();
  });
}
