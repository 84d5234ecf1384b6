import type { BarChart } from "@impactmonitor/views/chart-state";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { areaLabel } from "@impactmonitor/views/area-words";
import { sourceName } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { ChartFigure } from "./chart.tsx";
import { Figure } from "./figure.tsx";

const words = {
  asTable: { nl: "Als tabel", en: "As a table" },
  area: { nl: "Gebied", en: "Area" },
  source: { nl: "Bron", en: "Source" },
} as const;

/** An area beside the country: two bars, and the same two figures as a table. */
export function PairFigure({ desk, chart, comparison }: { desk: Desk; chart: BarChart; comparison: Comparison }) {
  const { say, book, language } = desk;
  const { indicator } = comparison.own;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  return (
    <div class="q-charts">
      <ChartFigure desk={desk} chart={chart}>
        <details class="as-table">
          <summary>
            {say(words.asTable)}
            <span class="sr">: {chart.title}</span>
          </summary>
          <table class="utrecht-table">
            <caption class="sr">{chart.title}</caption>
            <thead>
              <tr>
                <th scope="col">{say(words.area)}</th>
                <th scope="col" class="num">
                  {chart.title}
                </th>
                <th scope="col">{say(words.source)}</th>
              </tr>
            </thead>
            <tbody>
              {[comparison.own, comparison.other].map((it) => {
                const area = book.area(it.area);
                return (
                  <tr>
                    <th scope="row">{area ? areaLabel(area, language) : it.area}</th>
                    <td class="num">
                      <Figure desk={desk} it={it} />
                    </td>
                    <td>
                      {source && <a href={desk.link("source", source.id)}>{sourceName(book, source, language)}</a>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      </ChartFigure>
    </div>
  );
}
