import type { Progress } from "@impactmonitor/pipeline/deliveries/receive";

const width = 30;
const words = { checksum: "checksum", read: "reading", check: "comparing" } as const;

/** What a bar is drawn on. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a delivery is: a bar in a terminal, and one line where there is none. */
export function progressBar(out: Terminal, quiet: boolean): { readonly show: Progress; readonly end: () => void } {
  if (quiet) return { show: () => {}, end: () => {} };
  if (out.isTTY !== true) {
    let told = false;
    const show: Progress = () => {
      if (!told) out.write("Reading the delivery …\n");
      told = true;
    };
    return { show, end: () => {} };
  }
  let last = "";
  return {
    show: ({ doing, name, done, of }) => {
      const filled = of === undefined ? 0 : Math.round((done / of) * width);
      const how =
        of === undefined ? (done > 0 ? `${Math.round(done / 1e6)} MB` : "") : `${Math.floor((done / of) * 100)} %`;
      const line = `${words[doing].padEnd(9)} ${name.padEnd(16).slice(0, 24)} ${"█".repeat(filled).padEnd(width, "░")} ${how}`;
      if (line !== last) out.write(`\r\u001B[K${line}`);
      last = line;
    },
    end: () => {
      if (last !== "") out.write("\r\u001B[K");
    },
  };
}
