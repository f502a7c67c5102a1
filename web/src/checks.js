/** @import { CheckWorkerStart, CheckWorkerAnswer } from "./contract/messages.js" */

/** Checks drafts in a worker, one message after another. Once it has failed, everything that is asked is refused. */
export class CheckWorker {
  #worker;
  /** @type {{ resolve: (found: string | undefined) => void, reject: (cause: Error) => void }[]} */
  #asked = [];
  /** @type {Error | undefined} */
  #failure;

  /** @param {Worker} worker @param {CheckWorkerStart} start */
  constructor(worker, start) {
    this.#worker = worker;
    worker.addEventListener("message", (/** @type {MessageEvent<CheckWorkerAnswer>} */ { data }) => {
      if (data.failure !== undefined) this.#fail(data.failure);
      else this.#asked.shift()?.resolve(data.found);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(event.message ?? "it did not start");
    });
    worker.postMessage(start);
  }

  /** What is found, as the program writes it; nothing if it could not read the message. @param {string} message */
  check(message) {
    return /** @type {Promise<string | undefined>} */ (new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(message);
    }));
  }

  /** @param {string} cause */
  #fail(cause) {
    console.warn(`skin-quiz: the worker that checks drafts stopped (${cause}). The page checks them itself.`);
    this.#failure = new Error(cause);
    this.#worker.terminate();
    for (const { reject } of this.#asked.splice(0)) reject(this.#failure);
  }
}
