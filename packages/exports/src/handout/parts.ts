import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IBorderOptions,
} from "docx";
import { partsText } from "@impactmonitor/views/statement";
import type { Block, Rows, Sentence } from "@impactmonitor/views/meeting/leaf";
import { clean } from "../slides/xml-text.ts";
import { cm, colours, inner, points } from "./looks.ts";

const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A heading; 0 is the title of the whole. */
export const heading = (words: string, level: 0 | 1 | 2 | 3, newPage = false): Paragraph =>
  new Paragraph({ text: clean(words), heading: levels[level], keepNext: true, pageBreakBefore: newPage });

interface Looks {
  readonly style?: "Lead" | "Small" | "Label" | "Question";
  readonly bullet?: boolean;
}

export const paragraph = (words: string | Sentence, { style, bullet }: Looks = {}): Paragraph =>
  new Paragraph({
    children: [new TextRun(clean(typeof words === "string" ? words : partsText(words)))],
    ...(style ? { style } : {}),
    ...(bullet ? { bullet: { level: 0 } } : {}),
    ...(style === "Label" || style === "Lead" ? { keepNext: true } : {}),
  });

/** A few words and the lines under them. */
export const blockParts = (block: Block, bullet: boolean): Paragraph[] => [
  ...(block.heading === "" ? [] : [paragraph(block.heading, { style: "Label" })]),
  // As a list, or as running text.
  ...(bullet
    ? block.lines.map((it) => paragraph(it, { bullet }))
    : block.lines.length === 0
      ? []
      : [paragraph(block.lines.map((it) => partsText(it)).join(" "))]),
];

const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const around = (it: IBorderOptions) => ({ top: it, bottom: it, left: it, right: it });

/** A table of which the head stands on each page, with rows to write in under it. */
export function rowsTable({ head, widths, rows }: Rows, empty: number): Table {
  const widthOf = (column: number): number => Math.round((widths[column] ?? 0) * inner);
  const cell = (
    words: string,
    column: number,
    more: { readonly head?: boolean; readonly shade?: boolean },
  ): TableCell =>
    new TableCell({
      width: { size: widthOf(column), type: WidthType.DXA },
      margins: { top: cm(0.1), bottom: cm(0.1), left: cm(0.2), right: cm(0.2) },
      borders: around(line),
      ...(more.head || more.shade
        ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: more.head ? colours.blue : colours.pale } }
        : {}),
      children: [
        new Paragraph({
          style: "Cell",
          alignment: AlignmentType.LEFT,
          children: [
            new TextRun({
              text: clean(words),
              bold: more.head === true || (column === 0 && words !== ""),
              color: more.head ? colours.white : colours.ink,
            }),
          ],
        }),
      ],
    });
  return new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths: head.map((_, i) => widthOf(i)),
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((it, i) => cell(it, i, { head: true })) }),
      ...rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: row.every((it) => partsText(it).length < 800),
            children: head.map((_, i) => cell(partsText(row[i] ?? []), i, { shade: at % 2 === 1 })),
          }),
      ),
      ...Array.from(
        { length: empty },
        () =>
          new TableRow({
            cantSplit: true,
            height: { value: cm(1.1), rule: HeightRule.ATLEAST },
            children: head.map((_, i) => cell("", i, {})),
          }),
      ),
    ],
  });
}

/** A box to write in, so high. */
export const writingBox = (label: string, height: number): Table =>
  box([paragraph(label, { style: "Small" })], { height, fill: colours.white, border: line });

/** A tinted box, for what a page asks. */
export const questionBox = (ask: string, question: string): Table =>
  box([paragraph(ask, { style: "Small" }), paragraph(question, { style: "Question" })], {
    height: cm(1.2),
    fill: colours.warm,
    border: none,
  });

interface BoxLooks {
  readonly height: number;
  readonly fill: string;
  readonly border: IBorderOptions;
}

const box = (children: readonly Paragraph[], { height, fill, border }: BoxLooks): Table =>
  new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths: [inner],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            width: { size: inner, type: WidthType.DXA },
            borders: around(border),
            shading: { type: ShadingType.CLEAR, color: "auto", fill },
            margins: { top: cm(0.2), bottom: cm(0.2), left: cm(0.3), right: cm(0.3) },
            children: [...children],
          }),
        ],
      }),
    ],
  });

/** Word runs two tables that touch together; a little room keeps them apart. */
export const room = (height = 6): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: points(height), lineRule: "exact" }, children: [] });
