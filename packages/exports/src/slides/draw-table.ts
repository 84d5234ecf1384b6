import type { Slide, TableCell, TableCellProps, TableRow } from "./presentation.ts";
import { partsText } from "@impactmonitor/views/statement";
import type { TableLeaf } from "@impactmonitor/views/meeting/leaf";
import { addFoot, addSlide, addWords, fitTitle, under, type Deck } from "./deck.ts";
import { heightOf } from "./fit.ts";
import { linesOf } from "./letter-widths.ts";
import { colours, inner, page, typeface } from "./looks.ts";
import { clean } from "./xml-text.ts";

const pad = { x: 0.1, y: 0.06 } as const;
const sizes = [13, 12, 11] as const;
const footSize = 11;
const emptyHeight = 0.56;
/** Between a title and a table without words of its own above it. */
const bare = 0.15;

/** A table over as few slides as it can be read on; its head stands on each. */
export function drawTable(deck: Deck, leaf: TableLeaf): void {
  const { language } = deck.meeting;
  const widths = leaf.widths.map((it) => it * inner);
  const foot = leaf.foot.join(" ");
  const lead = leaf.lead === "" ? bare : heightOf(leaf.lead, { size: 16 }, inner) + 0.25;
  const footHeight = foot === "" ? 0 : heightOf(foot, { size: footSize }, inner) + 0.15;
  const tried = sizes.map((size) => ({ size, pages: pagesAt(leaf, widths, size, { lead, foot: footHeight }) }));
  const fewest = Math.min(...tried.map((it) => it.pages.length));
  const { size, pages } = tried.find((it) => it.pages.length === fewest)!;
  for (const [i, list] of pages.entries()) {
    const of = language === "nl" ? "van" : "of";
    const part = pages.length > 1 ? `${i + 1} ${of} ${pages.length}` : undefined;
    const { slide, top } = addSlide(deck, i === 0 ? leaf : { ...leaf, notes: [], hints: [] }, {
      ...titled,
      ...(part ? { part } : {}),
    });
    const above = i === 0 ? lead : bare;
    if (i === 0)
      addWords(slide, leaf.lead, {
        x: page.side,
        y: top,
        w: inner,
        h: lead - 0.2,
        size: 16,
        colour: colours.quiet,
        name: "lead",
      });
    const height = addRows(slide, leaf, list, { widths, size, y: top + above });
    deck.tables.set(
      deck.slides.length,
      `${partsText(leaf.title)}${part ? ` (${part})` : ""}. ${leaf.head.join(", ")}.`,
    );
    if (i === pages.length - 1)
      addWords(slide, foot, {
        x: page.side,
        y: top + above + height + 0.15,
        w: inner,
        h: footHeight,
        size: footSize,
        colour: colours.quiet,
        name: "table notes",
      });
    addFoot(slide, leaf.source, "CONTENT");
  }
}

type Row = readonly string[] | undefined;

const rowHeight = (row: Row, widths: readonly number[], size: number, bold: boolean): number =>
  row === undefined
    ? emptyHeight
    : Math.max(...row.map((it, i) => heightOf(it, { size, bold }, (widths[i] ?? 1) - 2 * pad.x))) + 2 * pad.y;

/** More lines than this in a row are set in a row of their own. */
const mostLines = 12;

/** A row as it is; one that is too high for a slide as several. */
function shortRows(row: readonly string[], widths: readonly number[], size: number): Row[] {
  const lines = row.map((it, i) => linesOf(it, { size }, ((widths[i] ?? 1) - 2 * pad.x) * 0.97));
  const most = Math.max(...lines.map((it) => it.length));
  if (most <= mostLines) return [row];
  return Array.from({ length: Math.ceil(most / mostLines) }, (_, part) =>
    lines.map((it) => it.slice(part * mostLines, (part + 1) * mostLines).join(" ")),
  );
}

/** What stands above the rows of the first slide and under those of the last, in inches. */
interface Around {
  readonly lead: number;
  readonly foot: number;
}

const titled = { layout: "CONTENT", sizes: [28, 26, 24], most: 1 } as const;

function pagesAt(leaf: TableLeaf, widths: readonly number[], size: number, { lead, foot }: Around): readonly Row[][] {
  const rows: Row[] = [
    ...leaf.rows.flatMap((row) => shortRows(row.map(partsText), widths, size)),
    ...Array.from({ length: leaf.empty }, () => undefined),
  ];
  const head = rowHeight(leaf.head, widths, size, true);
  const room = page.foot - 0.2 - under(fitTitle(leaf, { ...titled, part: "99 van 99" })) - head;
  const pages: Row[][] = [[]];
  let used = lead;
  for (const [i, row] of rows.entries()) {
    const height = rowHeight(row, widths, size, false);
    const last = i === rows.length - 1 ? foot : 0;
    if (pages.at(-1)!.length > 0 && used + height + last > room) {
      pages.push([]);
      used = bare;
    }
    pages.at(-1)!.push(row);
    used += height;
  }
  return pages;
}

interface Placing {
  readonly widths: readonly number[];
  readonly size: number;
  readonly y: number;
}

/** @returns the height of the table, in inches */
function addRows(slide: Slide, leaf: TableLeaf, rows: readonly Row[], { widths, size, y }: Placing): number {
  const heights = [rowHeight(leaf.head, widths, size, true), ...rows.map((it) => rowHeight(it, widths, size, false))];
  const border = { type: "solid", pt: 0.75, color: colours.line } as const;
  const none = { type: "none" } as const;
  const cell = (text: string, options: TableCellProps): TableCell => ({
    text: clean(text),
    options: { fontFace: typeface, fontSize: size, valign: "top", margin: [pad.y, pad.x, pad.y, pad.x], ...options },
  });
  const table: TableRow[] = [
    leaf.head.map((it) =>
      cell(it, { bold: true, color: colours.white, fill: { color: colours.blue }, border: [none, none, none, none] }),
    ),
    ...rows.map((row, i) =>
      leaf.head.map((_, column) =>
        cell(row?.[column] ?? "", {
          color: colours.ink,
          bold: column === 0 && row !== undefined,
          fill: { color: i % 2 === 1 ? colours.pale : colours.white },
          border: row === undefined ? [border, border, border, border] : [none, none, border, none],
        }),
      ),
    ),
  ];
  slide.addTable(table, { x: page.side, y, w: inner, colW: [...widths], rowH: heights, objectName: "table" });
  return heights.reduce((sum, it) => sum + it, 0);
}
