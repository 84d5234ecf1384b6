import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { openWorkQueue, type Answered, type WorkQueue, type WorkQueueOptions } from "../../src/press/work-queue.ts";

interface Work {
  readonly name: string;
  /** Milliseconds that it is expected to take. */
  readonly long?: number;
}

const told: string[] = [];
const taken: string[] = [];
let queue: WorkQueue<Work, string> | undefined;
const open = (options: Partial<WorkQueueOptions<Work, string>> = {}): WorkQueue<Work, string>["ask"] =>
  (queue = openWorkQueue<Work, string>({
    entry: new URL("work-process.ts", import.meta.url),
    processes: 1,
    waiting: 10,
    idle: 20_000,
    keep: 20_000,
    nameOf: (it) => it.name,
    expected: (it) => it.long ?? 0,
    patience: () => 20_000,
    take: (work, made) => {
      taken.push(`${work.name}: ${made === undefined ? "nothing" : "made"}`);
      return typeof made === "string" ? made : undefined;
    },
    report: (problem) => told.push(problem),
    ...options,
  })).ask;
afterEach(() => {
  queue?.close();
  told.length = taken.length = 0;
});

const words = (it: Answered<string>): string => (it.ok ? it.made.replace(/^\d+ /, "") : it.why);
const processOf = (it: Answered<string>): string => (it.ok ? it.made.split(" ")[0]! : "none");

test("short work goes before long work that came just before it, and long work is not passed for ever", async () => {
  const ask = open();
  const order: string[] = [];
  const asked = [
    { name: "wait 300" },
    { name: "long", long: 3000 },
    { name: "also long", long: 3000 },
    { name: "short", long: 10 },
  ].map(async (it) => order.push(words(await ask(it))));
  await Promise.all(asked);
  expect(order).toEqual(["wait 300", "short", "long", "also long"]);

  // Expected to take 30 ms, so due 300 ms after it came: what comes later than that, however short, goes behind it.
  const late: string[] = [];
  const first = ask({ name: "wait 900" }).then((it) => late.push(words(it)));
  const patient = ask({ name: "patient", long: 30 }).then((it) => late.push(words(it)));
  await new Promise((go) => setTimeout(go, 400));
  const last = ask({ name: "latecomer", long: 1 }).then((it) => late.push(words(it)));
  await Promise.all([first, patient, last]);
  expect(late).toEqual(["wait 900", "patient", "latecomer"]);
});

test("who can’t wait hears the place and how far it is, and finds it done on coming back", async () => {
  const ask = open();
  const soon = { wait: 150 };
  await ask({ name: "warm" });
  const [first, second] = await Promise.all([
    ask({ name: "wait 600", long: 600 }, soon),
    ask({ name: "next", long: 600 }, soon),
  ]);
  expect(first).toMatchObject({ why: "waiting", place: 0, done: 0.5, after: 300 });
  expect(second).toMatchObject({ why: "waiting", place: 1, done: 0, after: 900 });
  expect(words(await ask({ name: "next", long: 600 }))).toBe("next");
  expect(taken).toEqual(["warm: made", "wait 600: made", "next: made"]);
});

test("what nobody comes back for loses its place; long work is stopped, with its process", async () => {
  const ask = open({ keep: 50 });
  const started = await ask({ name: "warm" });
  const left = await Promise.all([
    ask({ name: "hang", long: 60_000 }, { wait: 30 }),
    ask({ name: "never", long: 1 }, { wait: 30 }),
  ]);
  expect(left.map(words)).toEqual(["waiting", "waiting"]);
  const other = await ask({ name: "other", long: 60_000 });
  expect(words(other)).toBe("other");
  expect(processOf(other)).not.toBe(processOf(started));
  expect(taken).toEqual(["warm: made", "hang: nothing", "other: made"]);
  expect(told).toEqual([]);
});

test("who was told to come back hears then that it failed, and it isn’t tried again at once", async () => {
  const ask = open({ patience: () => 1500 });
  await ask({ name: "warm" });
  expect(words(await ask({ name: "hang" }, { wait: 20 }))).toBe("waiting");
  await expect.poll(() => taken, { timeout: 5000 }).toContain("hang: nothing");
  expect(words(await ask({ name: "hang" }))).toBe("failed");
  expect(taken.filter((it) => it.startsWith("hang"))).toHaveLength(1);
  expect(told).toEqual(["the work was not done within 1500 ms"]);
});

test("a bug, a refusal and a crash end their own work only", async () => {
  const ask = open();
  const answers = await Promise.all(["throw", "refuse", "stop", "fine"].map((name) => ask({ name })));
  expect(answers.map(words)).toEqual(["failed", "cannot", "failed", "fine"]);
  expect(answers[1]).toMatchObject({ said: { nl: "kan niet" } });
  expect(told).toEqual(["a bug", "the process stopped (code 3)"]);
});

test("a process that takes too much memory is ended, and one that took much makes way", async () => {
  const ask = open({ memory: { most: 300e6, tired: 140e6 } });
  const [before, much, after, tooMuch, next] = [
    await ask({ name: "small" }),
    await ask({ name: "hold 90" }),
    await ask({ name: "again" }),
    await Promise.all([ask({ name: "hold 320" }), ask({ name: "wait 400" })]),
    await ask({ name: "end" }),
  ];
  expect(processOf(much)).toBe(processOf(before));
  expect(processOf(after)).not.toBe(processOf(much));
  expect(tooMuch.map(words)).toEqual(["failed", "wait 400"]);
  expect(told).toEqual([expect.stringMatching(/took more than 300 MB/)]);
  expect(words(next)).toBe("end");
});

test("work that grows beyond its memory while it hangs is stopped and said", async () => {
  const ask = open({ memory: { most: 30e6, tired: 20e6 } });
  expect(words(await ask({ name: "hang" }))).toBe("failed");
  expect(told).toEqual([expect.stringMatching(/took more than 30 MB|stopped/)]);
});

test("two processes work side by side; the row is bounded and says when there may be room", async () => {
  const ask = open({ processes: 2, waiting: 1 });
  const asked = ["wait 300", "wait 301", "third", "fourth"].map((name) => ask({ name, long: 1000 }));
  const answers = await Promise.all(asked);
  expect(answers.map(words)).toEqual(["wait 300", "wait 301", "third", "busy"]);
  expect(answers[3]).toMatchObject({ why: "busy", after: 1500 });
  expect(new Set(answers.slice(0, 2).map(processOf)).size).toBe(2);
});

test("whatever is asked in whatever order, each gets an answer and each piece is made once at most", async () => {
  const names = fc.array(fc.constantFrom("a", "b", "c", "d", "throw", "refuse", "wait 5"), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(names, fc.integer({ min: 0, max: 3 }), async (all, waiting) => {
      taken.length = 0;
      const ask = open({ waiting });
      const answers = await Promise.all(all.map((name) => ask({ name, long: name.length })));
      queue?.close();
      for (const [i, it] of answers.entries())
        expect([all[i], "busy", all[i] === "throw" ? "failed" : "", all[i] === "refuse" ? "cannot" : ""]).toContain(
          words(it),
        );
      expect(new Set(taken).size).toBe(taken.length);
    }),
    { numRuns: 3 },
  );
});
