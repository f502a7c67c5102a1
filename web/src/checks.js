/** @import { CheckWorkerStart, CheckWorkerAnswer } from "./contract/messages.js" */

/** So many workers may stop before the page is left to check by itself. */
const MOST_STOPS = 3;
/** A worker that says nothing for so long has stopped, in milliseconds: the largest quiz takes some seconds. */
const SILENCE = 60_000;

/**
 * Checks drafts in a worker. Whatever a worker was asked before it stopped is refused; the next one, which knows
 * nothing of that, is started by the next message.
 */
export class CheckWorker {
  #make;
  #start;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {{ resolve: (found: string | undefined) => void, reject: (cause: Error) => void }[]} */
  #asked = [];
  #stops = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => Worker} make @param {CheckWorkerStart} start */
  constructor(make, start) {
    this.#make = make;
    this.#start = start;
    this.#run();
  }

  /** Whether one runs, or may be started. */
  get isThere() { return this.#stops < MOST_STOPS; }

  /** What is found, as the program writes it; nothing if it could not read the message. @param {string} message */
  check(message) {
    return /** @type {Promise<string | undefined>} */ (new Promise((resolve, reject) => {
      if (this.isThere && !this.#worker) this.#run();
      if (!this.#worker) return reject(new Error("no worker runs"));
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(message);
      this.#listen(this.#worker);
    }));
  }

  #run() {
    const worker = this.#make();
    this.#worker = worker;
    worker.addEventListener("message", (/** @type {MessageEvent<CheckWorkerAnswer>} */ { data }) => {
      if (data.failure !== undefined) this.#fail(worker, data.failure);
      else if (worker === this.#worker) this.#asked.shift()?.resolve(data.found);
      if (worker === this.#worker) this.#listen(worker);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(worker, event.message ?? "it did not start");
    });
    worker.postMessage(this.#start);
  }

  /** Waits for the next answer, if one is missing. @param {Worker} worker */
  #listen(worker) {
    clearTimeout(this.#timer);
    if (this.#asked.length) this.#timer = setTimeout(() => this.#fail(worker, "it does not answer"), SILENCE);
  }

  /** @param {Worker} worker @param {string} cause */
  #fail(worker, cause) {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#stops += 1;
    worker.terminate();
    console.warn(`skin-quiz: the worker that checks drafts stopped (${cause}). The page checks this one itself.`);
    for (const { reject } of this.#asked.splice(0)) reject(new Error(cause));
  }
}
