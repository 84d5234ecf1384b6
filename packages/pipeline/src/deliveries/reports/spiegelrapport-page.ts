import { mirrorFindings } from "./mirror-findings.ts";
import { findingsSection, html, page, table, type ReportCover, type TableColumn } from "./report-page.ts";
import { sayChange, sayCount, sayPeriod, sayPoints, sayShare, shareOf } from "./say-figures.ts";
import type { DistributionLine, MirroredField, MirroredType, Spiegelrapport } from "./spiegelrapport.ts";

/** What the columns of the table of fields say; the workbook says the same. */
export const fieldMeanings = {
  filled: "records met een antwoord dat iets zegt",
  unknown: "records waarvan u zegt dat u het niet weet (bij gemeente, persoon en ja/nee-velden: leeg)",
  absent: "records waarin het veld leeg is",
  invalid: "waarden die niet te lezen waren of die niet bestaan; zij zijn leeg gelaten",
  distinct: "verschillende waarden die voorkomen",
  points: "verandering van het deel dat niet is ingevuld, in procentpunten ten opzichte van de vorige periode",
} as const;

/** The report as one file of HTML. */
export function spiegelrapportPage(report: Spiegelrapport, cover: ReportCover): string {
  const { about, types } = report;
  // The columns of fields are explained where they first come.
  const first = types.find((it) => it.records > 0);
  const body = [
    findingsSection(mirrorFindings(report)),
    "<p>Dit rapport laat zien wat u leverde: hoeveel records, hoe vaak elk veld is ingevuld en met welke antwoorden. Herkent u een aantal niet, vergelijk het dan met uw eigen registratie. Klopt de levering niet, dan levert u de hele periode opnieuw.</p>",
    typesTable(types, about.before),
    ...types.map((it) => typeSection(it, about.before, it === first)),
  ];
  return page("Spiegelrapport", about, cover, body.join("\n"));
}

function typesTable(types: readonly MirroredType[], before: string | undefined): string {
  const columns: TableColumn[] = [
    { title: "Soort record" },
    { title: "Aantal", number: true },
    ...(before === undefined
      ? []
      : [
          { title: sayPeriod(before), number: true },
          { title: "Verschil", number: true },
          { title: "Verschil in %", number: true },
        ]),
  ];
  const rows = types.map(({ name, title, records, before: then }) => [
    `<a href="#${html(name)}">${html(title)}</a>`,
    sayCount(records),
    ...(then === undefined
      ? []
      : [sayCount(then), sayChange(records - then), then === 0 ? "–" : percentOf(records - then, then)]),
  ]);
  return `<h2 id="aantallen">Aantallen</h2>${table("Aantal records per soort", columns, rows)}`;
}

const percentOf = (change: number, then: number): string =>
  `${change > 0 ? "+" : change < 0 ? "−" : ""}${sayShare(Math.abs(change) / then)}`;

function typeSection(type: MirroredType, before: string | undefined, explained: boolean): string {
  const head = `<section class="part"><h2 id="${html(type.name)}">${html(type.title)}</h2>`;
  if (type.records === 0 && !type.before)
    return `${head}<p>Van deze soort zijn er geen records geleverd.</p></section>`;
  const fields = type.fields.filter((it) => it.distribution.length > 0).map((it) => fieldSection(it, before));
  return `${head}${fieldsTable(type)}${explained ? meanings(before !== undefined) : ""}${fields.join("\n")}</section>`;
}

