import { drawSpark } from "@impactmonitor/charts/spark";
import type { Area } from "@impactmonitor/model/area";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { AreaRow } from "@impactmonitor/views/area-view";
import { counted, nouns } from "@impactmonitor/views/counted";
import { judgementLabel } from "@impactmonitor/views/comparison/judgement-words";
import { unitPhrase } from "@impactmonitor/views/format";
import { ageOn, periodLabel } from "@impactmonitor/views/period-words";
import { editionName, practiceMark, sourceName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { copyable, Figure, Signs } from "../parts/figure.tsx";
import { Guards } from "../parts/guards.tsx";
import { areaParameter, settingId } from "../paths.ts";
import { words } from "./area-words.ts";

interface AreaTableProps {
  readonly desk: Desk;
  /** Whose figures these are. */
  readonly area: Area;
  readonly rows: readonly AreaRow[];
  readonly caption: string;
  /** Heads the column of figures, when these are not of the area that the page is about. */
  readonly figure?: string;
}

/** Figures of one area, each beside the country's. */
export function AreaTable({ desk, area, rows, caption, figure }: AreaTableProps) {
  const { say } = desk;
  const compare = area.level !== "nation";
  const lines = rows.some((it) => it.spark.length > 1);
  return (
    <>
      <table class="utrecht-table figures stack" {...copyable(desk, copySource(desk, rows))}>
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.subject)}</th>
            <th scope="col" class="num">
              {figure ?? say(words.figure)}
            </th>
            {compare && (
              <th scope="col" class="num">
                {say(words.nation)}
              </th>
            )}
            <th scope="col">{say(words.period)}</th>
            {lines && (
              <th scope="col" class="col-spark">
                {say(words.line)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <Row
              desk={desk}
              area={area}
              row={it}
              compare={compare}
              lines={lines}
              figure={figure ?? say(words.figure)}
            />
          ))}
        </tbody>
      </table>
      <Signs
        desk={desk}
        figures={rows.flatMap((it) => [it.shown, it.relative, it.nation].filter((one) => one !== undefined))}
      />
      <Guards desk={desk} figures={rows.map((it) => it.shown)} />
    </>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly area: Area;
  readonly row: AreaRow;
  readonly compare: boolean;
  readonly lines: boolean;
  readonly figure: string;
}

function Row({ desk, area, row, compare, lines, figure }: RowProps) {
  const { say, language } = desk;
  const { indicator, shown } = row;
  const source = indicator.source ? desk.book.sources.get(indicator.source) : undefined;
  const years = Number(desk.book.date.slice(0, 4)) - Number(shown.period.slice(0, 4));
  const unit = shown.measure === "percent" ? "" : unitPhrase(indicator, shown.measure, language, shown.cell);
  const per = (it: Shown): string =>
    it.derivation?.kind === "share"
      ? say(words.ofAll).replace("{whole}", it.derivation.wholeIndicator.unit[language])
      : say(words.per);
  return (
    <tr>
      <th scope="row">
        <a
          href={desk.link("indicator", indicator.id, {
            regio: area.level === "nation" ? undefined : areaParameter(area),
          })}
        >
          {say(indicator.shortTitle)}
        </a>
        {row.category && <span class="category">{row.category}</span>}
        {row.others > 0 && row.category && (
          <span class="fine block">
            {say(words.more).replace("{values}", counted(row.others, nouns.otherValue, language))}
          </span>
        )}
        {row.beside && (
          <a
            class="fine block"
            href={`${desk.link("indicator", indicator.id, settingOf(area, shown))}#${settingId(desk.language)}`}
          >
            {say(words.beside)}
            <span class="sr">: {say(indicator.shortTitle)}</span>
          </a>
        )}
      </th>
      <td class="num" data-label={figure}>
        <span class="big">
          <Figure desk={desk} it={shown} />
        </span>
        <span class="unit">{unit}</span>
        {row.relative && (
          <span class="unit block">
            <Figure desk={desk} it={row.relative} /> {per(row.relative)}
          </span>
        )}
      </td>
      {compare && (
        <td class="num" data-label={say(words.nation)}>
          {row.nation ? (
            <>
              <Figure desk={desk} it={row.nation} />
              {row.relative && <span class="unit block">{per(row.relative)}</span>}
              {row.comparison && (
                <span class="judgement">
                  {say(words.here)}: {judgementLabel(row.comparison.judgement, language)}
                </span>
              )}
            </>
          ) : (
            <span aria-hidden="true">–</span>
          )}
        </td>
      )}
      <td data-label={say(words.period)}>
        {periodLabel(shown.period, language)}
        {years >= 5 && (
          <span class="fine block">
            {say(words.old).replace("{age}", ageOn(shown.period, desk.book.date, language))}
          </span>
        )}
        {source && (
          <a class="fine block" href={desk.link("source", source.id)}>
            {sourceName(desk.book, source, language)}
          </a>
        )}
      </td>
      {lines && (
        <td class="col-spark">
          {row.spark.length > 1 && (
            <span
              dangerouslySetInnerHTML={{ __html: drawSpark(row.spark, practiceMark(desk.book, desk.language)?.across) }}
            />
          )}
        </td>
      )}
    </tr>
  );
}

/** Asks for the very figure of the row: its own page may begin with another period. */
const settingOf = (area: Area, it: Shown) => ({
  regio: areaParameter(area),
  periode: it.period,
  uitsplitsing: breakdownKey(it.breakdown) || "totaal",
});

/** The sources of a table's rows, each once, and the edition. */
function copySource(desk: Desk, rows: readonly AreaRow[]): string {
  const titles = [...new Set(rows.map((it) => it.shown.reading.title))];
  const source = sourceWord(desk.book, desk.language);
  return `${source}: ${titles.join("; ")}. Impactmonitor, ${editionName(desk.book, desk.language)}.`;
}
