import type { Duck } from "../duck.ts";
import type { Progress, Step } from "./receive.ts";

const interval = 200;

/** Runs something in the engine, and tells how far it is a few times a second. */
export async function watchProgress<T>(
  duck: Duck,
  step: Pick<Step, "doing" | "name">,
  progress: Progress,
  run: () => Promise<T>,
): Promise<T> {
  const tell = (done: number): void => progress({ ...step, done, of: 1 });
  tell(0);
  const timer = setInterval(() => {
    const { percentage } = duck.connection.progress;
    if (percentage >= 0) tell(Math.min(1, percentage / 100));
  }, interval);
  try {
    const result = await run();
    tell(1);
    return result;
  } finally {
    clearInterval(timer);
  }
}