function fieldsTable({ title, records, fields }: MirroredType): string {
  const compared = fields.some((it) => it.before);
  const columns: TableColumn[] = [
    { title: "Veld" },
    { title: "Verplicht" },
    { title: "Ingevuld", number: true },
    { title: "Deel ingevuld", number: true },
    { title: "Onbekend", number: true },
    { title: "Leeg", number: true },
    { title: "Ongeldig", number: true },
    { title: "Verschillend", number: true },
    ...(compared ? [{ title: "Niet ingevuld, verschil", number: true }] : []),
  ];
  const rows = fields.map(({ title, required, counts, before }) => [
    html(title),
    required ? "ja" : "nee",
    sayCount(counts.filled),
    sayShare(shareOf(counts.filled, counts.records)),
    quiet(counts.unknown),
    quiet(counts.absent),
    counts.invalid > 0 ? `<strong>${sayCount(counts.invalid)}</strong>` : quiet(0),
    sayCount(counts.distinct),
    ...(compared ? [before ? sayPoints(missing(counts), missing(before)) : "–"] : []),
  ]);
  return `${table(`Velden van ${title.toLowerCase()} (${sayCount(records)} records)`, columns, rows)}`;
}

function meanings(compared: boolean): string {
  const names: Readonly<Record<string, string>> = {
    filled: "Ingevuld",
    unknown: "Onbekend",
    absent: "Leeg",
    invalid: "Ongeldig",
    distinct: "Verschillend",
    points: "Niet ingevuld, verschil",
  };
  const { points, ...always } = fieldMeanings;
  const words = { ...always, ...(compared ? { points } : {}) };
  const list = Object.entries(words).map(([key, it]) => `<li>${html(`${names[key]}: ${it}.`)}</li>`);
  return `<ul class="meaning">${list.join("")}</ul>`;
}

const missing = (it: MirroredField["counts"]): number | undefined => shareOf(it.records - it.filled, it.records);
const quiet = (n: number): string => (n === 0 ? '<span class="zero">0</span>' : sayCount(n));

function fieldSection(field: MirroredField, before: string | undefined): string {
  const { title, counts, distribution, multiple, kind } = field;
  const compared = before !== undefined && field.before !== undefined;
  const columns: TableColumn[] = [
    { title: kind === "date" ? "Datum" : kind === "birth-date" ? "Leeftijd" : "Antwoord" },
    { title: "Aantal", number: true },
    { title: "Deel van de records", number: true },
    ...(compared
      ? [
          { title: sayPeriod(before), number: true },
          { title: "Verschil", number: true },
          { title: "Verschil in procentpunten", number: true },
        ]
      : []),
  ];
  const rows = shown(distribution).map((line) => {
    const share = shareOf(line.count, counts.records);
    const then = shareOf(line.before ?? 0, field.before?.records ?? 0);
    return [
      html(line.label),
      quiet(line.count),
      `${sayShare(share)}${bar(share)}`,
      ...(compared
        ? [quiet(line.before ?? 0), sayChange(line.count - (line.before ?? 0)), sayPoints(share, then)]
        : []),
    ];
  });
  const notes = [
    ...(multiple ? ["Een record kan meer antwoorden hebben. De delen tellen dan op tot meer dan 100 %."] : []),
    ...(kind === "date" && compared
      ? ["Elke maand staat naast de maand op dezelfde plaats in de vorige periode."]
      : []),
    ...(kind === "birth-date" ? ["Leeftijd is het jaar van de periode min het geboortejaar."] : []),
  ];
  const note = notes.length > 0 ? `<p class="meaning">${html(notes.join(" "))}</p>` : "";
  return `<div class="keep spread"><h3>${html(title)}</h3>${table(`Verdeling van ${title.toLowerCase()}`, columns, rows)}${note}</div>`;
}

/** Classes at either end that nothing is in say nothing; codes do, also without records. */
function shown(lines: readonly DistributionLine[]): readonly DistributionLine[] {
  const outside = /^(v\d|na|a\d+)$/;
  return lines.filter((it) => !outside.test(it.key) || it.count > 0 || (it.before ?? 0) > 0);
}

/** A bar beside the number; it says nothing that the number doesn't. */
function bar(share: number | undefined): string {
  const width = Math.min(100, Math.round((share ?? 0) * 1000) / 10);
  return `<span class="bar" aria-hidden="true"><i style="width:${width}%"></i></span>`;
}
