import { areaLabel } from "@impactmonitor/views/area-words";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Trend } from "@impactmonitor/views/trend";
import type { Desk } from "../desk.ts";
import { ChartFigure } from "../parts/chart.tsx";
import { copyable, Figure } from "../parts/figure.tsx";
import { BreakList, EventList } from "../parts/timeline.tsx";
import { trendId } from "../paths.ts";
import { tableSource, takeOf } from "./indicator-take.tsx";
import { words } from "./indicator-words.ts";

export function TrendSection({
  desk,
  view,
  trend,
  beside,
}: {
  desk: Desk;
  view: IndicatorView;
  trend: Trend;
  beside?: string;
}) {
  const { say, language } = desk;
  const id = trendId(language);
  const compare = trend.rows.some((it) => it.compare);
  const provisional = trend.chart.series[0]!.points.some((it) => it.provisional);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(words.trend)}</h2>
      <ChartFigure desk={desk} chart={trend.chart} take={takeOf(desk, view, say(words.trend), { grafiek: "verloop" })}>
        {provisional && <p class="fine">{say(words.openPoint)}</p>}
        <BreakList desk={desk} breaks={trend.breaks} />
        <details class="as-table">
          <summary>{say(words.asTable)}</summary>
          <div class="scroll" tabindex={0} role="region" aria-label={trend.chart.title}>
            <table class="utrecht-table" {...copyable(desk, tableSource(desk, view))}>
              <caption class="sr">{trend.chart.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say(words.period)}</th>
                  <th scope="col" class="num">
                    {areaLabel(view.area, language)}
                  </th>
                  {compare && (
                    <th scope="col" class="num">
                      {say(words.nation)}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {trend.rows.map((it) => (
                  <tr>
                    <th scope="row">{periodLabel(it.period, language)}</th>
                    <td class="num">
                      <Figure desk={desk} it={it.main} />
                    </td>
                    {compare && <td class="num">{it.compare ? <Figure desk={desk} it={it.compare} /> : ""}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </ChartFigure>
      <EventList desk={desk} view={view} beside={beside} />
    </section>
  );
}
