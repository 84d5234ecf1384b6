import type { Area } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { CompareView } from "@impactmonitor/views/comparison/compare-view";

/** How an area is called among these: by name alone where all are of one kind. */
export type Namer = (area: Area) => string;

export const namer =
  ({ levels }: Pick<CompareView, "levels">, language: Language): Namer =>
  (area) =>
    levels.length === 1 ? area.name : areaLabel(area, language);
