import { writeFileSync } from "node:fs";
import type { EditionKind } from "@impactmonitor/model/edition";
import { CannotMake, makeDocument, type Paper } from "../documents/make-document.ts";
import { answerWork } from "./answer-work.ts";
import type { PressWork } from "./press.ts";

/**
 * The side of the press in a process of its own: writes each document that is ordered, and says how many bytes it has.
 * @param papers the editions of a kind by their id; asked for once per kind, when the first document of it is ordered
 */
export function answerPress(papers: (kind: EditionKind) => ReadonlyMap<string, Paper>): void {
  const opened = new Map<EditionKind, ReadonlyMap<string, Paper>>();
  answerWork(
    async (work, told) => {
      if (!isPressWork(work)) throw new Error("this is no order for a document");
      const { kind, order, to } = work;
      const all = opened.get(kind) ?? papers(kind);
      opened.set(kind, all);
      const paper = all.get(order.edition);
      if (!paper) throw new Error(`there is no edition ${order.edition}`);
      const bytes = await makeDocument(paper, order, told);
      writeFileSync(to, bytes);
      return bytes.length;
    },
    (error) => (error instanceof CannotMake ? { cannot: error.why } : undefined),
  );
}

const isPressWork = (it: unknown): it is PressWork =>
  typeof it === "object" && it !== null && "kind" in it && "order" in it && "to" in it;
