import type { Area } from "@impactmonitor/model/area";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import type { Desk } from "../desk.ts";

/** The map on which an area's place in the country is shown; of a region that is no more, the map of its time. */
export function locatorShapes(desk: Pick<Desk, "map">, area: Area): MapShapes | undefined {
  if (area.level === "vt-region") return desk.map(area.validTo ? "regions-2022" : "regions");
  return area.level === "province" ? desk.map("provinces") : undefined;
}
