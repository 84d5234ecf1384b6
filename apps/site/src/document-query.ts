import type { Area, Level } from "@impactmonitor/model/area";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Choices, Format, Order, Subject } from "@impactmonitor/exports/documents/order";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import type { Book } from "@impactmonitor/views/book";
import { areaLabel } from "@impactmonitor/views/area-words";
import { compareView } from "@impactmonitor/views/comparison/compare-view";
import { compareTitle } from "@impactmonitor/views/comparison/compare-words";
import type { Answer, Asked } from "./answers/answer.tsx";
import { compareAnswer, isComplete } from "./answers/compare-answers.tsx";
import { badRequest, notFound, unknownEdition, unknownIndicator } from "./answers/problem-answers.tsx";
import { areaAnswer } from "./answers/area-answers.tsx";
import { compareQuery, readCompare } from "./compare-query.ts";
import { areaParameter, readAreaParameter } from "./paths.ts";
import { BadQuery, queryArea, queryPeriod } from "./query.ts";

/** An address of a document read whole: the order, what it is about, and the page to go back to. */
export interface Ordered {
  readonly order: Order;
  readonly asked: Asked;
  readonly title: string;
  readonly back: string;
}
export type OrderRead = Ordered | { readonly page: Answer };

/** What an address may end on, without its dot; `teamgesprek.pdf` is an address of its own. */
export const documentEndings = ["pdf", "pptx", "docx", "xlsx", "csv", "parquet", "zip"] as const;
type Ending = (typeof documentEndings)[number];
export const isEnding = (it: string | undefined): it is Ending => documentEndings.some((ending) => ending === it);

/** Areas that fit beside the own in one document. */
const mostBeside = 4;

/** `/regio/drenthe.pdf`, `/gemeente/assen.xlsx`, `/nederland.pptx`, `/regio/drenthe/teamgesprek.pdf`. */
export function areaOrder(asked: Asked, level: Level, slug: string, ending: Ending | "talk"): OrderRead {
  const { mark, language } = asked;
  const area = mark.book.areaBySlug(level, slug);
  // The page of an area that isn't there says which it may have been.
  if (!area) return { page: areaAnswer(asked, level, slug) };
  const about = { title: areaLabel(area, language), back: mark.desk(language).toArea(area) };
  const choices = ending === "talk" ? {} : readChoices(mark.book, asked.query, area);
  return ordered(asked, { kind: "area", area: area.code }, ending, choices, about);
}

/** `/indicator/reports-received.pdf?regio=drenthe`. */
export function indicatorOrder(asked: Asked, id: string, ending: Ending): OrderRead {
  const { mark, language, query } = asked;
  const indicator = mark.book.indicators.get(id);
  if (!indicator) return { page: unknownIndicator(asked, id, true) };
  const area = queryArea(mark.book, query.regio);
  if (area instanceof BadQuery) return { page: badRequest(asked, area) };
  const regio = area && area.level !== "nation" ? areaParameter(area) : undefined;
  const about = {
    title: [indicator.title[language], ...(area ? [areaLabel(area, language)] : [])].join(", "),
    back: mark.desk(language).link("indicator", id, { regio }),
  };
  const subject: Subject = { kind: "indicator", indicator: id, ...(area ? { area: area.code } : {}) };
  return ordered(asked, subject, ending, readChoices(mark.book, { ...query, themas: "", gebieden: "" }), about);
}

/** `/vergelijken.pdf?gebieden=…&cijfers=…`, with what the page of comparisons takes. */
export function compareOrder(asked: Asked, ending: Ending): OrderRead {
  const { mark, language, query } = asked;
  const choice = readCompare(mark.book, query);
  if (!isComplete(choice)) return { page: { ...compareAnswer(asked), status: 400 } };
  const subject: Subject = {
    kind: "comparison",
    areas: choice.areas.map((it) => it.code),
    indicators: choice.indicators.map(({ indicator, breakdown }) => ({
      indicator: indicator.id,
      ...(breakdown ? { breakdown } : {}),
    })),
    form: choice.form,
    ...(choice.period === undefined ? {} : { period: choice.period }),
  };
  const about = {
    title: compareTitle(compareView(mark.book, choice), language),
    back: mark.desk(language).link("compare", undefined, compareQuery(choice)),
  };
  return ordered(asked, subject, ending, readChoices(mark.book, { tabellen: query.tabellen }), about);
}

/** `/edities/2026-11.xlsx`. */
export function editionOrder(asked: Asked, id: string, ending: Ending): OrderRead {
  const { library, language } = asked;
  const mark = library.byId.get(id);
  if (!mark) return { page: unknownEdition(asked) };
  const about = {
    title: language === "nl" ? `Editie ${id}` : `Edition ${id}`,
    back: mark.desk(language).fixed("editions"),
  };
  return ordered({ ...asked, mark }, { kind: "edition" }, ending, {}, about);
}

