import { breakdownLabel } from "@impactmonitor/views/statement";
import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey } from "@impactmonitor/model/observation";
import { levelNames } from "@impactmonitor/views/area-words";
import { present, type AreasView } from "@impactmonitor/views/areas-view";
import type { Book } from "@impactmonitor/views/book";
import type { ContextBeside } from "@impactmonitor/views/context/context-beside";
import { lead } from "@impactmonitor/views/lead";
import { judgementLabel } from "@impactmonitor/views/comparison/judgement-words";
import { measureLabel } from "@impactmonitor/views/format";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { periodLabel } from "@impactmonitor/views/period-words";
import { sameBreakdown, shown as published, type Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { NotedAreas } from "../parts/area-notes.tsx";
import { ChartFigure, MapFigure } from "../parts/chart.tsx";
import { copyable, Figure, Signs } from "../parts/figure.tsx";
import { OutsideNote } from "../parts/succession.tsx";
import { areaParameter, levelId } from "../paths.ts";
import { FactCell, FactHead } from "./indicator-context.tsx";
import { tableSource, takeOf } from "./indicator-take.tsx";
import { words } from "./indicator-words.ts";

export function AreasSection({
  desk,
  view,
  areas,
  chosen,
  beside,
}: {
  desk: Desk;
  view: IndicatorView;
  areas: AreasView;
  chosen: Area;
  /** A fact that stands in a column of this table, because the areas are too many for a table of their own. */
  beside?: ContextBeside;
}) {
  const { say, language } = desk;
  const id = levelId(language, areas.level);
  const category = breakdownLabel(desk.book, areas.rows[0]?.shown.breakdown ?? {}, language);
  const period = [periodLabel(areas.period, language), category].filter(Boolean).join(", ");
  const own = present(areas);
  const total = areas.rows.length + areas.without.length;
  const table = view.indicator.tables[0];
  const niveau = areas === view.areas[0] ? undefined : areas.level;
  const judged = areas.rows.some((it) => it.judgement);
  const facts = new Map(beside?.pairs.map((it) => [it.area, it]));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(words.perLevel[areas.level])} <span class="h2-sub">{period}</span>
      </h2>
      {areas.outside && <OutsideNote desk={desk} outside={areas.outside} indicator={view.indicator} />}
      {view.lead && !isSameFigure(view.lead.shown, areas) && (
        <p class="notice" role="note">
          {say(words.otherFigure)}
        </p>
      )}
      {own < total && (
        <p>
          {say(words.someOf)
            .replace("{n}", String(own))
            .replace("{total}", String(total))
            .replace("{areas}", levelNames(areas.level)[language])}{" "}
          {table && (
            <>
              {say(words.restAt)}{" "}
              <a href={`https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}/table`}>StatLine {table}</a>.
            </>
          )}
        </p>
      )}
      {areas.map && (
        <MapFigure
          desk={desk}
          chart={areas.map}
          level={areas.level}
          classification={areas.classification}
          take={takeOf(desk, view, say(words.map), { grafiek: "kaart", niveau })}
        />
      )}
      {areas.strip && (
        <ChartFigure
          desk={desk}
          chart={areas.strip}
          heading={say(words.strip)}
          take={takeOf(desk, view, say(words.strip), { grafiek: "verdeling", niveau })}
        >
          <p class="fine">
            {areas.strip.ordinary && (
              <>
                {say(words.ordinaryBar)}: {areas.strip.ordinary.label}.{" "}
              </>
            )}
            {say(words.noRank)}
          </p>
        </ChartFigure>
      )}
      <div
        class="scroll"
        tabindex={0}
        role="region"
        aria-label={`${say(words.perLevel[areas.level])}: ${say(words.table)}`}
      >
        <table class="utrecht-table areas" {...copyable(desk, tableSource(desk, view))}>
          <caption class="sr">
            {say(view.indicator.shortTitle)}, {period}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say(words.area)}</th>
              <th scope="col" class="num">
                {measureLabel(view.indicator, areas.measure, language)}
              </th>
              {areas.rows.some((it) => it.shown.derivation) && (
                <th scope="col" class="num">
                  {measureLabel(view.indicator, "count", language)}
                </th>
              )}
              {judged && <th scope="col">{say(words.besideCountry)}</th>}
              {beside && <FactHead desk={desk} beside={beside} />}
            </tr>
          </thead>
          <tbody>
            {areas.nation && (
              <tr class="row-nation">
                <th scope="row">
                  <a
                    href={desk.link("indicator", view.indicator.id, {
                      periode: areas.period,
                      uitsplitsing: categoryParameter(desk.book, view.indicator, "NL01", areas.nation),
                    })}
                  >
                    {say(words.nation)}
                  </a>
                </th>
                <td class="num">
                  <Figure desk={desk} it={areas.nation} />
                </td>
                {areas.rows.some((it) => it.shown.derivation) && (
                  <td class="num">{areas.nation.derivation ? <CountOf desk={desk} shown={areas.nation} /> : ""}</td>
                )}
                {judged && <td />}
                {beside && <FactCell desk={desk} beside={beside} pair={beside.nation} />}
              </tr>
            )}
            {areas.rows.map((it) => (
              <tr class={it.area.code === chosen.code ? "row-chosen" : undefined}>
                <th scope="row">
                  <a
                    href={desk.link("indicator", view.indicator.id, {
                      regio: areaParameter(it.area),
                      periode: areas.period,
                      uitsplitsing: categoryParameter(desk.book, view.indicator, it.area.code, it.shown),
                    })}
                    aria-current={it.area.code === chosen.code ? "true" : undefined}
                  >
                    {it.area.name}
                  </a>
                </th>
                <td class="num">
                  <Figure desk={desk} it={it.shown} />
                </td>
                {areas.rows.some((row) => row.shown.derivation) && (
                  <td class="num">{it.shown.derivation ? <CountOf desk={desk} shown={it.shown} /> : ""}</td>
                )}
                {judged && <td>{it.judgement ? judgementLabel(it.judgement, language) : ""}</td>}
                {beside && <FactCell desk={desk} beside={beside} pair={facts.get(it.area)} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NotedAreas desk={desk} indicator={view.indicator} areas={areas} />
      {!areas.map && !areas.strip && (
        <Signs desk={desk} figures={[...areas.rows.map((it) => it.shown), ...(areas.nation ? [areas.nation] : [])]} />
      )}
      {areas.rows.some((it) => it.shown.derivation) && (
        <p class="fine">{say(areas.measure === "percent" ? words.derivedShare : words.derived)}</p>
      )}
      {areas.without.length > 0 && areas.level === "vt-region" && (
        <p class="fine">
          {say(words.without)} {areas.without.map((it) => it.name).join(", ")}.
        </p>
      )}
    </section>
  );
}

/** The published count behind a rate. */
function CountOf({ desk, shown }: { desk: Desk; shown: Shown }) {
  const { observation } = shown;
  return <Figure desk={desk} it={published(desk.book, observation)} />;
}

/** Whether a table is of the period and category of the figure with which the page begins. */
const isSameFigure = (begin: Shown, { period, rows }: AreasView): boolean =>
  period === begin.period && sameBreakdown(rows[0]?.shown.breakdown ?? {}, begin.breakdown);

/** `?uitsplitsing=` that a link needs for the area's page to begin with the figure of the table. */
function categoryParameter(book: Book, indicator: Indicator, area: string, it: Shown): string | undefined {
  const begin = lead(book, indicator, area, { period: it.period });
  return begin && sameBreakdown(begin.breakdown, it.breakdown) ? undefined : breakdownKey(it.breakdown) || "totaal";
}
