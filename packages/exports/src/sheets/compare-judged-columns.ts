import { areaLabel } from "@impactmonitor/views/area-words";
import { noteLine } from "@impactmonitor/views/comparison/notes-of";
import { type Column } from "./column.ts";
import { valueIn, verdictCode, limitWritten } from "./figure-row.ts";
import { column, decimals, label, sentence, type CompareRow } from "./compare-row.ts";

/** What the page says of a figure beside the country and beside the area that was chosen first. */
export const judgedColumns: readonly Column<CompareRow>[] = [
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
    ({ alike }) => limitWritten(alike?.between?.lower),
    decimals,
  ),
  column(
    "probably_to",
    14,
    ["Waarschijnlijk tot", "Probably to"],
    ["Wat toeval alleen openlaat (95%): tot.", "What chance alone leaves open (95%): to."],
    ({ alike }) => limitWritten(alike?.between?.upper),
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

/** Where it was read, and what must be known to read it. */
export const compareOriginColumns: readonly Column<CompareRow>[] = [
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
