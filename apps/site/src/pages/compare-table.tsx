import type { Area } from "@impactmonitor/model/area";
import { formatNumber } from "@impactmonitor/views/format";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import { heatWords } from "@impactmonitor/views/comparison/compare-words";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { betweenWords, judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import type { Desk } from "../desk.ts";
import { copyable, Figure, Signs } from "../parts/figure.tsx";
import { areaParameter } from "../paths.ts";
import { hasValue, sources } from "./compare-heat.tsx";
import type { Namer } from "./compare-names.ts";
import { words } from "./compare-page-words.ts";

interface Props {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly column: CompareColumn;
  readonly name: Namer;
}

/** With more areas than this a judgement is a few words; its sentence would be read twenty times. */
const mostSentences = 6;

/** Each area's figure, what chance leaves open of it, and how it stands beside the country and beside the first area. */
export function CompareTable({ desk, view, column, name }: Props) {
  const { say } = desk;
  const [first] = view.areas;
  const index = column.cells.some((it) => it.index !== undefined);
  const beside = say(words.beside).replace("{area}", name(first));
  return (
    <>
      <table class="utrecht-table stack compare-words" {...copyable(desk, sources(desk, [column]))}>
        <caption class="sr">
          {say(column.indicator.shortTitle)}: {say(words.numbers)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(words.area)}</th>
            <th scope="col" class="num">
              {say(words.figure)}
            </th>
            {index && (
              <th scope="col" class="num">
                {say(words.index)}
              </th>
            )}
            <th scope="col">{say(words.between)}</th>
            <th scope="col">{say(words.besideNation)}</th>
            <th scope="col">{beside}</th>
          </tr>
        </thead>
        <tbody>
          {column.nation && (
            <tr class="row-nation">
              <th scope="row">{say(words.nation)}</th>
              <td class="num" data-label={say(words.figure)}>
                <Figure desk={desk} it={column.nation} />
              </td>
              {index && (
                <td class="num" data-label={say(words.index)}>
                  100
                </td>
              )}
              <td />
              <td />
              <td />
            </tr>
          )}
          {column.cells.map((it, i) => (
            <Row
              desk={desk}
              column={column}
              cell={it}
              index={index}
              own={i === 0}
              name={name}
              beside={beside}
              few={column.cells.length <= mostSentences}
            />
          ))}
        </tbody>
      </table>
      <Signs
        desk={desk}
        figures={[...column.cells.flatMap((it) => it.shown ?? []), ...(column.nation ? [column.nation] : [])]}
      />
    </>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly column: CompareColumn;
  readonly cell: CompareCell;
  readonly index: boolean;
  readonly own: boolean;
  readonly name: Namer;
  readonly beside: string;
  readonly few: boolean;
}

function Row({ desk, column, cell, index, own, name, beside, few }: RowProps) {
  const { say, language } = desk;
  const { area, shown, national, without } = cell;
  const between = national && national.own.measure === shown?.measure ? betweenNumbers(national, language) : "";
  return (
    <tr class={own ? "row-own" : undefined}>
      <th scope="row">
        <a href={areaHref(desk, column, area)}>{name(area)}</a>
      </th>
      <td class="num" data-label={say(words.figure)}>
        {shown ? <Figure desk={desk} it={shown} /> : <span aria-hidden="true">–</span>}
        {without && <span class="fine block why">{say(without)}</span>}
      </td>
      {index && (
        <td class="num" data-label={say(words.index)}>
          {cell.index === undefined ? <span aria-hidden="true">–</span> : formatNumber(cell.index, 0, language)}
        </td>
      )}
      <td data-label={between === "" ? undefined : say(words.between)}>{between}</td>
      <Judged label={say(words.besideNation)} it={national} desk={desk} few={few} known={hasValue(cell)} />
      <Judged label={beside} it={cell.beside} desk={desk} few={few} known={hasValue(cell) && !own} />
    </tr>
  );
}

const areaHref = (desk: Desk, { indicator, period }: CompareColumn, area: Area): string =>
  desk.link("indicator", indicator.id, { regio: areaParameter(area), periode: period });

/** "22,6 en 24,4": the head of the column says the rest. */
function betweenNumbers(it: Comparison, language: Desk["language"]): string {
  return betweenWords(it.own, it.between, language).replace(/^(waarschijnlijk tussen|probably between) /, "");
}

interface JudgedProps {
  readonly desk: Desk;
  readonly label: string;
  readonly it: Comparison | undefined;
  readonly few: boolean;
  /** There is a value that could have been judged. */
  readonly known: boolean;
}

function Judged({ desk, label, it, few, known }: JudgedProps) {
  if (!it) return known ? <td data-label={label}>{desk.say(heatWords.unjudged)}</td> : <td />;
  return (
    <td data-label={label}>
      {judgementLabel(it.judgement, desk.language)}
      {few && <span class="fine block">{judgementSentence(it, desk.language)}</span>}
    </td>
  );
}
