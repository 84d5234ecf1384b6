import type { Area } from "@impactmonitor/model/area";
import type { Desk } from "../desk.ts";
import { AreaFinder } from "../parts/area-finder.tsx";
import { Hero } from "../parts/hero.tsx";

const words = {
  title: { nl: "Kies een gebied", en: "Choose an area" },
  regions: { nl: "Regio’s van Veilig Thuis", en: "Veilig Thuis regions" },
  provinces: { nl: "Provincies", en: "Provinces" },
  parts: { nl: "Landsdelen", en: "Parts of the country" },
  municipalities: { nl: "Gemeenten met cijfers in deze editie", en: "Municipalities with figures in this edition" },
  corop: { nl: "COROP-gebieden met cijfers", en: "COROP areas with figures" },
  former: { nl: "Regio’s die zijn opgegaan in een andere", en: "Regions that were merged into another" },
  subjects: { nl: "onderwerpen met cijfers", en: "subjects with figures" },
  explain: {
    nl: "De regio’s zijn de werkgebieden van de Veilig Thuis-organisaties. Ze vallen niet altijd samen met provincies of politieregio’s.",
    en: "The regions are the working areas of the Veilig Thuis organisations. They don’t always coincide with provinces or police regions.",
  },
} as const;

/** All areas that have a page, with how much there is to see on each. */
export function RegionsPage({
  desk,
  value,
  invalid,
  suggestions,
  question,
}: {
  desk: Desk;
  value?: string;
  invalid?: string;
  suggestions?: readonly { href: string; label: string }[];
  /** The question for which an area is looked for. */
  question?: string;
}) {
  const { say, book } = desk;
  const filled = (level: "landsdeel" | "corop" | "municipality") =>
    book.areasAt(level, book.date).filter((it) => book.indicatorsOf(it.code).length > 0);
  const former = [
    ...new Map(
      book.catalogue.areas.filter((it) => it.level === "vt-region").map((it) => [it.code as string, it]),
    ).keys(),
  ]
    .flatMap((code) => book.area(code) ?? [])
    .filter((it) => it.validTo !== undefined);
  const list = (areas: readonly Area[], counts = false) => (
    <ul class="columns">
      {areas.map((it) => (
        <li>
          <a href={desk.toArea(it)}>{it.name}</a>
          {counts && <span class="fine"> {book.indicatorsOf(it.code).length}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Hero desk={desk}>
        <h1>{say(words.title)}</h1>
        <AreaFinder desk={desk} value={value} invalid={invalid} question={question} />
        {suggestions && suggestions.length > 0 && (
          <ul class="suggestions">
            {suggestions.map((it) => (
              <li>
                <a href={it.href}>{it.label}</a>
              </li>
            ))}
          </ul>
        )}
      </Hero>
      <section aria-labelledby="regios">
        <h2 id="regios">{say(words.regions)}</h2>
        <p>
          {say(words.explain)} <span class="fine">({say(words.subjects)})</span>
        </p>
        {list(book.areasAt("vt-region", book.date), true)}
      </section>
      <section aria-labelledby="provincies">
        <h2 id="provincies">{say(words.provinces)}</h2>
        {list(book.areasAt("province", book.date), true)}
      </section>
      <section aria-labelledby="landsdelen">
        <h2 id="landsdelen">{say(words.parts)}</h2>
        {list(filled("landsdeel"), true)}
      </section>
      <section aria-labelledby="gemeenten">
        <h2 id="gemeenten">{say(words.municipalities)}</h2>
        {list(filled("municipality"), true)}
      </section>
      {filled("corop").length > 0 && (
        <section aria-labelledby="corop">
          <h2 id="corop">{say(words.corop)}</h2>
          {list(filled("corop"))}
        </section>
      )}
      {former.length > 0 && (
        <section aria-labelledby="vroeger">
          <h2 id="vroeger">{say(words.former)}</h2>
          {list(former)}
        </section>
      )}
    </>
  );
}
