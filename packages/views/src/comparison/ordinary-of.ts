import type { CompareColumn } from "./compare-view.ts";
import type { Area } from "@impactmonitor/model/area";
import type { Between } from "./judgement.ts";

/** Where areas as large as one of these ordinarily lie, in the units of the column: of the first for which it is known. */
export function ordinaryOf(column: CompareColumn): { readonly area: Area; readonly between: Between } | undefined {
  for (const { area, national } of column.cells)
    if (national?.judgement.by === "band" && national.own.measure === column.measure)
      return { area, between: national.judgement.ordinary };
  return undefined;
}
