import { isValue, isRange, type Cell } from "@impactmonitor/model/cell";
import { absenceExplanation, absenceLabel } from "@impactmonitor/views/absence-words";
import { formatCell } from "@impactmonitor/views/format";
import { markLabel, marksOf, markSymbol, signLegend } from "@impactmonitor/views/mark-words";
import type { Derivation, Shown } from "@impactmonitor/views/shown";
import type { Part } from "@impactmonitor/views/statement";
import type { Desk } from "../desk.ts";

/** Short form of a row's address in `figures/`, as it stands in the page: veilig-thuis:12. */
export const rowRef = (row: string): string => row.replace(/^figures\//, "").replace(/\.csv:/, ":");

/**
 * A figure on a page. The `data` element holds the exact value and its row, so that anyone, a test too,
 * can see that it is the published one, or how it was derived.
 */
export function Figure({ desk, it, text }: { desk: Desk; it: Shown; text?: string }) {
  const { language } = desk;
  const words = text ?? formatCell(it.cell, it.indicator, it.measure, language);
  const ref = it.rows.map(rowRef).join(" ");
  if (isValue(it.cell))
    return (
      <data
        value={String(it.cell.value)}
        data-row={ref}
        {...(it.derivation ? { "data-derived": derivationCode(it.derivation) } : {})}
      >
        {words}
        <Marks desk={desk} cell={it.cell} />
      </data>
    );
  if (isRange(it.cell))
    return (
      <data value={`${it.cell.range.lower}/${it.cell.range.upper}`} data-row={ref}>
        {words}
        <Marks desk={desk} cell={it.cell} />
      </data>
    );
  return (
    <span class="absent" title={desk.say(absenceExplanation(it.cell.absent))} data-row={ref}>
      {words}
      <span class="sr"> ({desk.say(absenceLabel(it.cell.absent))})</span>
    </span>
  );
}

/** The signs of a figure's marks; their words for whoever hears the page, or rests the mouse on one. */
function Marks({ desk, cell }: { desk: Desk; cell: Cell }) {
  return (
    <>
      {marksOf(cell).map((mark) => (
        <sup class="mark" title={desk.say(markLabel(mark))}>
          <span aria-hidden="true">{markSymbol(mark)}</span>
          <span class="sr"> ({desk.say(markLabel(mark))})</span>
        </sup>
      ))}
    </>
  );
}

/** What the signs beside these figures mean, under their table or text; nothing when none has a sign. */
export function Signs({ desk, figures }: { desk: Desk; figures: Iterable<Shown> }) {
  const signs = signLegend(
    [...figures].map((it) => it.cell),
    desk.language,
  );
  return signs.length > 0 ? <p class="signs">{signs.join(" · ")}</p> : null;
}

/** A sentence with its figures marked up. */
export function Statement({ desk, parts }: { desk: Desk; parts: readonly Part[] }) {
  return <>{parts.map((it) => (typeof it === "string" ? it : <Figure desk={desk} it={it.figure} text={it.text} />))}</>;
}

/** The derivation with its numbers, so that anyone can redo it: "rate 1905 504129 2024-01-01". */
const derivationCode = (it: Derivation): string =>
  it.kind === "rate" ? `rate ${it.count} ${it.population} ${it.populationDay}` : `share ${it.part} ${it.whole}`;

/** What a table needs to be copied with its source line. */
export const copyable = (desk: Desk, source: string): Record<string, string> => ({
  "data-source": source,
  "data-copy": desk.language === "nl" ? "Kopieer tabel met bron" : "Copy table with source",
  "data-done": desk.language === "nl" ? "Gekopieerd" : "Copied",
});
