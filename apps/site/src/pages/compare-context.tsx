import type { Text } from "@impactmonitor/model/text";
import type { CompareView } from "@impactmonitor/views/comparison/compare-view";
import { contextColumns, type ContextColumn } from "@impactmonitor/views/context/context-columns";
import { contextUnit, type ContextFigure } from "@impactmonitor/views/context/context-figure";
import { statusMeaning } from "@impactmonitor/views/context/context-words";
import { absenceSymbol } from "@impactmonitor/views/absence-words";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Fact, TableLinks } from "../parts/context-fact.tsx";
import { copyable } from "../parts/figure.tsx";
import { ContextReminder } from "../parts/talk.tsx";
import type { Namer } from "./compare-names.ts";

const words = {
  heading: { nl: "Over deze gebieden", en: "About these areas" },
  about: {
    nl: "Wie er wonen en hoe het gebied is. Deze gegevens helpen om cijfers te plaatsen. Ze verklaren geen verschil.",
    en: "Who lives there and what the area is like. These facts help to place figures. They explain no difference.",
  },
  table: { nl: "tabel", en: "table" },
  area: { nl: "Gebied", en: "Area" },
  fact: { nl: "Gegeven", en: "Fact" },
  nation: { nl: "Nederland", en: "Netherlands" },
  from: { nl: "Uit", en: "From" },
} as const satisfies Readonly<Record<string, Text>>;

interface Props {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly name: Namer;
}

/** What is known of the areas that stand side by side, from public tables: beside their figures, and never a reason for them. */
export function CompareContext({ desk, view, name }: Props) {
  const { say, book } = desk;
  const variables = book.catalogue.contextVariables.map((it) => it.id);
  const columns = contextColumns(book, view.areas, variables, view.columns[0]?.period).filter(isFilled);
  if (columns.length === 0) return <ContextReminder desk={desk} />;
  const figures = columns.flatMap((it) => it.cells.flatMap((cell) => cell.figure ?? []));
  return (
    <section aria-labelledby="over">
      <h2 id="over">{say(words.heading)}</h2>
      <p>{say(words.about)}</p>
      <ContextReminder desk={desk} />
      <div class="scroll" tabindex={0} role="region" aria-label={`${say(words.heading)}: ${say(words.table)}`}>
        {view.areas.length > mostAcross ? (
          <AreasDown desk={desk} view={view} name={name} columns={columns} />
        ) : (
          <FactsDown desk={desk} view={view} name={name} columns={columns} />
        )}
      </div>
      <p class="fine">
        {say(words.from)}: <TableLinks desk={desk} figures={figures} />.{" "}
        {statusesOf(figures)
          .map((it) => say(statusMeaning[it]))
          .join(" ")}
      </p>
    </section>
  );
}

/** As many areas as fit beside each other; of more each gets a line. */
const mostAcross = 6;

type Tabled = Props & { readonly columns: readonly ContextColumn[] };

/** A line for each fact: its name has room, and areas stand beside each other. */
function FactsDown({ desk, view, name, columns }: Tabled) {
  const { say } = desk;
  return (
    <table class="utrecht-table context-columns" {...copyable(desk, tablesOf(desk, columns))}>
      <caption class="sr">{say(words.heading)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.fact)}</th>
          <th scope="col" class="num">
            {say(words.nation)}
          </th>
          {view.areas.map((area) => (
            <th scope="col" class="num">
              {name(area)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr>
            <th scope="row">
              <FactName desk={desk} column={column} />
            </th>
            <Cell desk={desk} column={column} figure={column.nation} />
            {column.cells.map((it) => (
              <Cell desk={desk} column={column} figure={it.figure} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A line for each area, as in the table of figures. */
function AreasDown({ desk, view, name, columns }: Tabled) {
  const { say } = desk;
  return (
    <table class="utrecht-table context-columns" {...copyable(desk, tablesOf(desk, columns))}>
      <caption class="sr">{say(words.heading)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.area)}</th>
          {columns.map((column) => (
            <th scope="col" class="num">
              <FactName desk={desk} column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr class="row-nation">
          <th scope="row">{say(words.nation)}</th>
          {columns.map((it) => (
            <Cell desk={desk} column={it} figure={it.nation} />
          ))}
        </tr>
        {view.areas.map((area, i) => (
          <tr>
            <th scope="row">{name(area)}</th>
            {columns.map((it) => (
              <Cell desk={desk} column={it} figure={it.cells[i]?.figure} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactName({ desk, column: { measure, year } }: { desk: Desk; column: ContextColumn }) {
  return (
    <>
      {desk.say(measure.title)}
      <span class="unit block">
        {contextUnit(measure, desk.language)}, {year}
      </span>
    </>
  );
}

/** A fact that only one of the areas has sets nothing beside anything. */
const isFilled = ({ cells }: ContextColumn): boolean => cells.filter((it) => it.figure).length >= 2;

function Cell({ desk, column, figure }: { desk: Desk; column: ContextColumn; figure: ContextFigure | undefined }) {
  return (
    <td class="num">
      {figure ? <Fact desk={desk} measure={column.measure} figure={figure} /> : absenceSymbol("not-delivered")}
    </td>
  );
}

const statusesOf = (figures: readonly ContextFigure[]) => [...new Set(figures.map((it) => it.status))].toSorted();

/** The public tables, each once, for whoever copies the table. */
const tablesOf = ({ book, language }: Desk, columns: readonly ContextColumn[]): string => {
  const titles = [...new Set(columns.flatMap((it) => it.tables.map((table) => table.title)))];
  return `${sourceWord(book, language)}: ${titles.join("; ")}. Impactmonitor, ${editionName(book, language)}.`;
};
