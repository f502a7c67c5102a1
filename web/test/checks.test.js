import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { CheckWorker } from "../src/checks.js";

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  sent = [];
  isTerminated = false;
  postMessage(message) { this.sent.push(message); }
  terminate() { this.isTerminated = true; }
  answer(data) { this.dispatchEvent(Object.assign(new Event("message"), { data })); }
}

let worker, checks;

beforeEach((context) => {
  context.mock?.method(console, "warn", () => {});
  worker = new FakeWorker();
  checks = new CheckWorker(worker, { program: "p.js", module: "m" });
});

test("it is told first what to run, and each answer belongs to its message", async () => {
  const asked = [checks.check("one"), checks.check("two")];
  assert.deepEqual(worker.sent, [{ program: "p.js", module: "m" }, "one", "two"]);
  worker.answer({ found: "1" });
  worker.answer({});
  assert.deepEqual(await Promise.all(asked), ["1", undefined]);
});

test("a worker that fails refuses what it was asked and is not asked again", async () => {
  for (const fail of [
    () => worker.answer({ failure: "RuntimeError: unreachable" }),
    () => worker.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "unreachable" })),
    () => assert.ok(!worker.dispatchEvent(new Event("error", { cancelable: true })), "nobody else hears of it"),
  ]) {
    worker = new FakeWorker();
    checks = new CheckWorker(worker, { program: "p.js", module: "m" });
    const asked = [checks.check("one"), checks.check("two")].map((it) => assert.rejects(it));
    fail();
    await Promise.all(asked);
    assert.ok(worker.isTerminated);
    const count = worker.sent.length;
    await assert.rejects(checks.check("three"));
    assert.equal(worker.sent.length, count);
  }
});