/** `/rapport/2025.pdf`. */
export function reportOrder(asked: Asked, year: string, ending: Ending): OrderRead {
  const { mark, language } = asked;
  if (!/^(19|20)\d\d$/.test(year)) return { page: notFound(asked, []) };
  const title = language === "nl" ? `Rapport over ${year}` : `Report on ${year}`;
  return ordered(
    asked,
    { kind: "report", year: Number(year) },
    ending,
    {},
    {
      title,
      back: mark.desk(language).link("report", year),
    },
  );
}

function ordered(
  asked: Asked,
  subject: Subject,
  ending: Ending | "talk",
  choices: Choices | BadQuery,
  about: Pick<Ordered, "title" | "back">,
): OrderRead {
  const { mark, language, query } = asked;
  const format = formatOf(ending, query.vorm);
  if (choices instanceof BadQuery) return { page: badRequest(asked, choices) };
  if (format instanceof BadQuery) return { page: badRequest(asked, format) };
  if (!formatsOf(subject.kind).includes(format))
    return {
      page: subject.kind === "indicator" ? unknownIndicator(asked, subject.indicator, true) : notFound(asked, []),
    };
  return { order: { edition: mark.book.id, subject, format, language, choices }, asked, ...about };
}

function formatOf(ending: Ending | "talk", form: string | undefined): Format | BadQuery {
  if (ending !== "csv") return ending;
  if (form === undefined || form === "excel") return "csv-excel";
  if (form === "machine") return "csv-machine";
  return new BadQuery({
    nl: "Achter “vorm=” kan staan: excel of machine.",
    en: "After “vorm=” there can be: excel or machine.",
  });
}

type Query = Readonly<Record<string, string | undefined>>;

/**
 * `?themas=meldingen,aanpak&gebieden=groningen,gemeente/assen&van=2021&tot=2024H1&tabellen=nee`, in one form for all ways to say the
 * same: what is as usual is left out.
 */
export function readChoices(book: Book, query: Query, own?: Area): Choices | BadQuery {
  const themes = readThemes(book, query.themas);
  const beside = readBeside(book, query.gebieden, own);
  const from = queryPeriod(query.van);
  const until = queryPeriod(query.tot);
  const tables = readTables(query.tabellen);
  if (themes instanceof BadQuery) return themes;
  if (beside instanceof BadQuery) return beside;
  if (from instanceof BadQuery) return from;
  if (until instanceof BadQuery) return until;
  if (tables instanceof BadQuery) return tables;
  if (from !== undefined && until !== undefined && startOf(from) > startOf(until))
    return new BadQuery({
      nl: "De eerste periode in dit adres ligt na de laatste. Wissel “van=” en “tot=” om.",
      en: "The first period in this address comes after the last. Swap “van=” and “tot=”.",
    });
  return {
    ...(themes.length > 0 && themes.length < book.catalogue.themes.length ? { themes } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(tables ? {} : { tables }),
  };
}

const startOf = (period: string): string => parsePeriod(period)?.start ?? "";
const parts = (value = ""): readonly string[] => value.split(",").filter(Boolean);

/** In the order of the catalogue, each once. */
function readThemes(book: Book, value: string | undefined): readonly string[] | BadQuery {
  const chosen = new Set(parts(value));
  const known = book.catalogue.themes.map((it) => it.id);
  if ([...chosen].some((it) => !known.includes(it)))
    return new BadQuery({
      nl: `Een thema in dit adres bestaat niet. Achter “themas=” kan staan: ${known.join(", ")}.`,
      en: `A theme in this address does not exist. After “themas=” there can be: ${known.join(", ")}.`,
    });
  return known.filter((it) => chosen.has(it));
}

function readBeside(book: Book, value: string | undefined, own: Area | undefined): readonly string[] | BadQuery {
  const codes = new Set<string>();
  for (const part of parts(value)) {
    const read = readAreaParameter(part);
    const area = read && book.areaBySlug(read.level, read.slug);
    if (!area)
      return new BadQuery({
        nl: "Een gebied in dit adres bestaat niet. Schrijf bijvoorbeeld ?gebieden=drenthe,gemeente/assen.",
        en: "An area in this address does not exist. Write for instance ?gebieden=drenthe,gemeente/assen.",
      });
    // The country stands beside everything already.
    if (area.level !== "nation" && area.code !== own?.code) codes.add(area.code);
  }
  if (codes.size > mostBeside)
    return new BadQuery({
      nl: `Er passen hoogstens ${mostBeside} gebieden naast elkaar in een document.`,
      en: `At most ${mostBeside} areas fit side by side in a document.`,
    });
  return [...codes];
}

function readTables(value: string | undefined): boolean | BadQuery {
  if (value === undefined || value === "" || value === "ja") return true;
  return value === "nee"
    ? false
    : new BadQuery({
        nl: "Schrijf ?tabellen=nee om de tabellen weg te laten.",
        en: "Write ?tabellen=nee to leave out the tables.",
      });
}
