import { isAbsent } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { absenceLabel } from "@impactmonitor/views/absence-words";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { noteLine } from "@impactmonitor/views/comparison/notes-of";
import { measureLabel } from "@impactmonitor/views/format";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Shown } from "@impactmonitor/views/shown";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { inOrder, type Column } from "./column.ts";
import { areaName, formOf, lowerIn, marksIn, upperIn, valueIn, verdictCode } from "./figure-row.ts";

/** A figure of one of the areas, or of the country, as a compare page has it. */
export interface CompareRow {
  readonly book: Book;
  readonly view: CompareView;
  readonly language: Language;
  readonly column: CompareColumn;
  /** Code of the area. */
  readonly area: string;
  readonly shown?: Shown;
  /** Absent for the country. */
  readonly cell?: CompareCell;
  /** With the country, in the measure of the figure: what belongs to a rate does not stand beside the count. */
  readonly alike?: Comparison;
}

/** Of each figure first the country, then the areas in the order of the page. */
export function compareRows(book: Book, view: CompareView, language: Language): readonly CompareRow[] {
  return view.columns.flatMap((column): CompareRow[] => {
    const about = { book, view, language, column };
    const nation = column.nation ? [{ ...about, area: "NL01", shown: column.nation }] : [];
    return [
      ...nation,
      ...column.cells.map((cell) => {
        const { shown, national } = cell;
        const alike = national && national.own.measure === shown?.measure ? national : undefined;
        return { ...about, area: cell.area.code, cell, ...(shown ? { shown } : {}), ...(alike ? { alike } : {}) };
      }),
    ];
  });
}

type Reads = Column<CompareRow>["read"];
type Forms = Column<CompareRow>["form"];

const form: Forms = ({ column, shown }) =>
  formOf(shown && valueIn(shown.cell), column.indicator, shown?.measure ?? column.measure);
const decimals: Forms = ({ column, shown }) => formOf(0.5, column.indicator, shown?.measure ?? column.measure);
const limit = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(3));
const label = (it: Comparison | undefined, language: Language): string | undefined =>
  it && judgementLabel(it.judgement, language);
const sentence = (it: Comparison | undefined, language: Language): string | undefined =>
  it && judgementSentence(it, language);
const reason: Reads = ({ cell, shown, language }) =>
  cell?.without?.[language] ?? (shown && isAbsent(shown.cell) ? absenceLabel(shown.cell.absent)[language] : undefined);

const column = (
  name: string,
  width: number,
  [titleNl, titleEn]: readonly [string, string],
  [meansNl, meansEn]: readonly [string, string],
  read: Reads,
  numbers?: Forms,
): Column<CompareRow> => ({
  name,
  width,
  title: { nl: titleNl, en: titleEn },
  means: { nl: meansNl, en: meansEn },
  read,
  ...(numbers ? { form: numbers } : {}),
});

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

