import { parsePeriod, type Period } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { counted, nouns } from "./counted.ts";
import { formatDate } from "./format.ts";

const ordinals = { nl: ["1e", "2e", "3e", "4e"], en: ["1st", "2nd", "3rd", "4th"] } as const;
const halves = { nl: ["eerste", "tweede"], en: ["first", "second"] } as const;

/** Begins a sentence: "In de eerste helft van 2021". Unknown codes come back as they are. */
export function periodPhrase(code: string, language: Language): string {
  const period = parsePeriod(code);
  if (!period) return code;
  const nl = language === "nl";
  const year = period.start.slice(0, 4);
  switch (period.kind) {
    case "year":
      return `In ${year}`;
    case "half-year": {
      const half = halves[language][code.endsWith("1") ? 0 : 1];
      return nl ? `In de ${half} helft van ${year}` : `In the ${half} half of ${year}`;
    }
    case "quarter":
      return nl
        ? `In het ${quarter(code, language)} kwartaal van ${year}`
        : `In the ${quarter(code, language)} quarter of ${year}`;
    case "quarters":
      return nl ? `In ${periodLabel(code, language)}` : `In ${periodLabel(code, language)}`;
    case "month":
      return `In ${formatDate(code, language)}`;
    case "date":
      return nl ? `Op ${formatDate(code, language)}` : `On ${formatDate(code, language)}`;
    case "years":
      return nl ? `In de jaren ${year} tot en met ${code.slice(5)}` : `In the years ${year} to ${code.slice(5)}`;
  }
}

/** In running text after a preposition: "de eerste helft van 2021", "2023", "30 juni 2023". */
export const periodName = (code: string, language: Language): string =>
  periodPhrase(code, language).replace(/^(?:In|Op|On) /, "");

/** The same period as one that was just named: "in datzelfde halfjaar". */
export function periodAgain(code: string, language: Language): string {
  const nl = language === "nl";
  switch (parsePeriod(code)?.kind) {
    case "year":
      return nl ? "in datzelfde jaar" : "in that same year";
    case "half-year":
      return nl ? "in datzelfde halfjaar" : "in that same half-year";
    case "quarter":
      return nl ? "in datzelfde kwartaal" : "in that same quarter";
    case "date":
      return nl ? "op diezelfde dag" : "on that same day";
    case "years":
      return nl ? "in diezelfde jaren" : "in those same years";
    default:
      return nl ? "in diezelfde periode" : "in that same period";
  }
}

/** In a table or beside a figure: "2021, 1e helft". */
export function periodLabel(code: string, language: Language): string {
  const period = parsePeriod(code);
  if (!period) return code;
  const nl = language === "nl";
  const year = period.start.slice(0, 4);
  switch (period.kind) {
    case "year":
      return year;
    case "half-year":
      return `${year}, ${ordinals[language][code.endsWith("1") ? 0 : 1]} ${nl ? "helft" : "half"}`;
    case "quarter":
      return `${year}, ${quarter(code, language)} ${nl ? "kwartaal" : "quarter"}`;
    case "quarters": {
      const [from, to] = [Number(code[5]), Number(code[8])];
      return `${year}, ${ordinals[language][from - 1]} ${nl ? "t/m" : "to"} ${ordinals[language][to - 1]} ${nl ? "kwartaal" : "quarter"}`;
    }
    case "month":
    case "date":
      return formatDate(code, language);
    case "years":
      return nl ? `${year} t/m ${code.slice(5)}` : `${year} to ${code.slice(5)}`;
  }
}

const quarter = (code: string, language: Language): string => ordinals[language][Number(code.at(-1)) - 1] ?? "";

/** Where a period lies on a time axis: the middle, in years. */
export function periodMiddle(period: Period): number {
  const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
  const middle = period.kind === "date" ? at(period.start) : (at(period.start) + at(period.end) + 86_400_000) / 2;
  const year = new Date(middle).getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  return year + (middle - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** How long before a day the period ended: "2 jaar en 10 maanden". */
export function ageOn(code: string, day: string, language: Language): string {
  const end = parsePeriod(code)?.end;
  if (!end) return "";
  const months = Math.max(
    0,
    (Number(day.slice(0, 4)) - Number(end.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(end.slice(5, 7)),
  );
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const nl = language === "nl";
  const y = years === 0 ? "" : counted(years, nouns.year, language);
  const m = rest === 0 && years > 0 ? "" : counted(rest, nouns.month, language);
  return [y, m].filter(Boolean).join(nl ? " en " : " and ");
}
