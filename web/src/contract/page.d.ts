// What is written into the page when it is built, by crates/prerender/src/main.rs; tests/it/contract.rs compares it.

/**
 * The attributes `data-…` of the script element. Paths are relative to the page. What only few visitors
 * load is called `extra`: it is no part of what is weighed.
 */
export interface ScriptData {
  /** The bindings of the program, and the program. */
  program: string;
  wasm: string;
  /** The data file. */
  quiz: string;
  /** The interface words in the quiz's own language. */
  text: string;
  /** The tags of all languages, the quiz's own first, with spaces between. */
  languages: string;
  /** The styles of what follows the questions, and all styles, for a page whose own are refused. */
  style: string;
  extraStyle: string;
  /** The program as plain JavaScript. */
  extraFallback: string;
  extraTheme: string;
  extraSession: string;
  /** Whether the page holds a part of the data file and of the interface words, `inline`, else `none`. */
  opening: string;
}

/** The same of the studio's page, by crates/prerender/src/studio.rs. */
export interface StudioScriptData {
  program: string;
  wasm: string;
  preview: string;
  /** What runs in the worker that checks drafts. */
  checkWorker: string;
  /** What puts a draft into one page. */
  draftFrame: string;
  quiz: string;
}

/**
 * What scripts write for others to read: on the page's root whether the question is hidden and which
 * scheme is asked for (crates/view/src/page/page.css), on the quiz that Continue was pressed before the program
 * ran (crates/browser/src/page.rs).
 */
export interface WrittenData {
  waiting: "" | "data";
  theme: string;
  continued: "";
}
