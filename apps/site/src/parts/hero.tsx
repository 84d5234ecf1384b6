import type { ComponentChildren } from "preact";
import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "../desk.ts";
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

/** The ways in of a first page: an area by its name, the whole country, or all figures; the links in the words of that page. */
export const WaysIn = ({ desk, nation, all }: { desk: Desk; nation: Text; all: Text }) => (
  <>
    <AreaFinder desk={desk} />
    <p class="actions">
      <a class="cta" href={desk.link("nation")}>
        {desk.say(nation)}
      </a>
      <a class="cta" href={desk.link("indicators")}>
        {desk.say(all)}
      </a>
    </p>
  </>
);
