import type { Language } from "@impactmonitor/model/text";
import { spoken, type Chart } from "../chart-state.ts";

const inTable = / ?(Alle waarden staan in de tabel|The table has all values)\.$/;

/** What a chart says to who can't see it; where no table stands beside it, all its values. */
export function alternativeOf(chart: Chart, withTable: boolean, language: Language): string {
  if (withTable) return chart.alternative;
  const values = valuesOf(chart);
  const all = language === "nl" ? "Alle waarden" : "All values";
  return [chart.alternative.replace(inTable, ""), ...(values.length > 0 ? [`${all}: ${values.join("; ")}.`] : [])].join(
    " ",
  );
}

function valuesOf(chart: Chart): readonly string[] {
  if (chart.kind === "bars")
    return chart.bars.map((it) => {
      const compare = it.compare ? ` (${chart.compareName ?? ""}: ${spoken(it.compare)})` : "";
      return `${it.label}: ${spoken(it)}${compare}`;
    });
  if (chart.kind !== "line") return [];
  return chart.series.map(
    (it) => `${it.name}, ${it.points.map((point) => `${point.label}: ${spoken(point)}`).join(", ")}`,
  );
}
