import { afterEach, expect, test } from "vitest";
import { svgToPng } from "../src/png.ts";
import { openPngQueue, type Drawn, type PngQueue, type PngQueueOptions } from "../src/png-queue.ts";

const drawing = new URL("../src/png-process.ts", import.meta.url);
/** Gives its id and the words back after a moment, stops at "stop", says nothing at "hang". */
const echo = new URL("echo-process.ts", import.meta.url);

const told: string[] = [];
let queue: PngQueue | undefined;
const open = (options: Partial<PngQueueOptions> = {}): PngQueue =>
  (queue = openPngQueue({
    entry: echo,
    waiting: 2,
    patience: 20_000,
    idle: 20_000,
    report: (problem) => told.push(problem),
    ...options,
  }));
afterEach(() => {
  queue?.close();
  told.length = 0;
});

const words = (it: Drawn): string => (it.ok ? Buffer.from(it.png).toString().replace(/^\d+ /, "") : it.why);
const processOf = (it: Drawn): string => (it.ok ? (/^\d+/.exec(Buffer.from(it.png).toString())?.[0] ?? "") : "none");
const alive = (id: string): boolean => {
  try {
    return process.kill(Number(id), 0);
  } catch {
    return false;
  }
};

test("draws in a process of its own what would be drawn here, and says what can't be drawn", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="4" y="24" font-family="Source Sans 3">Meldingen</text></svg>`;
  const { draw } = open({ entry: drawing });
  const [good, bad, again] = await Promise.all([draw(svg), draw("no picture"), draw(svg.replace("24", "25"))]);
  expect(good.ok && Buffer.from(good.png).equals(Buffer.from(svgToPng(svg)))).toBe(true);
  expect(bad).toEqual({ ok: false, why: "failed" });
  expect(again.ok).toBe(true);
  expect(told).toHaveLength(1);
});

test("draws one at a time in order, in one process; beyond the places it says busy at once", async () => {
  const { draw } = open();
  const order: string[] = [];
  const asked = ["a", "b", "c", "d", "e"].map(async (it) => {
    const drawn = await draw(it);
    order.push(words(drawn));
    return drawn;
  });
  const drawn = await Promise.all(asked);
  expect(order).toEqual(["busy", "busy", "a", "b", "c"]);
  expect(new Set(drawn.slice(0, 3).map(processOf)).size).toBe(1);
  expect(words(await draw("f"))).toBe("f");
});

test("the same picture asked for twice is drawn once and takes one place", async () => {
  const { draw } = open({ waiting: 1 });
  const drawn = await Promise.all(["a", "b", "b", "b", "a"].map((it) => draw(it)));
  expect(drawn.map(words)).toEqual(["a", "b", "b", "b", "a"]);
  expect(drawn[1]).toBe(drawn[2]);
});

test("who goes away frees the place, unless another waits for the same picture", async () => {
  const { draw } = open({ waiting: 1 });
  const first = draw("a");
  const [gone, also] = [new AbortController(), new AbortController()];
  const waiting = draw("b", gone.signal);
  expect(words(await draw("c"))).toBe("busy");
  gone.abort();
  expect(words(await waiting)).toBe("left");
  const [one, other] = [draw("d", also.signal), draw("d")];
  also.abort();
  expect(words(await draw("e"))).toBe("busy");
  expect([await one, await other, await first].map(words)).toEqual(["left", "d", "a"]);
  expect(words(await draw("f", AbortSignal.abort()))).toBe("left");
});

test("a process that stops fails one picture only: the next are drawn by another", async () => {
  const { draw } = open();
  const drawn = await Promise.all([draw("a"), draw("stop"), draw("b")]);
  expect(drawn.map(words)).toEqual(["a", "failed", "b"]);
  expect(processOf(drawn[2]!)).not.toBe(processOf(drawn[0]!));
  expect(told).toEqual(["PNG: the process stopped (code 3)"]);
});

test("a picture that takes too long is given up, its process with it", async () => {
  const { draw } = open({ patience: 3000 });
  const first = await draw("a");
  const drawn = await Promise.all([draw("hang"), draw("b")]);
  expect(drawn.map(words)).toEqual(["failed", "b"]);
  expect(processOf(drawn[1])).not.toBe(processOf(first));
  await expect.poll(() => alive(processOf(first))).toBe(false);
  expect(told).toEqual(["PNG: the work was not done within 3000 ms"]);
});

test("a process that can't be started fails the picture in words", async () => {
  const { draw } = open({ entry: new URL("no-such-process.ts", import.meta.url) });
  expect(words(await draw("a"))).toBe("failed");
  expect(told).toEqual(["PNG: the process stopped (code 1)"]);
});

test("without work the process ends, and comes back with the next picture", async () => {
  const { draw } = open({ idle: 30 });
  const first = await draw("a");
  await expect.poll(() => alive(processOf(first))).toBe(false);
  const second = await draw("b");
  expect(words(second)).toBe("b");
  expect(processOf(second)).not.toBe(processOf(first));
  expect(told).toEqual([]);
});

test("closing answers who waits", async () => {
  const { draw, close } = open();
  const asked = [draw("a"), draw("b")];
  close();
  expect((await Promise.all(asked)).map(words)).toEqual(["failed", "failed"]);
});
