import type { Area } from "@impactmonitor/model/area";
import { breakdownKey, parseBreakdown } from "@impactmonitor/model/observation";
import type { Text } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import {
  compareLimits,
  type ChosenIndicator,
  type CompareChoice,
  type CompareForm,
} from "@impactmonitor/views/comparison/compare-choice";
import { areaParameter, readAreaParameter } from "./paths.ts";
import { BadQuery, queryPeriod } from "./query.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** What an address of the compare page asks for. */
export interface CompareAsked extends CompareChoice {
  /** `overview`: one table of everything. `figures`: each figure by itself. Without it the page chooses. */
  readonly look?: CompareLook;
  /** The region whose municipalities are offered to choose from. */
  readonly within?: Area;
  /** What can't be read, in sentences that say how to mend it; what can be is kept. */
  readonly problems: readonly Text[];
}
export type CompareLook = "overview" | "figures";

const forms: Readonly<Record<CompareForm, string>> = { rate: "inwoners", count: "aantal", index: "index" };
const looks: Readonly<Record<CompareLook, string>> = { overview: "overzicht", figures: "cijfers" };

/** Reads `?gebieden=drenthe,gemeente/assen&cijfers=reports-received,reporter-type:reporter-type=police&als=index`. */
export function readCompare(book: Book, query: Query): CompareAsked {
  const problems: Text[] = [];
  const period = queryPeriod(query.periode);
  if (period instanceof BadQuery) problems.push(period.detail);
  const areas = readAreas(book, query.gebieden, problems);
  const indicators = readIndicators(book, query.cijfers, problems);
  tooMany(areas.length, compareLimits.areas.most, { nl: "gebieden", en: "areas" }, problems);
  tooMany(indicators.length, compareLimits.indicators.most, { nl: "cijfers", en: "figures" }, problems);
  const form = oneOf(forms, query.als);
  if (query.als && !form)
    problems.push({
      nl: "Achter “als=” kan staan: aantal, inwoners of index.",
      en: "After “als=” there can be: aantal, inwoners or index.",
    });
  const look = oneOf(looks, query.beeld);
  if (query.beeld && !look)
    problems.push({
      nl: "Achter “beeld=” kan staan: overzicht of cijfers.",
      en: "After “beeld=” there can be: overzicht or cijfers.",
    });
  const within = query.binnen ? areaOf(book, query.binnen) : undefined;
  if (query.binnen && (!within || (within.level !== "vt-region" && within.level !== "province")))
    problems.push({
      nl: "Achter “binnen=” hoort een regio of provincie, zoals drenthe of provincie/gelderland.",
      en: "After “binnen=” a region or province is needed, such as drenthe or provincie/gelderland.",
    });
  return {
    areas,
    indicators,
    form: form ?? "rate",
    problems,
    ...(typeof period === "string" ? { period } : {}),
    ...(look ? { look } : {}),
    ...(within ? { within } : {}),
  };
}

/** The parameters that lead to the same comparison again: the whole group stands in the address. */
export function compareQuery(
  it: Partial<Omit<CompareAsked, "problems">>,
): Readonly<Record<string, string | undefined>> {
  return {
    gebieden: it.areas?.map(areaParameter).join(","),
    cijfers: it.indicators?.map(indicatorParameter).join(","),
    periode: it.period,
    als: it.form === undefined || it.form === "rate" ? undefined : forms[it.form],
    beeld: it.look && looks[it.look],
    binnen: it.within && areaParameter(it.within),
  };
}

export const formParameter = (it: CompareForm): string => forms[it];

/** "reports-received", or with one category "reporter-type:reporter-type=police". */
export const indicatorParameter = ({ indicator, breakdown }: ChosenIndicator): string =>
  breakdown ? `${indicator.id}:${breakdownKey(breakdown) || "totaal"}` : indicator.id;

const parts = (value: string | undefined): readonly string[] => [
  ...new Set(
    (value ?? "")
      .split(",")
      .map((it) => it.trim())
      .filter(Boolean),
  ),
];

const areaOf = (book: Book, value: string): Area | undefined => {
  const read = readAreaParameter(value);
  return read && book.areaBySlug(read.level, read.slug);
};

function readAreas(book: Book, value: string | undefined, problems: Text[]): readonly Area[] {
  const found = new Map<string, Area>();
  for (const part of parts(value)) {
    const area = areaOf(book, part);
    // The country stands beside every comparison: choosing it adds nothing.
    if (area && area.level !== "nation") found.set(area.code, area);
    if (!area)
      problems.push({
        nl: `Het gebied ${quoted(part)} bestaat niet. Kies het hieronder, of schrijf bijvoorbeeld drenthe of gemeente/assen.`,
        en: `The area ${quoted(part)} does not exist. Choose it below, or write for instance drenthe or gemeente/assen.`,
      });
  }
  return [...found.values()];
}

function readIndicators(book: Book, value: string | undefined, problems: Text[]): readonly ChosenIndicator[] {
  const found = new Map<string, ChosenIndicator>();
  for (const part of parts(value)) {
    const [id = "", category] = part.split(/:(.*)/s);
    const indicator = book.indicators.get(id);
    const breakdown = category === undefined ? undefined : category === "totaal" ? {} : parseBreakdown(category);
    if (!indicator)
      problems.push({
        nl: `Het cijfer ${quoted(id)} bestaat niet. Kies het hieronder.`,
        en: `The figure ${quoted(id)} does not exist. Choose it below.`,
      });
    else if (category !== undefined && !breakdown)
      problems.push({
        nl: `De uitsplitsing achter ${id} is niet te lezen. Schrijf bijvoorbeeld reporter-type:reporter-type=police.`,
        en: `The breakdown after ${id} can’t be read. Write for instance reporter-type:reporter-type=police.`,
      });
    else found.set(part, breakdown ? { indicator, breakdown } : { indicator });
  }
  return [...found.values()];
}

function tooMany(chosen: number, most: number, noun: Text, problems: Text[]): void {
  if (chosen <= most) return;
  problems.push({
    nl: `U koos ${chosen} ${noun.nl}. Er passen er ${most} naast elkaar: haal er ${chosen - most} weg.`,
    en: `You chose ${chosen} ${noun.en}. Only ${most} fit side by side: take away ${chosen - most}.`,
  });
}

/** Of what was typed only what looks like a name comes back on the page. */
const quoted = (part: string): string => (/^[\p{L}\d/' -]{1,60}$/u.test(part) ? `“${part}”` : "in dit adres");

function oneOf<K extends string>(all: Readonly<Record<K, string>>, value: string | undefined): K | undefined {
  for (const key in all) if (all[key] === value) return key;
  return undefined;
}
