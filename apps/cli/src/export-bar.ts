/** What a bar is drawn on. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;

/** Shows how far documents are, in a terminal only: elsewhere the names of the files are enough. */
export function drawBar(
  out: Terminal | undefined,
  documents: number,
): { show: (done: number) => void; end: () => void } {
  if (out?.isTTY !== true) return { show: () => {}, end: () => {} };
  let last = "";
  return {
    show: (done) => {
      const filled = Math.round(done * width);
      const line = `${"█".repeat(filled).padEnd(width, "░")} ${Math.floor(done * 100)} % of ${documents === 1 ? "1 document" : `${documents} documents`}`;
      if (line !== last) out.write(`\r\u001B[K${line}`);
      last = line;
    },
    end: () => {
      if (last !== "") out.write("\r\u001B[K");
    },
  };
}
