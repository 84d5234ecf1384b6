import type { Area } from "@impactmonitor/model/area";
import { fileInk } from "@impactmonitor/charts/ink";
import { drawLocator } from "@impactmonitor/charts/locator";
import { pictureFile } from "@impactmonitor/charts/picture-file";
import { areaLabel, areaPhrase } from "@impactmonitor/views/area-words";
import { editionName } from "@impactmonitor/views/practice-words";
import type { Desk } from "./desk.ts";
import { pictureWords, type PictureLook } from "./picture.ts";
import { locatorShapes } from "./pages/locator-shapes.ts";

/** Where an area lies in the country, as SVG; undefined when no map shows it. */
export function areaPicture(desk: Desk, area: Area, look: PictureLook): string | undefined {
  const { book, language } = desk;
  const shapes = locatorShapes(desk, area);
  if (!shapes) return undefined;
  const title =
    language === "nl" ? `Waar ligt ${areaLabel(area, language)}?` : `Where is ${areaLabel(area, language)}?`;
  const alternative =
    language === "nl"
      ? `Kaart van Nederland met een rand om het gebied: ${areaPhrase(area, language)}.`
      : `Map of the Netherlands with an edge around the area: ${areaPhrase(area, language)}.`;
  return pictureFile(
    { drawing: drawLocator(shapes, area.code, fileInk), unit: "", signs: [], legend: [], alternative },
    pictureWords(desk, look, title, [
      `${shapes.attribution[language].replace(/[^.]$/, "$&.")} Impactmonitor, ${editionName(book, language)}.`,
    ]),
  );
}
