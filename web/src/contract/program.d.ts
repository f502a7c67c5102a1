// What the scripts call in the programs, and what the programs call in the scripts. The bindings are made
// by xtask/src/build/program.rs, fallback.rs and studio.rs; tests/it/contract.rs compares all of it.

/**
 * The visitor's program: src/main.rs, and `stop`, which comes with the bindings. Files are given as
 * flat.js makes one text of them; `kept` is a visit as `KeepVisit` got it last.
 */
export interface Program {
  open(quiz: string, text: string, kept?: string): void;
  ahead(): void;
  bring(quiz: string, text: string, overlay?: string, kept?: string): Promise<void>;
  refuse(): void;
  travelled(): void;
  stop(): void;
}

/**
 * The names of errors: what the program says cannot be used, a part of it that did not arrive, and what a
 * program that was stopped had under way.
 */
export type ErrorName = "quiz" | "text" | "overlay" | "later" | "Stopped";

/** The program as WebAssembly, which is compiled before it runs. */
export interface WasmProgram extends Program {
  init(source: Response | BufferSource): Promise<void>;
}

/** Called with the visit as one text after every change; `answered` says that an action was taken into account. */
export type KeepVisit = (saved: string, answered: boolean) => void;
/** Whether the browser has travelled since `KeepVisit` was called last. */
export type HasTravelled = () => boolean;

/** The default export of the bindings; `url` is where they lie. */
export type MakeProgram = (url: URL, keepVisit: KeepVisit, hasTravelled: HasTravelled) => Program;

/** The studio's program: crates/studio/src/main.rs, and `init`. `quiz` is the path of a data file. */
export interface Studio {
  start(quiz: string, draft?: string, page?: string): void;
  check(message: string): string | undefined;
  init(source: { module_or_path: WebAssembly.Module }): Promise<void>;
}

/** Called with the draft and the studio's page at every edit. */
export type KeepDraft = (draft: string, page: string) => void;
/** Asks the worker that checks drafts; the program writes the message and reads the answer. */
export type CheckInWorker = (message: string) => Promise<string | undefined>;
/** Whether there is one, or another can be started. */
export type HasCheckWorker = () => boolean;
/** Puts the draft's page with its files into one text: crates/browser/src/studio/draft_frame.rs. */
export type WriteDraftFrame = (page: string, content: string) => Promise<string | undefined>;
export type MakeStudio = (keepDraft: KeepDraft, hasCheckWorker: HasCheckWorker, checkInWorker: CheckInWorker, writeDraftFrame: WriteDraftFrame) => Studio;
