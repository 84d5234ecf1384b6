import { fileInk } from "@impactmonitor/charts/ink";
import { drawNearStrip } from "@impactmonitor/charts/near-strip";
import { pictureFile } from "@impactmonitor/charts/picture-file";
import { areaLabel, levelNames } from "@impactmonitor/views/area-words";
import type { ComparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { inSentence } from "@impactmonitor/views/comparison/near-words";
import { formatList } from "@impactmonitor/views/format";
import { editionName } from "@impactmonitor/views/practice-words";
import type { Desk } from "./desk.ts";
import { words } from "./pages/comparable-words.ts";
import { traitStrip } from "./pages/trait-strip.ts";
import { pictureWords, type PictureLook } from "./picture.ts";

/** One trait of all areas as SVG; undefined when the page has no such chart. */
export function comparablePicture(desk: Desk, view: ComparableAreas, trait: string, look: PictureLook) {
  const { say, book, language } = desk;
  const column = view.traits.find((it) => it.column.trait.id === trait)?.column;
  const found = column && traitStrip(desk, view, column);
  if (!column || !found) return undefined;
  const variables = formatList(
    column.variables.map((it) => inSentence(say(it.title))),
    language,
  );
  const tables = [...new Map(column.variables.map((it) => [it.table.id, it.table])).values()];
  const title = `${say(column.trait.title)}: ${areaLabel(view.area, language)} ${language === "nl" ? "tussen alle" : "among all"} ${levelNames(view.area.level)[language]}`;
  return pictureFile(
    {
      drawing: drawNearStrip(found.strip, fileInk, found.tick),
      unit: say(column.trait.unit),
      signs: [],
      legend: [],
      alternative: found.alternative,
    },
    pictureWords(desk, look, title, [
      say(words.key).replace("{area}", view.area.name),
      `${say(words.madeOf).replace("{variables}", variables).replace("{year}", String(column.year))}${column.approximated ? ` ${say(words.approx)}` : ""}`,
      `${language === "nl" ? "Bron: CBS" : "Source: CBS"}, ${tables.map((it) => say(it.title)).join("; ")}. Impactmonitor, ${editionName(book, language)}.`,
      say(words.notRank),
    ]),
  );
}
