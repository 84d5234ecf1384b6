import {
  contextTables,
  contextUnit,
  formatContext,
  type ContextFigure,
  type ContextMeasure,
} from "@impactmonitor/views/context/context-figure";
import type { Desk } from "../desk.ts";

interface Fact {
  readonly desk: Desk;
  readonly measure: ContextMeasure;
  readonly figure: ContextFigure;
}

/**
 * A fact about an area: its exact value, and which rows of `figures/context.csv` it is or was computed from, so that
 * anyone can see that it is the published one.
 */
export function Fact({ desk, measure, figure }: Fact) {
  const { divided } = measure;
  const of = divided ? `${measure.id}/${divided.by}*${divided.per}` : measure.id;
  return (
    <data value={String(figure.value)} data-context={`${figure.area} ${figure.year} ${of}`}>
      {formatContext(measure, figure.value, desk.language)}
    </data>
  );
}

/** The same with its unit. */
export function FactWithUnit({ desk, measure, figure }: Fact) {
  return (
    <>
      <Fact desk={desk} measure={measure} figure={figure} />{" "}
      <span class="unit">{contextUnit(measure, desk.language)}</span>
    </>
  );
}

/** Links to the public tables, each named by its publisher and number. */
export function TableLinks({ desk, figures }: { desk: Desk; figures: readonly ContextFigure[] }) {
  return (
    <>
      {contextTables(desk.book, figures).map((it, i) => (
        <>
          {i > 0 && ", "}
          <a href={it.url}>{publisherAndTable(it)}</a>
        </>
      ))}
    </>
  );
}

/** "CBS 85984NED"; a page without a number by its title. */
const publisherAndTable = ({ title, table }: { title: string; table: string }): string =>
  table === "" ? title.replace(/:.*$/, "") : `${title.replace(/[ ,].*$/, "")} ${table}`;
