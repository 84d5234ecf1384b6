import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import { comparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { compareLimits } from "@impactmonitor/views/comparison/compare-choice";
import { compareQuery, type CompareAsked } from "../compare-query.ts";
import type { Desk } from "../desk.ts";
import { CompareForm, figuresOf, municipalitiesWith } from "./compare-form.tsx";

const words = {
  title: { nl: "Gebieden vergelijken", en: "Compare areas" },
  lede: {
    nl: `Zet ${compareLimits.areas.fewest} tot ${compareLimits.areas.most} gebieden naast elkaar, in 1 tot ${compareLimits.indicators.most} cijfers. Bij elk verschil staat of het groter is dan toeval en de gewone verschillen tussen gebieden.`,
    en: `Set ${compareLimits.areas.fewest} to ${compareLimits.areas.most} areas side by side, in 1 to ${compareLimits.indicators.most} figures. Each difference says whether it is larger than chance and the ordinary differences between areas.`,
  },
  wrong: { nl: "Dit kan zo niet", en: "This can’t be done as it is" },
  start: { nl: "Begin met een groep", en: "Begin with a group" },
  themes: { nl: "Kies een thema", en: "Choose a theme" },
  themesHow: {
    nl: "Voor {areas}. Of kies hieronder losse cijfers.",
    en: "For {areas}. Or choose figures one by one below.",
  },
  oneArea: {
    nl: "U koos één gebied. Kies er nog minstens één bij; Nederland staat er altijd naast.",
    en: "You chose one area. Choose at least one more; the Netherlands always stands beside it.",
  },
  allRegions: { nl: "regio’s met cijfers", en: "regions with figures" },
  provinces: { nl: "provincies met cijfers", en: "provinces with figures" },
  parts: { nl: "landsdelen met cijfers", en: "parts of the country with figures" },
  nearest: {
    nl: "Een regio met de drie die er het meest op lijken",
    en: "A region with the three that are most like it",
  },
  nearestHow: {
    nl: "In wie er woont en hoe het gebied is, niet in de cijfers die u vergelijkt.",
    en: "In who lives there and what the area is like, not in the figures that you compare.",
  },
  nearestWhy: { nl: "Hoe dat is bepaald, en andere keuzes", en: "How that was determined, and other choices" },
  municipalities: { nl: "Gemeenten van een regio", en: "Municipalities of a region" },
  municipalitiesHow: {
    nl: "Van gemeenten zijn er weinig cijfers. Hier staan de regio’s met minstens twee gemeenten die er een hebben; het getal is hoeveel.",
    en: "There are few figures of municipalities. Here are the regions with at least two municipalities that have one; the number says how many.",
  },
  noMunicipalities: {
    nl: "In deze editie staan geen cijfers van gemeenten in {area}. Vergelijk de regio zelf, of kies een andere.",
    en: "This edition has no figures of municipalities in {area}. Compare the region itself, or choose another.",
  },
  manyMunicipalities: {
    nl: `Dit zijn {n} gemeenten; er passen er ${compareLimits.areas.most} naast elkaar. Kies hieronder welke.`,
    en: `These are {n} municipalities; ${compareLimits.areas.most} fit side by side. Choose which below.`,
  },
  self: { nl: "Kies zelf", en: "Choose yourself" },
} as const;

/** Where a comparison begins, or goes on when too little was chosen; what can't be read is said first. */
export function CompareChooserPage({ desk, asked }: { desk: Desk; asked: CompareAsked }) {
  const { say } = desk;
  const { within, areas, problems } = asked;
  return (
    <article class="compare">
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      {problems.length > 0 && (
        <div class="notice" role="alert">
          <p>
            <strong>{say(words.wrong)}</strong>
          </p>
          <ul>
            {problems.map((it) => (
              <li>{say(it)}</li>
            ))}
          </ul>
        </div>
      )}
      {within && municipalitiesWith(desk.book, within).length === 0 && (
        <p class="notice" role="note">
          {say(words.noMunicipalities).replace("{area}", areaLabel(within, desk.language))}
        </p>
      )}
      {within && municipalitiesWith(desk.book, within).length > compareLimits.areas.most && (
        <p class="notice" role="note">
          {say(words.manyMunicipalities).replace("{n}", String(municipalitiesWith(desk.book, within).length))}
        </p>
      )}
      {areas.length === 1 && (
        <p class="notice" role="note">
          {say(words.oneArea)}
        </p>
      )}
      {problems.length === 0 && areas.length > 1 && asked.indicators.length === 0 && (
        <Themes desk={desk} asked={asked} />
      )}
      {problems.length === 0 && areas.length < 2 && !within && <Starts desk={desk} asked={asked} />}
      <section aria-labelledby="zelf">
        <h2 id="zelf">{say(words.self)}</h2>
        <CompareForm desk={desk} asked={asked} />
      </section>
    </article>
  );
}

/** Areas were chosen: each theme with figures of them is a link. */
function Themes({ desk, asked }: { desk: Desk; asked: CompareAsked }) {
  const { say, language } = desk;
  const names =
    asked.areas.length > 4 ? String(asked.areas.length) : asked.areas.map((it) => areaLabel(it, language)).join(", ");
  const areas = asked.areas.length > 4 ? `${names} ${language === "nl" ? "gebieden" : "areas"}` : names;
  return (
    <section aria-labelledby="themas">
      <h2 id="themas">{say(words.themes)}</h2>
      <p>{say(words.themesHow).replace("{areas}", areas)}</p>
      <ThemeLinks desk={desk} areas={asked.areas} asked={asked} />
    </section>
  );
}

function ThemeLinks({ desk, areas, asked }: { desk: Desk; areas: readonly Area[]; asked: CompareAsked }) {
  const { say, book } = desk;
  const figures = figuresOf(book, areas);
  return (
    <ul class="columns">
      {book.catalogue.themes.flatMap((theme) => {
        const own = figures.filter((it) => it.theme === theme.id).slice(0, compareLimits.indicators.most);
        const indicators = own.map((indicator) => ({ indicator }));
        return own.length === 0
          ? []
          : [
              <li>
                <a
                  href={desk.link(
                    "compare",
                    undefined,
                    compareQuery({ ...asked, areas, indicators, within: undefined }),
                  )}
                >
                  {say(theme.shortTitle)}
                </a>{" "}
                <span class="fine">{own.length}</span>
              </li>,
            ];
      })}
    </ul>
  );
}

function Starts({ desk, asked }: { desk: Desk; asked: CompareAsked }) {
  const { say, book } = desk;
  const at = (level: "vt-region" | "province" | "landsdeel"): readonly Area[] =>
    book.areasAt(level, book.date).filter((it) => book.indicatorsOf(it.code).length > 0);
  const own = asked.areas[0];
  const groups = (
    [
      [words.allRegions, at("vt-region")],
      [words.provinces, at("province")],
      [words.parts, at("landsdeel")],
    ] as const
  ).filter(([, areas]) => areas.length > 1 && areas.length <= compareLimits.areas.most);
  const regions = book
    .areasAt("vt-region", book.date)
    .map((it) => ({ area: it, many: municipalitiesWith(book, it).length }));
  const inside = regions.filter((it) => it.many > 1);
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">{say(words.start)}</h2>
      {groups.map(([title, areas]) => (
        <>
          <h3>
            {capital(say(title))} <span class="h2-sub">{areas.length}</span>
          </h3>
          <ThemeLinks desk={desk} areas={ownFirst(own, areas)} asked={asked} />
        </>
      ))}
      <NearestStarts desk={desk} asked={asked} own={own} />
      {inside.length > 0 && (
        <>
          <h3>{say(words.municipalities)}</h3>
          <p>{say(words.municipalitiesHow)}</p>
          <ul class="columns">
            {inside.map(({ area, many }) => (
              <li>
                <a href={desk.link("compare", undefined, compareQuery({ ...asked, within: area }))}>{area.name}</a>{" "}
                <span class="fine">{many}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Each region, or only the one that was chosen, as a comparison with the three that are most like it. */
function NearestStarts({ desk, asked, own }: { desk: Desk; asked: CompareAsked; own: Area | undefined }) {
  const { say, book } = desk;
  const regions = own ? [own] : book.areasAt("vt-region", book.date);
  const groups = regions.flatMap((area) => {
    const near = comparableAreas(book, area, { count: 3 }).near.map((it) => it.area);
    return near.length > 0 ? [{ area, areas: [area, ...near] }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <>
      <h3>{say(words.nearest)}</h3>
      <p>
        {say(words.nearestHow)} <a href={desk.link("comparable")}>{say(words.nearestWhy)}</a>.
      </p>
      <ul class="columns">
        {groups.map(({ area, areas }) => (
          <li>
            <a href={desk.link("compare", undefined, compareQuery({ ...asked, areas }))}>
              {areaLabel(area, desk.language)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const ownFirst = (own: Area | undefined, areas: readonly Area[]): readonly Area[] =>
  own && areas.includes(own) ? [own, ...areas.filter((it) => it !== own)] : areas;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
