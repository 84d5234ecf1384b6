import type { Book } from "@impactmonitor/views/book";
import { compareCsv } from "@impactmonitor/exports/compare-csv";
import { compareLimits } from "@impactmonitor/views/comparison/compare-choice";
import { compareView } from "@impactmonitor/views/comparison/compare-view";
import { compareTitle } from "@impactmonitor/views/comparison/compare-words";
import { readCompare, type CompareAsked } from "../compare-query.ts";
import { fileName } from "../file-name.ts";
import type { Download } from "../picture.ts";
import { keepable } from "../keep.ts";
import { CompareChooserPage } from "../pages/compare-chooser.tsx";
import { municipalitiesWith } from "../pages/compare-form.tsx";
import { ComparePage } from "../pages/compare-page.tsx";
import { path, withQuery } from "../paths.ts";
import { type Answer, type Asked, page } from "./answer.tsx";

/** Enough was chosen, and all of it can be read. */
export const isComplete = ({ areas, indicators, problems }: CompareAsked): boolean =>
  problems.length === 0 &&
  areas.length >= compareLimits.areas.fewest &&
  indicators.length >= compareLimits.indicators.fewest;

/** Areas side by side, or as long as too little was chosen the page to choose on; what can't be read is said there. */
export function compareAnswer(asked: Asked): Answer {
  const { mark, language, query } = asked;
  const desk = mark.desk(language);
  const choice = withMunicipalities(mark.book, readCompare(mark.book, query));
  const shell = {
    current: "compare",
    needs: ["compare"],
    address: (it: typeof language) => path(it, "compare"),
  } as const;
  if (!isComplete(choice))
    return page(
      asked,
      {
        ...shell,
        title: language === "nl" ? "Gebieden vergelijken" : "Compare areas",
        ...(choice.problems.length > 0 ? { status: 400 } : {}),
      },
      <CompareChooserPage desk={desk} asked={choice} />,
    );
  const view = compareView(mark.book, choice);
  return page(
    asked,
    { ...shell, title: compareTitle(view, language), closed: true },
    <ComparePage desk={desk} view={view} asked={choice} />,
  );
}

/** Who asks for the municipalities of a region finds them chosen, when there are no more than fit. */
function withMunicipalities(book: Book, asked: CompareAsked): CompareAsked {
  if (!asked.within || asked.areas.length > 0) return asked;
  const areas = municipalitiesWith(book, asked.within);
  return areas.length > 1 && areas.length <= compareLimits.areas.most ? { ...asked, areas } : asked;
}

/** The table of a compare page as CSV; of an address that can't be read, the page that says so. */
export function compareFile(asked: Asked): Download {
  const { mark, language, query } = asked;
  const choice = readCompare(mark.book, query);
  if (!isComplete(choice)) return { page: { ...compareAnswer(asked), status: 400 } };
  const name = fileName(mark.desk(language), language === "nl" ? "vergelijking" : "comparison");
  const csv = compareCsv(mark.book, compareView(mark.book, choice), language);
  const headers = { "content-disposition": `attachment; filename="${name}.csv"` };
  return { file: keepable(200, "text/csv; charset=utf-8", csv, headers) };
}

/**
 * A form without script sends each ticked box by itself; one comparison has one address, with commas.
 * @returns the address to go to; undefined when it is that already
 */
export function inOneAddress(at: string, sent: Readonly<Record<string, readonly string[]>>): string | undefined {
  const { gebieden = [], cijfers = [] } = sent;
  if (gebieden.length < 2 && cijfers.length < 2) return undefined;
  const joined = (values: readonly string[]): string =>
    [...new Set(values.flatMap((it) => it.split(",")))].filter(Boolean).join(",");
  const { periode, als, beeld, editie } = sent;
  return withQuery(at, {
    gebieden: joined(gebieden),
    cijfers: joined(cijfers),
    periode: periode?.[0],
    als: als?.[0],
    beeld: beeld?.[0],
    editie: editie?.[0],
  });
}
