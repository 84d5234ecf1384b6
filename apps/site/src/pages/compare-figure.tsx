import { drawDistribution } from "@impactmonitor/charts/distribution-chart";
import { pageInk } from "@impactmonitor/charts/ink";
import { drawPanel } from "@impactmonitor/charts/panel-chart";
import { escape } from "@impactmonitor/charts/svg";
import { levelNames } from "@impactmonitor/views/area-words";
import type { CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import { columnWords, outlierNote, outliersOf } from "@impactmonitor/views/comparison/compare-words";
import { distribution, type Distribution } from "@impactmonitor/views/comparison/distribution";
import { multiples, type Multiples } from "@impactmonitor/views/comparison/multiples";
import { formatNumber } from "@impactmonitor/views/format";
import { practiceMark, practiceWords, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { marked } from "../parts/marked.ts";
import { TakeChart, type Takeable } from "../parts/take-chart.tsx";
import { areaParameter } from "../paths.ts";
import { CompareTable } from "./compare-table.tsx";
import type { Namer } from "./compare-names.ts";
import { words } from "./compare-page-words.ts";

interface Props {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly column: CompareColumn;
  /** Where the files of its charts are. */
  readonly take: (chart: "verdeling" | "verloop", name: string) => Takeable;
  readonly name: Namer;
}

/** One figure for all areas: where they lie, how they went, and the numbers in words. */
export function CompareFigure({ desk, view, column, name, take }: Props) {
  const { say, book, language } = desk;
  const { indicator, missed } = column;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const [first] = view.areas;
  const strip = distribution(book, column, first.level, name, language);
  const series = multiples(book, column, view.choice.form, name, language);
  const outliers = outliersOf(column, name, language);
  const note = indicator.doesNotSay[0];
  return (
    <section class="compare-figure" aria-labelledby={indicator.id}>
      <h2 id={indicator.id}>
        {say(indicator.shortTitle)} <span class="h2-sub">{columnWords(book, column, language).join("; ")}</span>
      </h2>
      <p class="fine">
        <a href={desk.link("indicator", indicator.id, { regio: areaParameter(first) })}>{say(words.more)}</a>
        {source && (
          <>
            . {sourceWord(book, language)}: <a href={desk.link("source", source.id)}>{say(source.shortTitle)}</a>
          </>
        )}
        .
      </p>
      {missed.map((it) => (
        <p class="notice" role="note">
          {say(it === "period" ? words.missedPeriod : words.missedCategory)}
        </p>
      ))}
      {strip && <Strip desk={desk} chart={strip} first={name(first)} take={take("verdeling", say(words.strip))} />}
      {series ? (
        <Panels desk={desk} chart={series} take={take("verloop", say(words.series))} />
      ) : (
        <p class="fine">{say(words.noSeries)}</p>
      )}
      <h3>{say(words.numbers)}</h3>
      <CompareTable desk={desk} view={view} column={column} name={name} />
      {outliers && (
        <p class="fine">
          {say(words.outliers)} {outliers}. {say(outlierNote)}
        </p>
      )}
      {note && (
        <p class="fine">
          <strong>{say(words.doesNotSay)}</strong> <Explained desk={desk} text={desk.sentence(note)} />
        </p>
      )}
    </section>
  );
}

const spoken = (desk: Desk, text: string): string =>
  desk.book.kind === "practice" ? `${desk.say(practiceWords.short)}. ${text}` : text;

function Strip({ desk, chart, first, take }: { desk: Desk; chart: Distribution; first: string; take: Takeable }) {
  const { say, language } = desk;
  const tick = (value: number): string =>
    `${formatNumber(value, Number.isInteger(value) ? 0 : 1, language)}${chart.percent ? "%" : ""}`;
  const { width, height, body } = marked(desk, drawDistribution(chart, pageInk, tick));
  const label = escape(spoken(desk, `${say(words.strip)} ${chart.alternative}`));
  const html = `<svg class="chart chart-strip" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${body}</svg>`;
  const keys =
    language === "nl" ? "Pijltjestoetsen: lees de waarden één voor één" : "Arrow keys: read the values one by one";
  return (
    <figure class="chart-figure" data-chart="distribution" data-keys={keys}>
      <figcaption>
        <h3 class="chart-title">{say(words.strip)}</h3>
        <span class="chart-unit">
          {chart.unit}; {levelNames(chart.level)[language]}
        </span>
      </figcaption>
      <div class="chart-box" dangerouslySetInnerHTML={{ __html: html }} />
      <p class="fine">
        {chart.others.length > 0 && say(words.stripDots)} {say(words.stripFirst).replace("{first}", first)}{" "}
        {chart.ordinary && say(words.stripBand).replace("{area}", chart.ordinary.area)}
      </p>
      {chart.signs.length > 0 && <p class="signs">{chart.signs.join(" · ")}</p>}
      <TakeChart desk={desk} {...take} />
    </figure>
  );
}

function Panels({ desk, chart, take }: { desk: Desk; chart: Multiples; take: Takeable }) {
  const { say } = desk;
  const across = practiceMark(desk.book, desk.language)?.across;
  const open = chart.panels.some((it) => it.points.some((point) => point.provisional || point.startsNew));
  return (
    <div class="panels-part">
      <h3 class="chart-title">
        {say(words.series)} <span class="chart-unit">{chart.unit}</span>
      </h3>
      <ul class="panels">
        {chart.panels.map((it, i) => {
          const { width, height, body } = drawPanel(chart, it.points, pageInk);
          const mark = across ? `<text x="10" y="${height / 2}" class="k-practice-spark">${escape(across)}</text>` : "";
          const label = escape(spoken(desk, `${it.area}. ${it.alternative}`));
          const html = `<svg class="chart panel" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${body}${mark}</svg>`;
          return (
            <li>
              <span class={i === 0 ? "panel-name panel-own" : "panel-name"} aria-hidden="true">
                {it.area}
              </span>
              <div dangerouslySetInnerHTML={{ __html: html }} />
            </li>
          );
        })}
      </ul>
      <p class="fine">
        {chart.nation && say(words.seriesNation)} {open && say(words.seriesOpen)}
      </p>
      <TakeChart desk={desk} {...take} />
    </div>
  );
}
