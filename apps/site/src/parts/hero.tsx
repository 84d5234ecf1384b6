import type { ComponentChildren } from "preact";
import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "../desk.ts";
import { hasGuide } from "../guide.ts";
import { AreaFinder } from "./area-finder.tsx";
import { RegionMap } from "./region-map.tsx";

/** Words beside the map of the regions. */
export const Hero = ({ desk, children }: { desk: Desk; children: ComponentChildren }) => (
  <section class="hero">
    <div class="hero-words">{children}</div>
    <div class="hero-map">
      <RegionMap desk={desk} />
    </div>
  </section>
);

interface WaysInProps {
  readonly desk: Desk;
  readonly nation: Text;
  readonly all: Text;
  readonly guide: Text;
}

/** The ways in of a first page: an area by its name, the whole country, all figures, or the guide; the links in the words of that page. */
export const WaysIn = ({ desk, nation, all, guide }: WaysInProps) => (
  <>
    <AreaFinder desk={desk} />
    <p class="actions">
      <a class="cta" href={desk.link("nation")}>
        {desk.say(nation)}
      </a>
      <a class="cta" href={desk.link("indicators")}>
        {desk.say(all)}
      </a>
      {hasGuide(desk.book) && (
        <a class="cta" href={desk.link("guide")}>
          {desk.say(guide)}
        </a>
      )}
    </p>
  </>
);
