import type { Kwaliteitsrapport } from "./kwaliteitsrapport.ts";
import type { ReportSheet, SheetColumn } from "./report-workbook.ts";
import { fieldMeanings } from "./spiegelrapport-page.ts";
import { pointsBetween, shareOf } from "./say-figures.ts";
import type { MirroredField, Spiegelrapport } from "./spiegelrapport.ts";

const text = (title: string, means: string, width: number): SheetColumn => ({ title, means, width });
const count = (title: string, means: string): SheetColumn => ({ title, means, width: 12, format: "count" });
const share = (title: string, means: string): SheetColumn => ({ title, means, width: 12, format: "share" });
const change = (title: string, means: string): SheetColumn => ({ title, means, width: 12, format: "change" });
const points = (title: string, means: string): SheetColumn => ({ title, means, width: 16, format: "points" });
const type = text("Soort record", "de soort record", 24);

const less = (now: number, then: number | undefined): number | undefined =>
  then === undefined ? undefined : now - then;
const apart = (now: number | undefined, then: number | undefined): number | undefined =>
  now === undefined || then === undefined ? undefined : pointsBetween(now, then);

/** The sheets of the spiegelrapport. */
export function mirrorSheets({ types }: Spiegelrapport): ReportSheet[] {
  const records: ReportSheet = {
    name: "Records",
    about: "Het aantal records per soort.",
    columns: [
      type,
      count("Aantal", "records in deze levering"),
      count("Vorige periode", "records in de vorige levering; leeg als die er niet is"),
      change("Verschil", "aantal min vorige periode"),
      share("Verschil in %", "verschil als deel van de vorige periode"),
    ],
    rows: types.map((it) => [
      it.title,
      it.records,
      it.before,
      less(it.records, it.before),
      it.before === undefined ? undefined : shareOf(it.records - it.before, it.before),
    ]),
  };
  return [records, fieldSheet(types), distributionSheet(types)];
}

const missing = (it: MirroredField["counts"] | undefined): number | undefined =>
  it && shareOf(it.records - it.filled, it.records);

function fieldSheet(types: Spiegelrapport["types"]): ReportSheet {
  return {
    name: "Velden",
    about: "Hoe vaak elk veld is ingevuld.",
    columns: [
      type,
      text("Veld", "de titel van het veld", 30),
      text("Kolomnaam", "de naam van het veld in het protocol", 22),
      text("Verplicht", "of het veld altijd gevuld moet zijn", 10),
      count("Records", "records van deze soort"),
      count("Ingevuld", fieldMeanings.filled),
      share("Deel ingevuld", "ingevuld als deel van de records"),
      count("Onbekend", fieldMeanings.unknown),
      count("Leeg", fieldMeanings.absent),
      count("Ongeldig", fieldMeanings.invalid),
      count("Verschillend", fieldMeanings.distinct),
      points("Niet ingevuld, verschil", fieldMeanings.points),
    ],
    rows: types.flatMap(({ title, fields }) =>
      fields.map(({ title: field, name, required, counts, before }) => [
        title,
        field,
        name,
        required ? "ja" : "nee",
        counts.records,
        counts.filled,
        shareOf(counts.filled, counts.records),
        counts.unknown,
        counts.absent,
        counts.invalid,
        counts.distinct,
        apart(missing(counts), missing(before)),
      ]),
    ),
  };
}

function distributionSheet(types: Spiegelrapport["types"]): ReportSheet {
  return {
    name: "Verdelingen",
    about:
      "Hoe vaak elk antwoord voorkomt. Een datum staat per maand, een geboortejaar per leeftijdsklasse. Bij een veld met meer antwoorden tellen de delen op tot meer dan 100 %.",
    columns: [
      type,
      text("Veld", "de titel van het veld", 30),
      text("Code", "de code in de levering, of de klasse", 12),
      text("Antwoord", "wat de code of klasse betekent", 44),
      count("Aantal", "records met dit antwoord"),
      share("Deel van de records", "aantal als deel van alle records van deze soort"),
      count(
        "Vorige periode",
        "records met dit antwoord in de vorige levering; een maand naast de maand op dezelfde plaats",
      ),
      share("Deel, vorige periode", "hetzelfde deel in de vorige levering"),
      change("Verschil", "aantal min vorige periode"),
      points("Verschil in procentpunten", "deel min deel in de vorige periode"),
    ],
    rows: types.flatMap(({ title, fields }) =>
      fields.flatMap(({ title: field, counts, before, distribution }) =>
        distribution.map((it) => {
          const now = shareOf(it.count, counts.records);
          const then = before && it.before !== undefined ? shareOf(it.before, before.records) : undefined;
          return [
            title,
            field,
            it.key,
            it.label,
            it.count,
            now,
            it.before,
            then,
            less(it.count, it.before),
            apart(now, then),
          ];
        }),
      ),
    ),
  };
}

/** The sheets of the kwaliteitsrapport. */
export function qualitySheets({ results, notChecked }: Kwaliteitsrapport): ReportSheet[] {
  const rules: ReportSheet = {
    name: "Regels",
    about: "Wat elke regel vond. Een waarschuwing kan niet kloppen. Een signaal kan kloppen, maar valt op.",
    columns: [
      text("Regel", "wat de regel zoekt", 50),
      text("Code", "de vaste naam van de regel", 30),
      text("Over", "de soort record, of de hele levering", 22),
      text("Soort", "waarschuwing of signaal", 14),
      count("Gevonden", "records waarvoor de regel geldt"),
      count("Van", "records waar de regel over gaat; bij de hele levering de soorten of velden die zijn vergeleken"),
      share("Deel", "gevonden als deel van die records"),
      text("Opmerking", "wat er is gevonden, of waarom de regel niet is getoetst", 44),
      text("Betekenis", "waarom dit opvalt en wat het met cijfers doet", 60),
      text("Wat u kunt doen", "hoe u het kunt verbeteren", 60),
    ],
    rows: results.map(({ rule, about, hits, records, found, skipped }) => [
      rule.title,
      rule.id,
      about ?? "Hele levering",
      rule.severity,
      skipped === undefined ? hits : undefined,
      skipped === undefined ? records : undefined,
      skipped === undefined ? shareOf(hits, records) : undefined,
      skipped ?? found.join("; "),
      rule.means,
      rule.mend,
    ]),
  };
  const records: ReportSheet = {
    name: "Records",
    about: "De eerste records die een regel vond, ten hoogste 50 per regel.",
    columns: [
      text("Regel", "wat de regel zoekt", 50),
      text("Over", "de soort record", 22),
      text("Soort", "waarschuwing of signaal", 14),
      count("Record", "het hoeveelste record in het bestand, zonder de regel met kolomnamen"),
      text("Uw nummer", "uw eigen nummer van het record, of van de casus of melding waar het bij hoort", 24),
    ],
    rows: results.flatMap(({ rule, about, first }) =>
      first.map(({ record, key }) => [rule.title, about, rule.severity, record, key]),
    ),
  };
  const left: ReportSheet = {
    name: "Niet getoetst",
    about: "Wat dit rapport niet kan zien.",
    columns: [text("Wat dit rapport niet kan zien", "wat niet te toetsen is, en waarom", 120)],
    rows: notChecked.map((it) => [it]),
  };
  return [rules, records, left];
}
