// Runs in a worker: the studio's program, of which it asks what is wrong with a draft. Its first message says
// where the program is, each other is one of the program's own.
/** @import { CheckWorkerStart, CheckWorkerAnswer } from "./contract/messages.js" */
/** @import { MakeStudio, Studio } from "./contract/program.js" */

/** @type {Promise<Studio> | undefined} */
let started;

/** What is not done here. @returns {Promise<never>} */
const nothing = () => Promise.reject(new Error("this is the worker"));

/** @param {CheckWorkerStart} start @returns {Promise<Studio>} */
async function start({ program, module }) {
  /** @type {{ default: MakeStudio }} */
  const { default: make } = await import(program);
  const studio = make(() => {}, () => false, nothing, nothing);
  await studio.init({ module_or_path: module });
  return studio;
}

/** @param {CheckWorkerAnswer} answer */
const answer = (answer) => postMessage(answer);

addEventListener("message", async ({ data }) => {
  try {
    if (started) answer({ found: (await started).check(data) });
    else await (started = start(data));
  } catch (error) {
    answer({ failure: String(error) });
  }
});
