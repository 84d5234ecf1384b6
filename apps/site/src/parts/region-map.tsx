import { pageInk } from "@impactmonitor/charts/ink";
import { drawMap } from "@impactmonitor/charts/map-chart";
import { lighter } from "@impactmonitor/charts/outline";
import { counted, nouns } from "@impactmonitor/views/counted";
import type { Desk } from "../desk.ts";
import { marked } from "./marked.ts";

const words = {
  withFigures: { nl: "{subjects} met cijfers", en: "{subjects} with figures" },
} as const;

/** The regions as a map to choose from; the list beside it holds the same links for keyboard and screen reader. */
export function RegionMap({ desk }: { desk: Desk }) {
  const whole = desk.map("regions");
  if (!whole) return null;
  const shapes = lighter(whole);
  const areas = shapes.shapes.flatMap((it) => {
    const area = desk.book.area(it.code);
    if (!area) return [];
    const n = desk.book.indicatorsOf(area.code).length;
    const text = desk.say(words.withFigures).replace("{subjects}", counted(n, nouns.subject, desk.language));
    return [
      {
        code: area.code,
        label: area.name,
        short: area.name,
        text,
        class: "no-figure" as const,
        chosen: false,
        href: desk.toArea(area),
      },
    ];
  });
  const drawing = marked(desk, drawMap({ areas }, shapes, pageInk));
  const html = `<svg class="chart chart-choose" viewBox="0 0 ${drawing.width} ${drawing.height}" aria-hidden="true">${drawing.body}</svg>`;
  return (
    <div class="region-map" data-chart="choose">
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <p class="fine">{desk.say(shapes.attribution)}</p>
    </div>
  );
}
