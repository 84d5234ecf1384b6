import { isAbsent } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import { areaLabel } from "@impactmonitor/views/area-words";
import { measureLabel } from "@impactmonitor/views/format";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { periodLabel } from "@impactmonitor/views/period-words";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { inOrder, type Column } from "./column.ts";
import { areaName, lowerIn, marksIn, upperIn, valueIn } from "./figure-row.ts";
import { column, form, decimals, reason, type CompareRow } from "./compare-row.ts";
import { compareOriginColumns, judgedColumns } from "./compare-judged-columns.ts";

const subject: readonly Column<CompareRow>[] = [
  column(
    "indicator",
    24,
    ["Cijfer (code)", "Figure (code)"],
    ["De indicator als code.", "The indicator as a code."],
    (row) => row.column.indicator.id,
  ),
  column(
    "indicator_title",
    38,
    ["Cijfer", "Figure"],
    ["De naam van de indicator.", "The name of the indicator."],
    (row) => row.column.indicator.title[row.language],
  ),
  column(
    "breakdown",
    26,
    ["Uitsplitsing (code)", "Breakdown (code)"],
    ["Dimensie=categorie; leeg bij het totaal.", "Dimension=category; empty for the total."],
    (row) => breakdownKey(row.column.breakdown),
  ),
  column(
    "breakdown_name",
    28,
    ["Uitsplitsing", "Breakdown"],
    ["Voor welk deel het geldt; leeg bij het totaal.", "Which part it is of; empty for the total."],
    (row) => breakdownLabel(row.book, row.column.breakdown, row.language),
  ),
  column(
    "area",
    11,
    ["Gebied (code)", "Area (code)"],
    ["De code van het gebied.", "The code of the area."],
    (row) => row.area,
  ),
  column(
    "area_name",
    24,
    ["Gebied", "Area"],
    ["De naam van het gebied.", "The name of the area."],
    ({ book, area, cell, language }) => (cell ? areaLabel(cell.area, language) : areaName(book, area, language)),
  ),
  column(
    "period",
    12,
    ["Periode (code)", "Period (code)"],
    ["De periode als code.", "The period as a code."],
    (row) => row.column.period,
  ),
  column("period_name", 17, ["Periode", "Period"], ["De periode in woorden.", "The period in words."], (row) =>
    periodLabel(row.column.period, row.language),
  ),
  column(
    "measure",
    12,
    ["Maat (code)", "Measure (code)"],
    ["Wat het getal is, als code.", "What the number is, as a code."],
    ({ column, shown }) => shown?.measure ?? column.measure,
  ),
  column(
    "measure_name",
    24,
    ["Maat", "Measure"],
    ["Wat het getal is, in woorden.", "What the number is, in words."],
    ({ column, shown, language }) => measureLabel(column.indicator, shown?.measure ?? column.measure, language),
  ),
];

const figure: readonly Column<CompareRow>[] = [
  column(
    "value",
    12,
    ["Waarde", "Value"],
    [
      "Het cijfer. Een percentage staat er als 55,6. Een afgeleid cijfer heeft al zijn decimalen.",
      "The figure. A percentage is written as 55.6. A derived figure has all its decimals.",
    ],
    ({ shown }) => shown && valueIn(shown.cell),
    form,
  ),
  column(
    "lower",
    12,
    ["Ondergrens", "Lower bound"],
    ["De ondergrens die de bron geeft.", "The lower bound that the source gives."],
    ({ shown }) => shown && lowerIn(shown.cell),
    decimals,
  ),
  column(
    "upper",
    12,
    ["Bovengrens", "Upper bound"],
    ["De bovengrens die de bron geeft.", "The upper bound that the source gives."],
    ({ shown }) => shown && upperIn(shown.cell),
    decimals,
  ),
  column(
    "status",
    30,
    ["Waarom geen waarde", "Why no value"],
    ["De reden in woorden. Leeg is nooit nul.", "The reason in words. Empty is never nought."],
    reason,
  ),
  column(
    "absent",
    16,
    ["Waarom geen waarde (code)", "Why no value (code)"],
    [
      "De reden die in plaats van het cijfer is gepubliceerd, als code; ‘none’ als er in deze editie geen cijfer is.",
      "The reason that was published in place of the figure, as a code; ‘none’ where this edition has no figure.",
    ],
    ({ shown }) => (shown ? (isAbsent(shown.cell) ? shown.cell.absent : undefined) : "none"),
  ),
  column(
    "marks",
    18,
    ["Tekens bij de waarde (code)", "Marks of the value (code)"],
    ["Wat u bij de waarde moet weten, als code.", "What to know of the value, as codes."],
    ({ shown }) => shown && marksIn(shown.cell),
  ),
  column(
    "marks_name",
    20,
    ["Tekens bij de waarde", "Marks of the value"],
    ["Hetzelfde in woorden.", "The same in words."],
    ({ shown, language }) => shown && marksInWords(shown.cell, language),
  ),
];

/** Everything that a compare page tells of a figure, each in one column. */
export const compareColumns: readonly Column<CompareRow>[] = [
  ...subject,
  ...figure,
  ...judgedColumns,
  ...compareOriginColumns,
];

/** Files for machines: what came later stands behind the others. */
export const compareMachineColumns = [
  ...compareColumns.filter((it) => it.name !== "absent"),
  ...inOrder(compareColumns, ["absent"]),
];

const isCode = ({ name }: Column<CompareRow>): boolean =>
  [
    "indicator",
    "breakdown",
    "area",
    "period",
    "measure",
    "absent",
    "marks",
    "judged_by",
    "judgement",
    "beside_judgement",
  ].includes(name);

/** Sheets for people: words and numbers first, codes for putting tables together behind them. */
export const comparePeopleColumns = [
  ...compareColumns.filter((it) => !isCode(it)),
  ...compareColumns.filter((it) => isCode(it)),
];
