import type { Area, Level } from "@impactmonitor/model/area";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import { parseBreakdown } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Subject } from "@impactmonitor/exports/documents/order";

/** What was wrong with the words of a command, and how to mend it. */
export class Wrong {
  readonly what: string;
  readonly mend: string;
  constructor(what: string, mend: string) {
    this.what = what;
    this.mend = mend;
  }
}

/** What `impactmonitor export` was told to make documents of. */
export interface SubjectWords {
  readonly word: string;
  /** Name, id or year; absent for the nation, a comparison and an edition. */
  readonly name?: string;
  readonly allRegions: boolean;
  /** Of an indicator: for which area. */
  readonly area?: string;
  /** Of a comparison. */
  readonly areas?: string;
  readonly figures?: string;
  readonly as?: string;
  readonly period?: string;
}

const levels: Readonly<Record<string, Level>> = {
  region: "vt-region",
  province: "province",
  municipality: "municipality",
};
export const subjectWords = [
  "region",
  "nation",
  "province",
  "municipality",
  "indicator",
  "comparison",
  "edition",
  "report",
];

/** The subjects that the words name, one or all regions. */
export function readSubjects(catalogue: Catalogue, day: string, words: SubjectWords): readonly Subject[] | Wrong {
  const { word, name } = words;
  if (words.allRegions && word !== "region")
    return new Wrong(
      "--all-regions goes with “region” only.",
      "impactmonitor export region --all-regions --format pdf",
    );
  if (words.allRegions)
    return catalogue.areas
      .filter((it) => it.level === "vt-region" && existsOn(it, day))
      .map((it) => ({ kind: "area", area: it.code }) as const);
  const one = readOne(catalogue, words, name);
  return one instanceof Wrong ? one : [one];
}

function readOne(catalogue: Catalogue, words: SubjectWords, name: string | undefined): Subject | Wrong {
  const level = levels[words.word];
  if (level) return ofArea(findArea(catalogue, `${words.word}/${name ?? ""}`));
  switch (words.word) {
    case "nation":
      return { kind: "area", area: "NL01" };
    case "edition":
      return { kind: "edition" };
    case "report":
      return /^(19|20)\d\d$/.test(name ?? "")
        ? { kind: "report", year: Number(name) }
        : new Wrong(`“${name ?? ""}” is no year.`, "impactmonitor export report 2025 --format pdf");
    case "indicator":
      return ofIndicator(catalogue, name ?? "", words.area);
    case "comparison":
      return ofComparison(catalogue, words);
    default:
      return new Wrong(
        `There is nothing called “${words.word}” to export.`,
        `Choose one of: ${subjectWords.join(", ")}.`,
      );
  }
}

const existsOn = (it: Area, day: string): boolean =>
  it.validFrom <= day && (it.validTo === undefined || it.validTo >= day);
const ofArea = (it: Area | Wrong): Subject | Wrong => (it instanceof Wrong ? it : { kind: "area", area: it.code });

/** "drenthe", "VT01", "region/drenthe", "municipality/assen", "nation": the last form of an area where it had several. */
export function findArea(catalogue: Catalogue, text: string): Area | Wrong {
  const [first = "", second] = text.split("/");
  const level = second === undefined ? (first === "nation" ? "nation" : "vt-region") : levels[first];
  const name = (second ?? first).toLowerCase();
  const found = catalogue.areas.findLast(
    (it) => it.level === level && (level === "nation" || it.slug === name || it.code.toLowerCase() === name),
  );
  if (found) return found;
  const near = catalogue.areas.filter((it) => it.level === level && name !== "" && it.slug.startsWith(name[0]!));
  const some = [...new Set(near.map((it) => it.slug))].slice(0, 6).join(", ");
  return new Wrong(
    name === "" ? `Name the ${first}.` : `There is no ${second === undefined ? "region" : first} “${name}”.`,
    some === "" ? "Write its name as in the address of its page, such as drenthe." : `Perhaps one of: ${some}.`,
  );
}

function ofIndicator(catalogue: Catalogue, id: string, area: string | undefined): Subject | Wrong {
  if (!catalogue.indicators.some((it) => it.id === id))
    return new Wrong(
      id === "" ? "Name the indicator." : `There is no indicator “${id}”.`,
      "Write its id as in the address of its page, such as reports-received.",
    );
  if (area === undefined) return { kind: "indicator", indicator: id };
  const found = findArea(catalogue, area);
  return found instanceof Wrong ? found : { kind: "indicator", indicator: id, area: found.code };
}

const parts = (value = ""): readonly string[] => value.split(",").filter(Boolean);
const forms = ["rate", "count", "index"] as const;

function ofComparison(catalogue: Catalogue, { areas, figures, as, period }: SubjectWords): Subject | Wrong {
  const use = "impactmonitor export comparison --areas drenthe,groningen --figures reports-received --format pdf";
  const codes: string[] = [];
  for (const it of parts(areas)) {
    const found = findArea(catalogue, it);
    if (found instanceof Wrong) return found;
    codes.push(found.code);
  }
  if (codes.length < 2) return new Wrong("Name at least two areas with --areas.", use);
  const indicators: { indicator: string; breakdown?: Readonly<Record<string, string>> }[] = [];
  for (const it of parts(figures)) {
    const [id = "", category] = it.split(/:(.*)/s);
    const found = ofIndicator(catalogue, id, undefined);
    if (found instanceof Wrong) return found;
    const breakdown = category === undefined ? undefined : parseBreakdown(category);
    if (category !== undefined && !breakdown)
      return new Wrong(`“${category}” is no category.`, "Write for instance reporter-type:reporter-type=police.");
    indicators.push(breakdown ? { indicator: id, breakdown } : { indicator: id });
  }
  if (indicators.length === 0) return new Wrong("Name at least one figure with --figures.", use);
  const form = forms.find((it) => it === (as ?? "rate"));
  if (!form) return new Wrong(`--as is “${as}”.`, `Choose one of: ${forms.join(", ")}.`);
  if (period !== undefined && !parsePeriod(period))
    return new Wrong(`“${period}” is no period.`, "Write for instance 2023 or 2021H1.");
  return { kind: "comparison", areas: codes, indicators, form, ...(period === undefined ? {} : { period }) };
}