const judged: readonly Column<CompareRow>[] = [
  column(
    "index_netherlands_100",
    14,
    ["Index (Nederland is 100)", "Index (Netherlands is 100)"],
    ["Alleen als u om een index vroeg en die kan.", "Only where you asked for an index and there can be one."],
    ({ cell }) => cell?.index,
    () => ({ decimals: 1, percent: false }),
  ),
  column(
    "probably_from",
    14,
    ["Waarschijnlijk van", "Probably from"],
    ["Wat toeval alleen openlaat (95%): van.", "What chance alone leaves open (95%): from."],
    ({ alike }) => limit(alike?.between?.lower),
    decimals,
  ),
  column(
    "probably_to",
    14,
    ["Waarschijnlijk tot", "Probably to"],
    ["Wat toeval alleen openlaat (95%): tot.", "What chance alone leaves open (95%): to."],
    ({ alike }) => limit(alike?.between?.upper),
    decimals,
  ),
  column(
    "netherlands_value",
    12,
    ["Nederland", "Netherlands"],
    ["Het cijfer van heel Nederland in dezelfde maat.", "The figure of the whole country in the same measure."],
    ({ alike }) => alike && valueIn(alike.other.cell),
    decimals,
  ),
  column(
    "judged_by",
    12,
    ["Beoordeeld met (code)", "Judged by (code)"],
    [
      "band: gewone verschillen tussen gebieden; rest: de rest van Nederland; bare: zonder aantallen; none: geen oordeel.",
      "band: ordinary differences between areas; rest: the rest of the country; bare: without numbers; none: no judgement.",
    ],
    ({ cell }) => cell?.national?.judgement.by,
  ),
  column(
    "judgement",
    18,
    ["Naast Nederland (code)", "Beside the country (code)"],
    ["Het oordeel als code.", "The judgement as a code."],
    ({ cell }) => verdictCode(cell?.national),
  ),
  column(
    "judgement_name",
    24,
    ["Naast Nederland", "Beside the country"],
    ["Het oordeel in een paar woorden.", "The judgement in a few words."],
    ({ cell, language }) => label(cell?.national, language),
  ),
  column(
    "judgement_words",
    48,
    ["Wat dat zegt", "What that says"],
    ["Hetzelfde in een hele zin.", "The same in a whole sentence."],
    ({ cell, language }) => sentence(cell?.national, language),
  ),
  column(
    "beside_area",
    24,
    ["Naast gebied", "Beside area"],
    ["Het gebied dat u als eerste koos.", "The area that you chose first."],
    ({ cell, view, language }) => cell?.beside && areaLabel(view.areas[0], language),
  ),
  column(
    "beside_judgement",
    18,
    ["Naast dat gebied (code)", "Beside that area (code)"],
    ["Het oordeel als code.", "The judgement as a code."],
    ({ cell }) => verdictCode(cell?.beside),
  ),
  column(
    "beside_name",
    24,
    ["Naast dat gebied", "Beside that area"],
    ["Het oordeel in een paar woorden.", "The judgement in a few words."],
    ({ cell, language }) => label(cell?.beside, language),
  ),
  column(
    "beside_words",
    48,
    ["Wat dat daar zegt", "What that says there"],
    ["Hetzelfde in een hele zin.", "The same in a whole sentence."],
    ({ cell, language }) => sentence(cell?.beside, language),
  ),
  column(
    "outside_in_period_before",
    14,
    ["Ook eerder buiten de grenzen", "Outside the limits before too"],
    [
      "De periode daarvoor, als het gebied toen buiten de gewone verschillen lag.",
      "The period before, where the area lay outside the ordinary differences then.",
    ],
    ({ cell }) => cell?.outlierIn,
  ),
];

const origin: readonly Column<CompareRow>[] = [
  column(
    "source_title",
    36,
    ["Bron", "Source"],
    ["De tabel of het rapport met dit cijfer.", "The table or report with this figure."],
    ({ shown }) => shown?.reading.title,
  ),
  column(
    "source_url",
    30,
    ["Adres van de bron", "Address of the source"],
    ["Waar dat te vinden is.", "Where that is found."],
    ({ shown }) => shown?.reading.url,
  ),
  column(
    "edition",
    10,
    ["Editie", "Edition"],
    ["De editie van deze monitor.", "The edition of this monitor."],
    (row) => row.book.id,
  ),
  column(
    "working_practice",
    40,
    ["Over de werkwijze", "On working practice"],
    [
      "Wat u van de werkwijze in dit gebied moet weten om dit cijfer te lezen.",
      "What must be known of working practice in this area to read this figure.",
    ],
    ({ book, cell, language }) => cell?.notes.map((note) => noteLine(book, note, language)).join(" "),
  ),
];

/** Everything that a compare page tells of a figure, each in one column. */
export const compareColumns: readonly Column<CompareRow>[] = [...subject, ...figure, ...judged, ...origin];

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
