import type { Kwaliteitsrapport, RuleResult } from "./kwaliteitsrapport.ts";
import { sayCount, sayList, sayShare, shareOf } from "./say-figures.ts";

/** So many rules get a sentence on the first page; the table has all. */
const most = 8;

/** Rules that found something: what can't be right first, then by number. */
export const foundResults = ({ results }: Kwaliteitsrapport): RuleResult[] =>
  results
    .filter((it) => it.hits > 0)
    .sort((a, b) => a.rule.severity.localeCompare(b.rule.severity) * -1 || b.hits - a.hits);

/** What stands out, in sentences. */
export function qualityFindings(report: Kwaliteitsrapport): string[] {
  const checked = report.results.filter((it) => it.skipped === undefined);
  const found = foundResults(report);
  const skipped = report.results.length - checked.length;
  const first = `Wij keken naar ${sayCount(checked.length)} regels over samenhang tussen velden, records en leveringen.`;
  const left =
    skipped === 0 ? "" : ` ${sayCount(skipped)} ${skipped === 1 ? "regel kon" : "regels konden"} wij niet toetsen.`;
  if (found.length === 0) return [`${first}${left} Geen van die regels vond iets.`];
  const warnings = found.filter((it) => it.rule.severity === "waarschuwing").length;
  const signals = found.length - warnings;
  const split = [
    ...(warnings === 1 ? ["1 waarschuwing (dat kan niet kloppen)"] : []),
    ...(warnings > 1 ? [`${sayCount(warnings)} waarschuwingen (die kunnen niet kloppen)`] : []),
    ...(signals === 1 ? ["1 signaal (dat kan kloppen, maar valt op)"] : []),
    ...(signals > 1 ? [`${sayCount(signals)} signalen (die kunnen kloppen, maar vallen op)`] : []),
  ];
  const summary = `${first}${left} Wij vonden ${sayList(split)}.`;
  return [summary, ...found.slice(0, most).map(sayResult)];
}

/** `Een advies eindigt voordat het begint: 12 van 3.400 (0,4 %).` */
export const sayResult = (it: RuleResult): string =>
  it.about === undefined
    ? `${it.rule.title}: ${it.found.join("; ")}.`
    : `${it.rule.title}: ${sayCount(it.hits)} van ${sayCount(it.records)} (${sayShare(shareOf(it.hits, it.records))}).`;

/** Explains both words to a sender. */
export const severityWords = {
  waarschuwing: "Dit kan niet kloppen. Verbeter het als u opnieuw levert.",
  signaal: "Dit kan kloppen, maar valt op. Kijk of het zo is.",
} as const;
