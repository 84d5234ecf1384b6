import { areaLabel } from "@impactmonitor/views/area-words";
import type { BreakdownView } from "@impactmonitor/views/breakdown";
import { measureLabel } from "@impactmonitor/views/format";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Desk } from "../desk.ts";
import { ChartFigure } from "../parts/chart.tsx";
import { copyable, Figure } from "../parts/figure.tsx";
import { tableSource, takeOf } from "./indicator-take.tsx";
import { words } from "./indicator-words.ts";

export function BreakdownSection({
  desk,
  view,
  breakdown,
}: {
  desk: Desk;
  view: IndicatorView;
  breakdown: BreakdownView;
}) {
  const { say, language } = desk;
  const id = `uitsplitsing-${breakdown.dimension}`;
  const compare = breakdown.rows.some((it) => it.compare);
  const notes = breakdown.rows.filter((it) => it.note);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {breakdown.title} <span class="h2-sub">{periodLabel(breakdown.period, language)}</span>
      </h2>
      {breakdown.response === "multiple" && (
        <p class="notice" role="note">
          {say(words.multiple)}
        </p>
      )}
      <ChartFigure
        desk={desk}
        chart={breakdown.chart}
        heading={`${areaLabel(view.area, language)}, ${periodLabel(breakdown.period, language)}`}
        take={takeOf(desk, view, breakdown.title, { grafiek: breakdown.dimension })}
      >
        {compare && (
          <p class="fine">
            <span class="swatch-mark" aria-hidden="true" /> {say(words.markIsNation)}
          </p>
        )}
        <details class="as-table">
          <summary>{say(words.asTable)}</summary>
          <div class="scroll" tabindex={0} role="region" aria-label={breakdown.chart.title}>
            <table class="utrecht-table" {...copyable(desk, tableSource(desk, view))}>
              <caption class="sr">{breakdown.chart.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{breakdown.title}</th>
                  <th scope="col" class="num">
                    {areaLabel(view.area, language)} ({measureLabel(view.indicator, breakdown.measure, language)})
                  </th>
                  {compare && (
                    <th scope="col" class="num">
                      {say(words.nation)}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {breakdown.rows.map((it) => (
                  <tr>
                    <th scope="row" class={`depth-${Math.min(it.depth, 2)}`}>
                      {it.label}
                    </th>
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
        {notes.length > 0 && (
          <dl class="notes">
            {notes.map((it) => (
              <div>
                <dt>{it.label}</dt>
                <dd>{it.note}</dd>
              </div>
            ))}
          </dl>
        )}
      </ChartFigure>
    </section>
  );
}
