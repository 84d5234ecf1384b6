import { drawSpark } from "@impactmonitor/charts/spark";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { AreaRow, AreaView, NationalLine, ThemeGroup } from "@impactmonitor/views/area-view";
import { areaLabel } from "@impactmonitor/views/area-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import { unitPhrase } from "@impactmonitor/views/format";
import { ageOn, periodLabel } from "@impactmonitor/views/period-words";
import { readingOrder } from "@impactmonitor/views/reading-order";
import type { Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { copyable, Figure, Signs, Statement } from "../parts/figure.tsx";
import { ReadingSteps } from "../parts/reading-order.tsx";
import { FormerFigures } from "../parts/succession.tsx";
import { areaParameter } from "../paths.ts";
import { words } from "./area-words.ts";

export function Theme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say, language } = desk;
  const { theme, rows, missing } = group;
  const name = areaLabel(view.area, language);
  const compare = view.area.level !== "nation";
  const order = readingOrder(desk.book, theme, view.area);
  return (
    <section class="theme" aria-labelledby={theme.id}>
      <h2 id={theme.id}>
        <a href={desk.link("theme", theme.id)}>{say(theme.title)}</a>
      </h2>
      {order && (
        <p class="order-why">
          <strong>{say(words.orderWhy)}:</strong> {say(order.why)}
        </p>
      )}
      {order && (
        <details class="order-fold">
          <summary>{say(words.order)}</summary>
          <ReadingSteps desk={desk} order={order} area={view.area} />
        </details>
      )}
      {rows.length > 0 && (
        <table class="utrecht-table figures stack" {...copyable(desk, copySource(desk, rows))}>
          <caption class="sr">{say(theme.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.subject)}</th>
              <th scope="col" class="num">
                {say(words.figure)}
              </th>
              {compare && (
                <th scope="col" class="num">
                  {say(words.nation)}
                </th>
              )}
              <th scope="col">{say(words.period)}</th>
              <th scope="col" class="col-spark">
                {say(words.line)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((it) => (
              <Row desk={desk} view={view} row={it} compare={compare} />
            ))}
          </tbody>
        </table>
      )}
      <Signs
        desk={desk}
        figures={rows.flatMap((it) => [it.shown, it.relative, it.nation].filter((one) => one !== undefined))}
      />
      {missing.length > 0 && (
        <details class="missing">
          <summary>
            {say(words.missing)
              .replace("{area}", name)
              .replace("{subjects}", counted(missing.length, nouns.subject, language))}
          </summary>
          <Missing desk={desk} view={view} missing={missing} />
        </details>
      )}
    </section>
  );
}

/**
 * A theme of which this area has no figure at all: one line, with the reasons behind it. The outcomes after a report,
 * which is what the monitor is for, stay in sight: what is known for the country, and whether this region was studied.
 */
export function EmptyTheme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say } = desk;
  const { theme, missing } = group;
  const national = missing.filter((it) => it.national);
  const outcome = theme.id === "outcome" && view.area.level === "vt-region";
  return (
    <>
      {outcome && (
        <>
          <h3>{say(theme.title)}</h3>
          <p>{say(view.cohort ? words.cohort[view.cohort] : words.notInCohort)}</p>
          {national.map((it) => it.national && <National desk={desk} indicator={it.indicator} line={it.national} />)}
          <Signs desk={desk} figures={national.flatMap((it) => it.national?.shown ?? [])} />
        </>
      )}
      <details class="missing" id={theme.id}>
        <summary>
          {outcome ? say(words.whyEach).replace("{n}", String(missing.length)) : say(theme.title)}
          {!outcome && national.length > 0 && (
            <span class="summary-note">
              {say(national.length === 1 ? words.nationalOne : words.nationalMany).replace(
                "{n}",
                String(national.length),
              )}
            </span>
          )}
        </summary>
        {theme.gap && <p>{say(theme.gap)}</p>}
        <p>
          <a href={desk.link("theme", theme.id)}>{say(words.toTheme)}</a>
        </p>
        <Missing desk={desk} view={view} missing={missing} withNational={!outcome} />
      </details>
    </>
  );
}

/** @param withNational false where the national figures already stand above */
function Missing({
  desk,
  view,
  missing,
  withNational = true,
}: {
  desk: Desk;
  view: AreaView;
  missing: ThemeGroup["missing"];
  withNational?: boolean;
}) {
  const { say, language } = desk;
  const regio = view.area.level === "nation" ? undefined : areaParameter(view.area);
  return (
    <>
      <dl>
        {missing.map((it) => (
          <div>
            <dt>
              <a href={desk.link("indicator", it.indicator.id, { regio })}>{say(it.indicator.shortTitle)}</a>
            </dt>
            <dd>
              {say(it.why)} <FormerFigures desk={desk} indicator={it.indicator} former={it.former} />
              {it.instead && !it.national && (
                <>
                  {say(words.insteadSee)}{" "}
                  <a href={desk.link("indicator", it.indicator.id)}>{areaLabel(it.instead, language)}</a>.
                </>
              )}
              {withNational && it.national && <National desk={desk} indicator={it.indicator} line={it.national} />}
            </dd>
          </div>
        ))}
      </dl>
      {withNational && <Signs desk={desk} figures={missing.flatMap((it) => it.national?.shown ?? [])} />}
    </>
  );
}

/** The country's figure under the reason why the area has none: set apart, and named as national. */
function National({ desk, indicator, line }: { desk: Desk; indicator: Indicator; line: NationalLine }) {
  const { say } = desk;
  const source = indicator.source ? desk.book.sources.get(indicator.source) : undefined;
  return (
    <div class="national">
      <p>
        <a href={desk.link("indicator", indicator.id)}>{say(words.national)}</a>:{" "}
        <Statement desk={desk} parts={line.statement} />
      </p>
      <p class="fine">
        {source && (
          <>
            {say(words.source)}: <a href={desk.link("source", source.id)}>{say(source.shortTitle)}</a>.{" "}
          </>
        )}
        {say(words.age).replace("{age}", line.age)}
      </p>
    </div>
  );
}

function Row({ desk, view, row, compare }: { desk: Desk; view: AreaView; row: AreaRow; compare: boolean }) {
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
            regio: view.area.level === "nation" ? undefined : areaParameter(view.area),
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
      </th>
      <td class="num" data-label={say(words.figure)}>
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
            {say(source.shortTitle)}
          </a>
        )}
      </td>
      <td class="col-spark">
        {row.spark.length > 1 && <span dangerouslySetInnerHTML={{ __html: drawSpark(row.spark) }} />}
      </td>
    </tr>
  );
}

/** The sources of a table's rows, each once, and the edition. */
function copySource(desk: Desk, rows: readonly AreaRow[]): string {
  const titles = [...new Set(rows.map((it) => it.shown.reading.title))];
  const { id } = desk.book;
  return desk.language === "nl"
    ? `Bron: ${titles.join("; ")}. Impactmonitor, editie ${id}.`
    : `Source: ${titles.join("; ")}. Impactmonitor, edition ${id}.`;
}
