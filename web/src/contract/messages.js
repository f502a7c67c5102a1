// What the quiz in its frame and the page around it say to each other, with `postMessage`, in an envelope
// `{ "skin-quiz": 1, kind, … }`: docs/embedding.md has the table. host-bridge.js is the quiz's side and
// embed.js the other one, which is served as it is and so repeats the two patterns; a test compares them.

/** The element, the envelope's key, and the prefix of events, of keys in storage and of console messages. */
export const NAME = "skin-quiz";

/** Names of address parameters that say where a visitor comes from, as sellers of visits call them. */
export const CAMPAIGN = /^(utm_\w+|[gd]clid|[gw]braid|fbclid|ttclid|msclkid)$/;

/**
 * The messages that become events on the clinic's page, as `kind,number,total,which`. Nothing else of a
 * message gets through, so no text of the quiz does.
 */
export const EVENT = /^(start|complete|restart|step,\d{1,3},\d{1,3}|cta,,,(booking|contact|print|copy|share)|error,,,(network|data|browser|crash)),*$/;

/** @typedef {"booking" | "contact" | "print" | "copy" | "share"} CallToAction */

/** Why the quiz cannot be shown; the names of `Failure` in crates/view/src/failure. @typedef {"network" | "data" | "browser" | "crash"} FailureKind */

/**
 * What the quiz says. A height is in CSS pixels, `entries` counts those of the tab's history that Back goes
 * through before it leaves the quiz; `number` and `total` count questions from 1.
 * @typedef {{ kind: "ready", title: string }
 *   | { kind: "blocked" }
 *   | { kind: "height", value: number }
 *   | { kind: "entries", value: number }
 *   | { kind: "step", number: number, total: number }
 *   | { kind: "complete" }
 *   | { kind: "top" }
 *   | { kind: "start" }
 *   | { kind: "restart" }
 *   | { kind: "cta", which: CallToAction }
 *   | { kind: "error", which: FailureKind }} QuizMessage
 */

/**
 * What the page around it says. In `hello` stand attributes of the element, as they were written, and
 * pairs of name and value whose names match {@link CAMPAIGN}.
 * @typedef {{ kind: "hello", booking?: string | null, contact?: string | null, level?: string | null, campaign: [string, string][] }
 *   | { kind: "heard" }} HostMessage
 */

/**
 * The first message to the worker that checks drafts: the address of the studio's bindings, and the program.
 * Each other is one that `checkInWorker` got.
 * @typedef {{ program: string, module: WebAssembly.Module }} CheckWorkerStart
 */

/** What it answers. @typedef {{ found?: string, failure?: string }} CheckWorkerAnswer */
