import type { Area } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import type { AreaView } from "./area-view.ts";
import { levelName } from "./area-words.ts";
import type { Book } from "./book.ts";
import { formatDate, formatList } from "./format.ts";
import { goneFrom, type Predecessor } from "./succession.ts";
import { successionWords as words } from "./succession-words.ts";

/** What an area came from and what became of it, as sentences; none for an area that always was as it is. */
export function successionText(
  book: Book,
  { area, succession }: Pick<AreaView, "area" | "succession">,
  language: Language,
): readonly string[] {
  const { born, predecessors, successors, regions } = succession;
  const names = (all: readonly Area[]): string =>
    formatList(
      all.map((it) => it.name),
      language,
    );
  const filled = predecessors.some((it) => book.indicatorsOf(it.area.code).length > 0);
  const then = !filled ? words.nothingThen : predecessors.length > 1 ? words.notAdded : words.oneNotAdded;
  const ended = [
    words.ended[language].replace("{date}", formatDate(area.validTo ?? "", language)),
    successors.length > 0
      ? `${(successors.length > 1 ? words.divided : words.now)[language]} ${names(successors)}.`
      : "",
    regions.length > 0 ? `${words.nowRegion[language]} ${levelName("vt-region")[language]} ${names(regions)}.` : "",
  ];
  const from = born ? words.born[language].replace("{date}", formatDate(born, language)) : `${words.joined[language]}:`;
  const former = formatList(
    predecessors.map((it) => formerName(it, born !== undefined, language)),
    language,
  );
  return [
    ...(area.validTo === undefined ? [] : [ended.filter(Boolean).join(" ")]),
    ...(predecessors.length > 0 ? [`${from} ${former}. ${then[language]}`] : []),
  ];
}

function formerName({ area, whole }: Predecessor, born: boolean, language: Language): string {
  if (born) return area.name;
  const until = words.until[language].replace("{date}", formatDate(goneFrom(area), language));
  return `${area.name} (${until}${whole ? "" : `, ${words.inPart[language]}`})`;
}
