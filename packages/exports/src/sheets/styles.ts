import type { NumberForm } from "./column.ts";

/** How a cell looks, apart from the form of its number. */
export const looks = ["plain", "wrapped", "title", "heading", "label", "head", "line", "mark"] as const;
export type Look = (typeof looks)[number];

const forms: readonly NumberForm[] = [0, 1, 2].flatMap((decimals) =>
  [false, true].map((percent): NumberForm => ({ decimals: decimals === 0 ? 0 : decimals === 1 ? 1 : 2, percent })),
);

export const styleOfLook = (look: Look): number => looks.indexOf(look);
export const styleOfForm = ({ decimals, percent }: NumberForm): number =>
  looks.length + decimals * 2 + (percent ? 1 : 0);

/** The sign for per cent is a text behind the number: 55.6 stays 55.6, where a spreadsheet's own form makes 5560% of it. */
export const formCode = ({ decimals, percent }: NumberForm): string =>
  `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}${percent ? '"%"' : ""}`;

/** Numbers of formats of one's own begin here. */
const firstFormat = 164;

const fonts = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="18"/><color rgb="FF154273"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="13"/><color rgb="FF154273"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF4D606B"/><name val="Calibri"/><family val="2"/></font>',
];
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF5"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFE9A8"/></patternFill></fill>',
];
const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF154273"/></bottom><diagonal/></border>',
];

const lookParts: Readonly<Record<Look, { font: number; fill: number; border: number; wrap: boolean }>> = {
  plain: { font: 0, fill: 0, border: 0, wrap: false },
  wrapped: { font: 0, fill: 0, border: 0, wrap: true },
  title: { font: 2, fill: 0, border: 0, wrap: false },
  heading: { font: 3, fill: 0, border: 0, wrap: false },
  label: { font: 1, fill: 0, border: 0, wrap: true },
  head: { font: 1, fill: 2, border: 1, wrap: true },
  line: { font: 4, fill: 0, border: 0, wrap: false },
  mark: { font: 1, fill: 3, border: 0, wrap: false },
};

/** `xl/styles.xml`: one format for each look and for each form of a number, in the order of their numbers. */
export function stylesXml(): string {
  const numFmts = forms.map(
    (form, i) => `<numFmt numFmtId="${firstFormat + i}" formatCode="${formCode(form).replaceAll('"', "&quot;")}"/>`,
  );
  const xfs = [
    ...looks.map((look) => {
      const { font, fill, border, wrap } = lookParts[look];
      return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/></xf>`;
    }),
    ...forms.map(
      (_, i) =>
        `<xf numFmtId="${firstFormat + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>`,
    ),
  ];
  const list = (name: string, items: readonly string[]): string =>
    `<${name} count="${items.length}">${items.join("")}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list("numFmts", numFmts),
    list("fonts", fonts),
    list("fills", fills),
    list("borders", borders),
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list("cellXfs", xfs),
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
}
