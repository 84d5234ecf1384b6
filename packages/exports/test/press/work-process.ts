import { answerWork } from "../../src/press/answer-work.ts";

/** Stands for a press: `name` says what it does. Tells its process in what it makes. */
const held: Buffer[] = [];
answerWork(
  async (work, told) => {
    const { name } = work as { name: string };
    const [what = "", amount = "0"] = name.split(" ");
    if (what === "stop") process.exit(3);
    if (what === "throw") throw new Error("a bug");
    if (what === "refuse") throw new RangeError("refused");
    if (what === "hold") held.push(Buffer.alloc(Number(amount) * 1e6, 1));
    // Long enough for a look at the memory.
    if (what === "hold" && Number(amount) > 300) await new Promise((go) => setTimeout(go, 60_000));
    told(0.5);
    if (what === "hang") await new Promise((go) => setTimeout(go, 60_000));
    if (what === "wait") await new Promise((go) => setTimeout(go, Number(amount)));
    return `${process.pid} ${name}`;
  },
  (error) => (error instanceof RangeError ? { cannot: { nl: "kan niet", en: "can’t" } } : undefined),
);
