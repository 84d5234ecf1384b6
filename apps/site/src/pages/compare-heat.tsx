import { isAbsent } from "@impactmonitor/model/cell";
import { formatNumber } from "@impactmonitor/views/format";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import {
  columnWords,
  heatClass,
  heatSigns,
  heatWords,
  judgedBy,
  type HeatClass,
} from "@impactmonitor/views/comparison/compare-words";
import { judgementLabel } from "@impactmonitor/views/comparison/judgement-words";
import { editionName, sourceName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { copyable, Figure, Signs } from "../parts/figure.tsx";
import { compareQuery } from "../compare-query.ts";
import type { Namer } from "./compare-names.ts";
import { words } from "./compare-page-words.ts";

interface Props {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly name: Namer;
}

/** All areas by all figures. A shade and a sign tell where an area lies among the ordinary differences; no colour says good or bad. */
export function HeatTable({ desk, view, name }: Props) {
  const { say } = desk;
  const { columns, areas } = view;
  const shown = columns.flatMap((it) => [
    ...(it.nation ? [it.nation] : []),
    ...it.cells.flatMap((cell) => cell.shown ?? []),
  ]);
  const classes = new Set(columns.flatMap((it) => it.cells.flatMap((cell) => (hasValue(cell) ? [classOf(cell)] : []))));
  return (
    <section aria-labelledby="tabel" class={columns.length > 5 ? "compare-all compare-wide" : "compare-all"}>
      <h2 id="tabel">{say(words.table)}</h2>
      <p>
        {judgedBy(view, desk.language)} {say(words.tableHow)}
      </p>
      <HeatKey desk={desk} classes={classes} />
      {columns.length > 3 && <p class="fine slide-hint">{say(words.slide)}</p>}
      <div class="scroll" tabindex={0} role="region" aria-label={say(words.tableOf)}>
        <table
          class={`utrecht-table heat${columns.length > 4 ? "" : " heat-narrow"}`}
          {...copyable(desk, sources(desk, columns))}
        >
          <caption class="sr">{say(words.tableOf)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.area)}</th>
              {columns.map((it) => (
                <ColumnHead desk={desk} view={view} column={it} />
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="row-nation">
              <th scope="row">{say(words.nation)}</th>
              {columns.map(({ nation }) => (
                <td class="num">{nation ? <Figure desk={desk} it={nation} /> : <span aria-hidden="true">–</span>}</td>
              ))}
            </tr>
            {areas.map((area, i) => (
              <tr class={i === 0 ? "row-own" : undefined}>
                <th scope="row">
                  <a href={desk.toArea(area)}>{name(area)}</a>
                </th>
                {columns.map((it) => (
                  <HeatCell desk={desk} cell={it.cells[i]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Signs desk={desk} figures={shown} />
    </section>
  );
}

/** Whether there is something to judge. */
export const hasValue = ({ shown }: CompareCell): boolean => shown !== undefined && !isAbsent(shown.cell);
const classOf = (it: CompareCell): HeatClass => heatClass(it.national?.judgement);
const order: readonly HeatClass[] = ["lower", "seems-lower", "ordinary", "seems-higher", "higher", "unjudged"];

function HeatKey({ desk, classes }: { desk: Desk; classes: ReadonlySet<HeatClass> }) {
  return (
    <ul class="heat-key">
      {order
        .filter((it) => classes.has(it))
        .map((it) => (
          <li>
            <span class={`heat-swatch heat-${it}`} aria-hidden="true">
              {heatSigns[it]}
            </span>{" "}
            {desk.say(heatWords[it])}
          </li>
        ))}
    </ul>
  );
}

function ColumnHead({ desk, view, column }: { desk: Desk; view: CompareView; column: CompareColumn }) {
  const { say, book, language } = desk;
  const source = column.indicator.source ? book.sources.get(column.indicator.source) : undefined;
  const alone = compareQuery({
    ...view.choice,
    indicators: view.choice.indicators.filter((it) => it.indicator === column.indicator),
  });
  return (
    <th scope="col" class="num">
      <a href={desk.link("compare", undefined, alone)}>{say(column.indicator.shortTitle)}</a>
      {columnWords(book, column, language).map((it) => (
        <span class="head-sub">{it}</span>
      ))}
      {source && (
        <a class="head-sub" href={desk.link("source", source.id)}>
          {sourceName(desk.book, source, desk.language)}
        </a>
      )}
    </th>
  );
}

function HeatCell({ desk, cell }: { desk: Desk; cell: CompareCell }) {
  const { say, language } = desk;
  const { shown, without, national, index } = cell;
  if (!shown)
    return (
      <td class="num">
        <span class="absent" title={without && say(without)}>
          <span aria-hidden="true">–</span>
          <span class="sr">{without && say(without)}</span>
        </span>
      </td>
    );
  if (!hasValue(cell))
    return (
      <td class="num">
        <Figure desk={desk} it={shown} />
      </td>
    );
  const kind = classOf(cell);
  const label = national ? judgementLabel(national.judgement, language) : say(heatWords.unjudged);
  return (
    <td class={`num heat-cell heat-${kind}`} title={label}>
      {index !== undefined && <strong>{formatNumber(index, 0, language)}</strong>}
      {index === undefined && <Figure desk={desk} it={shown} />}
      <span class="heat-sign" aria-hidden="true">
        {heatSigns[kind]}
      </span>
      {index !== undefined && (
        <span class="head-sub">
          <Figure desk={desk} it={shown} />
        </span>
      )}
      <span class="sr"> {label}</span>
    </td>
  );
}

/** The sources of the table, each once, and the edition. */
export function sources(desk: Desk, columns: readonly CompareColumn[]): string {
  const shown = columns.flatMap((it) => it.cells.flatMap((cell) => cell.shown ?? []));
  const titles = [...new Set(shown.map((it) => it.reading.title))];
  return `${sourceWord(desk.book, desk.language)}: ${titles.join("; ")}. Impactmonitor, ${editionName(desk.book, desk.language)}.`;
}
