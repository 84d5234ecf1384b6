import { closeUp } from "@impactmonitor/charts/close-up";
import { pageInk } from "@impactmonitor/charts/ink";
import { drawMap } from "@impactmonitor/charts/map-chart";
import type { AreaView } from "@impactmonitor/views/area-view";
import type { Desk } from "../desk.ts";
import { marked } from "./marked.ts";

const words = {
  figures: { nl: "cijfers in deze editie", en: "figures in this edition" },
  none: { nl: "geen cijfers in deze editie", en: "no figures in this edition" },
} as const;

/**
 * The municipalities of an area, to choose from; the list beside it holds the same names and links. Only with official
 * boundaries: seen from this near, our schematic ones would look like borders that nobody knows.
 */
export function MunicipalityMap({ desk, view }: { desk: Desk; view: AreaView }) {
  const whole = desk.map("municipalities");
  const shapes = whole?.kind === "official" && closeUp(whole, new Set(view.municipalities.map((it) => it.code)));
  if (!shapes) return null;
  const areas = view.municipalities.map((it) => {
    const filled = view.municipalitiesWithFigures.has(it.code);
    return {
      code: it.code,
      label: it.name,
      short: it.name,
      text: desk.say(filled ? words.figures : words.none),
      class: filled ? 1 : ("no-figure" as const),
      chosen: false,
      ...(filled ? { href: desk.toArea(it) } : {}),
    };
  });
  const { width, height, body } = marked(desk, drawMap({ areas }, shapes, pageInk));
  const html = `<svg class="chart chart-parts" viewBox="0 0 ${width} ${height}" aria-hidden="true">${body}</svg>`;
  return (
    <div class="parts-map" data-chart="choose">
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <p class="fine">{desk.say(shapes.attribution)}</p>
    </div>
  );
}
