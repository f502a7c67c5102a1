// What the scripts look for among what the program's views draw (crates/view/src) and what is written into the
// page when it is built (crates/prerender/src/main.rs): selectors, and what each finds. The scripts find nothing but by
// `find.js`, which takes no other selector; tests/it/contract.rs finds each one in a snapshot or in the page.

import type { FailureKind } from "./messages.js";
import type { ScriptData, StudioScriptData } from "./page.js";

type WithData<Data> = HTMLElement & { dataset: Data };

export interface Elements {
  /** The script of the page itself. */
  "script[data-program]": WithData<ScriptData & StudioScriptData>;
  /** The program's name and version. */
  "[name=generator]": HTMLMetaElement | null;
  /** Holds the quiz: as served its first question, then what the program draws. */
  "#quiz": HTMLElement;
  /** The part of the data file and of the interface words that the page holds, as JSON; empty if that is too long. */
  "#opening": HTMLElement;
  /** What a press of Continue shows before any script runs. */
  "#moment": HTMLElement | null;

  "#quiz form": HTMLFormElement | null;
  "#quiz .choice": HTMLElement | null;
  "#quiz fieldset input": HTMLInputElement | null;
  "fieldset input": HTMLInputElement | null;
  /** What is picked: also what of an earlier load session.js puts beside the question. */
  "#quiz input": HTMLInputElement | null;
  "#quiz input:checked": HTMLInputElement | null;
  "#continue": HTMLElement | null;
  /** The number of the question, from 1, and how many there are at most. */
  "#quiz .progress": WithData<{ number: string; total: string }> | null;
  /** Takes the focus when a screen is shown. */
  "#heading": HTMLElement | null;
  "main": HTMLElement | null;
  "details": HTMLDetailsElement | null;
  /** A question, a result or an ending, but no screen whose part of the program is still loading. */
  "#quiz main:not(.moment)": HTMLElement | null;

  /** The languages to choose from, below every screen. */
  "#quiz > footer": HTMLElement | null;
  "[id^='language-']": HTMLElement | null;

  /** What can be pressed except Continue and languages: the program answers each press. */
  "#quiz :is(fieldset input, #along, button[type=button]:not([id^=language-]))": HTMLElement | null;
  /** What leads the whole page away. */
  "a[target='_top']": HTMLAnchorElement | null;
  /** Booking and contact among what to do next, and the first of them, at hand while one reads. */
  ".next a": HTMLAnchorElement | null;
  "#first-step": HTMLAnchorElement | null;
  "#restart": HTMLElement | null;
  "#clear": HTMLElement | null;
  /** What counts as a call to action: host-bridge.js. */
  "#print": HTMLElement | null;
  "#copy": HTMLElement | null;
  "#copy-short": HTMLElement | null;
  "#share": HTMLElement | null;
  "#book": HTMLElement | null;
  "#contact": HTMLElement | null;

  /** Holds every reason why the quiz cannot be shown. */
  "#failure": HTMLElement;
  "[data-failure]": WithData<{ failure: FailureKind }> | null;
  "#failure:not([hidden]) [data-failure]:not([hidden])": WithData<{ failure: FailureKind }> | null;
  "[data-retry]": HTMLElement;
  /** The way to the plain page. */
  "[data-plain]": HTMLElement | null;
  "[data-plain] a": HTMLAnchorElement | null;
  /** What is read on the plain page. */
  "main.reading": HTMLElement | null;

  /** The styles that the page has in itself. */
  "style": HTMLStyleElement | null;
  "h1, h2, h3, h4": HTMLHeadingElement | null;
  /** What a press is about. */
  "[id]": HTMLElement | null;
  /** What can have the focus. */
  "a, button, input, summary, textarea, [tabindex]": HTMLElement | null;

  /** Where the studio is drawn. */
  "#studio": HTMLElement;
}
