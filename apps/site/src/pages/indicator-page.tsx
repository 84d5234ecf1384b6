import { isAbsent } from "@impactmonitor/model/cell";
import type { Area } from "@impactmonitor/model/area";
import { breakdownKey, type Vintage } from "@impactmonitor/model/observation";
import { areaLabel, areaPhrase, levelNames } from "@impactmonitor/views/area-words";
import { absenceExplanation } from "@impactmonitor/views/absence-words";
import type { AreasView } from "@impactmonitor/views/areas-view";
import type { BreakdownView } from "@impactmonitor/views/breakdown";
import { formatCell, formatDate, measureLabel, unitPhrase } from "@impactmonitor/views/format";
import type { IndicatorView, LeadView } from "@impactmonitor/views/indicator-view";
import { why } from "@impactmonitor/views/missing";
import { periodLabel } from "@impactmonitor/views/period-words";
import { shown as published, type Shown } from "@impactmonitor/views/shown";
import type { Trend } from "@impactmonitor/views/trend";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { ChartFigure, MapFigure } from "../parts/chart.tsx";
import { Definition } from "../parts/definition.tsx";
import { copyable, derivationWords, Figure, rowRef, Statement } from "../parts/figure.tsx";
import { words } from "./indicator-words.ts";

/** The page of one indicator for one area. The heading states the value; nothing on it judges. */
export function IndicatorPage({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say } = desk;
  const { indicator, area, theme } = view;
  return (
    <article class="indicator">
      <nav class="crumbs" aria-label={say(words.crumbs)}>
        <ol>
          <li>
            <a href={desk.link("indicators")}>{say(words.all)}</a>
          </li>
          <li>
            <a href={desk.link("theme", theme.id)}>{say(theme.shortTitle)}</a>
          </li>
        </ol>
      </nav>
      <p class="eyebrow">{say(indicator.title)}</p>
      {view.lead ? <Lead desk={desk} view={view} lead={view.lead} /> : <NoFigure desk={desk} view={view} />}
      <Chooser desk={desk} view={view} />
      <div class="reading">
        <section class="not-say" aria-labelledby="zegt-niet">
          <h2 id="zegt-niet">{say(words.doesNotSay)}</h2>
          <ul>
            {indicator.doesNotSay.map((it) => (
              <li>{say(it)}</li>
            ))}
          </ul>
        </section>
        {view.trend && <TrendSection desk={desk} view={view} trend={view.trend} />}
        {view.breakdowns.map((it) => (
          <BreakdownSection desk={desk} view={view} breakdown={it} />
        ))}
      </div>
      {view.areas.map((it) => (
        <AreasSection desk={desk} view={view} areas={it} chosen={area} />
      ))}
      {view.lead && view.lead.vintages.length > 0 && <Vintages desk={desk} lead={view.lead} />}
      <Definition desk={desk} indicator={indicator} source={view.source} />
      <Downloads desk={desk} view={view} />
      {view.related.length > 0 && (
        <section aria-labelledby="verwant">
          <h2 id="verwant">{say(words.related)}</h2>
          <ul class="link-list">
            {view.related.map((it) => (
              <li>
                <a href={desk.link("indicator", it.id, regionQuery(area))}>{say(it.title)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

const regionQuery = (area: Area) => ({ regio: area.level === "nation" ? undefined : areaParameter(area) });

function Lead({ desk, view, lead }: { desk: Desk; view: IndicatorView; lead: LeadView }) {
  const { say, language } = desk;
  const { shown } = lead;
  return (
    <header>
      <h1 class="statement">
        <Statement desk={desk} parts={lead.parts} />
      </h1>
      {lead.nation && (
        <p class="beside">
          {say(words.nationBeside)}: <Figure desk={desk} it={lead.nation} />
          {wholePhrase(desk, lead.nation)}
          {lead.relative && (
            <>
              ; {areaPhrase(view.area, language)} <Figure desk={desk} it={lead.relative} />
            </>
          )}
          .{lead.relative && <span class="fine"> {derivationWords(desk, lead.relative)}</span>}
        </p>
      )}
      {!lead.nation && lead.relative && (
        <p class="beside">
          {say(words.perHead)} <Figure desk={desk} it={lead.relative} />
          {wholePhrase(desk, lead.relative)}. <span class="fine">{derivationWords(desk, lead.relative)}</span>
        </p>
      )}
      {isAbsent(shown.cell) && <p>{say(absenceExplanation(shown.cell.absent))}</p>}
      <p class="chips">
        <span class="chip">{periodLabel(shown.period, language)}</span>
        {view.source && (
          <a class="chip" href={desk.link("source", view.source.id)}>
            {say(words.source)}: {say(view.source.shortTitle)}
          </a>
        )}
        <span class="chip">{say(words.age).replace("{age}", lead.age)}</span>
        {!isAbsent(shown.cell) && shown.cell.marks.includes("provisional") && (
          <span class="chip chip-mark">{say(words.provisional)}</span>
        )}
      </p>
      {view.missed.length > 0 && (
        <p class="notice" role="note">
          {view.missed.map((it) => say(words.missed[it])).join(" ")}
        </p>
      )}
      {shown.observation.publishedFor && (
        <p class="fine">
          {say(words.sameTerritory).replace("{area}", publishedFor(desk, shown.observation.publishedFor))}
        </p>
      )}
      <p class="cite">
        <span data-copy-source="">{lead.sourceLine}</span>{" "}
        <a href={shown.reading.url} rel="noreferrer external">
          {say(words.toSource)}
        </a>
        <button
          type="button"
          class="copy"
          hidden
          data-copy={`${lead.text} ${lead.sourceLine}`}
          data-done={say(words.copied)}
        >
          {say(words.copy)}
        </button>
      </p>
    </header>
  );
}

/** What a derived figure is a share of, or per whom. */
const wholePhrase = (desk: Desk, it: Shown): string =>
  it.derivation?.kind === "share"
    ? ` ${desk.say(words.ofAll).replace("{whole}", it.derivation.wholeIndicator.unit[desk.language])}`
    : unitPhrase(it.indicator, it.measure, desk.language);

const publishedFor = (desk: Desk, code: string): string => {
  const area = desk.book.area(code);
  return area ? areaLabel(area, desk.language) : code;
};

/** The line under a copied table: the source and the edition; each row may come from its own publication of it. */
const tableSource = (desk: Desk, view: IndicatorView): string =>
  view.lead?.sourceLine ??
  `${view.source ? `${desk.say(words.source)}: ${desk.say(view.source.title)}. ` : ""}Impactmonitor ${desk.book.id}.`;

function NoFigure({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say } = desk;
  const reason = why(desk.book, view.indicator, view.area);
  const other = view.options.areas.filter((it) => it.code !== view.area.code);
  return (
    <header>
      <h1 class="statement">
        {say(view.indicator.shortTitle)}: {say(words.noFigure)} {areaPhrase(view.area, desk.language)}.
      </h1>
      <p class="notice" role="note">
        {say(reason.why)}
      </p>
      {view.indicator.supplier && (
        <p>
          <strong>{say(words.supplier)}</strong> {say(view.indicator.supplier)}
        </p>
      )}
      {reason.instead && (
        <p>
          {say(words.instead)}{" "}
          <a href={desk.link("indicator", view.indicator.id)}>{areaLabel(reason.instead, desk.language)}</a>.
        </p>
      )}
      {!reason.instead && other.length > 0 && (
        <p>
          {say(words.elsewhere)}{" "}
          {other.slice(0, 12).map((it, i) => (
            <>
              {i > 0 && ", "}
              <a href={desk.link("indicator", view.indicator.id, { regio: areaParameter(it) })}>
                {areaLabel(it, desk.language)}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </header>
  );
}

/** Area, period and category, as a form that works without script. */
function Chooser({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say, language } = desk;
  const { options, lead } = view;
  if (options.areas.length < 2 && options.periods.length < 2 && options.breakdowns.length < 2) return null;
  const key = lead ? breakdownKey(lead.shown.breakdown) : "";
  const groups = Map.groupBy(options.areas, (it) => it.level);
  return (
    <form
      class="chooser"
      method="get"
      action={desk.link("indicator", view.indicator.id).split("?")[0]}
      data-autosubmit=""
    >
      {!desk.latest && <input type="hidden" name="editie" value={desk.book.id} />}
      <label>
        <span>{say(words.area)}</span>
        <select name="regio" class="utrecht-select utrecht-select--html-select">
          {!options.areas.some((it) => it.code === view.area.code) && (
            <option value={areaParameter(view.area)} selected>
              {areaLabel(view.area, language)} ({say(words.none)})
            </option>
          )}
          {[...groups].map(([level, areas]) => {
            const list = areas.map((it) => (
              <option value={it.level === "nation" ? "" : areaParameter(it)} selected={it.code === view.area.code}>
                {it.level === "nation" ? areaLabel(it, language) : it.name}
              </option>
            ));
            return level === "nation" ? list : <optgroup label={levelNames(level)[language]}>{list}</optgroup>;
          })}
        </select>
      </label>
      {options.periods.length > 1 && (
        <label>
          <span>{say(words.period)}</span>
          <select name="periode" class="utrecht-select utrecht-select--html-select">
            {options.periods.map((it) => (
              <option value={it} selected={it === lead?.shown.period}>
                {periodLabel(it, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {options.breakdowns.length > 1 && (
        <label>
          <span>{say(words.category)}</span>
          <select name="uitsplitsing" class="utrecht-select utrecht-select--html-select">
            {options.breakdowns.map((it) => (
              <option value={it.key === "" ? "totaal" : it.key} selected={it.key === key}>
                {it.label === "" ? say(words.total) : it.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="nl-button nl-button--secondary">
        {say(words.show)}
      </button>
    </form>
  );
}

function TrendSection({ desk, view, trend }: { desk: Desk; view: IndicatorView; trend: Trend }) {
  const { say, language } = desk;
  const compare = trend.rows.some((it) => it.compare);
  const provisional = trend.chart.series[0]!.points.some((it) => it.provisional);
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">{say(words.trend)}</h2>
      <ChartFigure desk={desk} chart={trend.chart}>
        {(provisional || trend.breaks.length > 0) && (
          <p class="fine">
            {provisional && `${say(words.openPoint)} `}
            {trend.breaks.map((it) => `${say(words.breakAt)} ${periodLabel(it.at, language)}: ${it.reason}`).join(" ")}
          </p>
        )}
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
    </section>
  );
}

function BreakdownSection({ desk, view, breakdown }: { desk: Desk; view: IndicatorView; breakdown: BreakdownView }) {
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

function AreasSection({
  desk,
  view,
  areas,
  chosen,
}: {
  desk: Desk;
  view: IndicatorView;
  areas: AreasView;
  chosen: Area;
}) {
  const { say, language } = desk;
  const id = `per-${areas.level}`;
  const period = periodLabel(areas.period, language);
  const total = areas.rows.length + areas.without.length;
  const table = view.indicator.tables[0];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(words.perLevel[areas.level])} <span class="h2-sub">{period}</span>
      </h2>
      {areas.without.length > 0 && (
        <p>
          {say(words.someOf)
            .replace("{n}", String(areas.rows.length))
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
      {areas.map && areas.rows.length > 1 && (
        <MapFigure desk={desk} chart={areas.map} classification={areas.classification} />
      )}
      {areas.strip && areas.strip.dots.length > 3 && (
        <ChartFigure desk={desk} chart={areas.strip} heading={say(words.strip)}>
          <p class="fine">{say(words.noRank)}</p>
        </ChartFigure>
      )}
      <div class="scroll" tabindex={0} role="region" aria-labelledby={id}>
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
            </tr>
          </thead>
          <tbody>
            {areas.nation && (
              <tr class="row-nation">
                <th scope="row">
                  <a href={desk.link("indicator", view.indicator.id, { periode: areas.period })}>{say(words.nation)}</a>
                </th>
                <td class="num">
                  <Figure desk={desk} it={areas.nation} />
                </td>
                {areas.rows.some((it) => it.shown.derivation) && (
                  <td class="num">{areas.nation.derivation ? <CountOf desk={desk} shown={areas.nation} /> : ""}</td>
                )}
              </tr>
            )}
            {areas.rows.map((it) => (
              <tr class={it.area.code === chosen.code ? "row-chosen" : undefined}>
                <th scope="row">
                  <a
                    href={desk.link("indicator", view.indicator.id, {
                      regio: areaParameter(it.area),
                      periode: areas.period,
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
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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

function Vintages({ desk, lead }: { desk: Desk; lead: LeadView }) {
  const { say, language } = desk;
  const text = (it: Vintage): string => formatCell(it.cell, lead.shown.indicator, lead.shown.measure, language);
  return (
    <section aria-labelledby="eerder">
      <h2 id="eerder">{say(words.vintages)}</h2>
      <p>{say(words.vintagesIntro)}</p>
      <ul>
        {lead.vintages.map((it) => (
          <li>
            <data value={"value" in it.cell ? String(it.cell.value) : ""} data-row={rowRef(it.row)}>
              {text(it)}
            </data>{" "}
            – <a href={it.reading.url}>{it.reading.title}</a>
            {it.reading.published && ` (${formatDate(it.reading.published, language)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Downloads({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say } = desk;
  if (view.options.areas.length === 0) return null;
  const query = {
    ...regionQuery(view.area),
    periode: view.lead?.shown.period,
    uitsplitsing: view.lead ? breakdownKey(view.lead.shown.breakdown) || undefined : undefined,
  };
  const file = (kind: string, extra: Record<string, string | undefined> = {}): string =>
    desk.link("indicator", `${view.indicator.id}.${kind}`, { ...extra });
  const charts: { key: string; label: string }[] = [
    ...(view.trend ? [{ key: "verloop", label: say(words.trend) }] : []),
    ...view.breakdowns.map((it) => ({ key: it.dimension, label: it.title })),
    ...(view.areas[0]?.map ? [{ key: "kaart", label: say(words.map) }] : []),
    ...(view.areas[0]?.strip ? [{ key: "verdeling", label: say(words.strip) }] : []),
  ];
  return (
    <section class="downloads" aria-labelledby="mee">
      <h2 id="mee">{say(words.take)}</h2>
      <ul class="link-list">
        <li>
          <a href={file("csv")} download>
            {say(words.csv)}
          </a>
        </li>
        {charts.map((it) => (
          <li>
            {it.label}:{" "}
            <a href={file("svg", { ...query, grafiek: it.key })} download>
              SVG<span class="sr"> ({it.label})</span>
            </a>{" "}
            <a href={file("png", { ...query, grafiek: it.key })} download>
              PNG<span class="sr"> ({it.label})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
