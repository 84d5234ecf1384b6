import type { Language } from "@impactmonitor/model/text";
import { levelName } from "../area-words.ts";
import type { AreasView } from "../areas-view.ts";
import type { Book } from "../book.ts";
import { compareWithNation } from "./compare-with-nation.ts";
import type { Between } from "./judgement.ts";

/** Areas side by side with what may be said of each beside the country; nothing of counts, which don't compare. */
export function judgedAreas(book: Book, view: AreasView, chosen: string, language: Language): AreasView {
  if (view.measure === "count" || view.measure === "persons") return view;
  const rows = view.rows.map((it) => {
    const judgement = compareWithNation(book, it.shown)?.judgement;
    return judgement ? { ...it, judgement } : it;
  });
  const own = rows.find((it) => it.area.code === chosen)?.judgement;
  const strip =
    view.strip && own?.by === "band" ? { strip: withOrdinary(view.strip, own.ordinary, view, language) } : {};
  return { ...view, rows, ...strip };
}

function withOrdinary(
  strip: NonNullable<AreasView["strip"]>,
  { lower, upper }: Between,
  { level }: AreasView,
  language: Language,
) {
  const one = levelName(level)[language];
  const label =
    language === "nl"
      ? `hier ligt een ${one} van deze omvang gewoonlijk`
      : `where a ${one} of this size ordinarily lies`;
  const last = `${label.charAt(0).toUpperCase()}${label.slice(1)}.`;
  return {
    ...strip,
    ordinary: { lower, upper, label },
    alternative: `${strip.alternative} ${language === "nl" ? "Een balk geeft aan:" : "A bar shows:"} ${last.charAt(0).toLowerCase()}${last.slice(1)}`,
  };
}
