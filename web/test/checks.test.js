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

const START = { program: "p.js", module: "m" };
let workers, checks;

const make = () => {
  workers.unshift(new FakeWorker());
  return workers[0];
};

beforeEach((context) => {
  context.mock?.method(console, "warn", () => {});
  workers = [];
  checks = new CheckWorker(make, START);
});

test("it is told first what to run, and each answer belongs to its message", async () => {
  const asked = [checks.check("one"), checks.check("two")];
  assert.deepEqual(workers[0].sent, [START, "one", "two"]);
  workers[0].answer({ found: "1" });
  workers[0].answer({});
  assert.deepEqual(await Promise.all(asked), ["1", undefined]);
});

const FAILURES = {
  "says that its program stopped": (worker) => worker.answer({ failure: "RuntimeError: unreachable" }),
  "throws": (worker) => worker.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "x" })),
  "does not start": (worker) => assert.ok(!worker.dispatchEvent(new Event("error", { cancelable: true })), "nobody else hears of it"),
};
for (const [name, fail] of Object.entries(FAILURES)) {
  test(`a worker that ${name} refuses what it was asked, and another one goes on`, async () => {
    const asked = [checks.check("one"), checks.check("two")].map((it) => assert.rejects(it));
    fail(workers[0]);
    await Promise.all(asked);
    assert.ok(workers[0].isTerminated);
    const next = checks.check("three");
    assert.deepEqual([workers.length, workers[0].sent], [2, [START, "three"]]);
    workers[1].answer({ found: "late" });
    fail(workers[1]);
    workers[0].answer({ found: "3" });
    assert.equal(await next, "3");
  });
}

test("after three workers nobody is asked", async () => {
  for (const count of [1, 2, 3]) {
    assert.ok(checks.isThere);
    const asked = assert.rejects(checks.check("one"));
    assert.equal(workers.length, count);
    workers[0].answer({ failure: "x" });
    await asked;
  }
  assert.ok(!checks.isThere);
  await assert.rejects(checks.check("one"));
  assert.equal(workers.length, 3);
});

test("a worker that does not answer for a minute has stopped", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [checks.check("one"), checks.check("two")];
  context.mock.timers.tick(59_000);
  workers[0].answer({ found: "1" });
  assert.equal(await asked[0], "1");
  context.mock.timers.tick(59_000);
  assert.ok(!workers[0].isTerminated, "each answer has its minute");
  const refused = assert.rejects(asked[1]);
  context.mock.timers.tick(1_000);
  await refused;
  assert.ok(workers[0].isTerminated);
});

test("who is asked nothing may be silent", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.timers.tick(600_000);
  assert.ok(!workers[0].isTerminated);
});
