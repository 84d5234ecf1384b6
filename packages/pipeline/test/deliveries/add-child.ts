/**
 * Adds a delivery in a process of its own, so that a test can let it die.
 * Words: delivery, data folder, mode, the step at which to die (0: lives) and how many milliseconds after it.
 */
import { addDelivery } from "../../src/deliveries/add-delivery.ts";
import { request } from "./sample-delivery.ts";

const [path = "", data = "", mode = "", dieAt = "0", after = "0"] = process.argv.slice(2);
let steps = 0;
const outcome = await addDelivery(
  request(path, data, {
    mode: mode === "replace" ? "replace" : "add",
    memoryMb: 150,
    progress: () => {
      steps += 1;
      if (steps !== Number(dieAt)) return;
      if (after === "0") process.kill(process.pid, "SIGKILL");
      setTimeout(() => process.kill(process.pid, "SIGKILL"), Number(after));
    },
  }),
);
console.log(steps);
process.exitCode = outcome.outcome === "accepted" ? 0 : 1;
