import type { Area } from "@impactmonitor/model/area";
import { areaLabel, levelNames } from "@impactmonitor/views/area-words";
import type { ComparableAreas, ComparableChoice } from "@impactmonitor/views/comparison/comparable-areas";
import {
  differenceLimits,
  inSentence,
  likenessLimits,
  likenessWords,
  whyNear,
} from "@impactmonitor/views/comparison/near-words";
import { formatList, formatNumber } from "@impactmonitor/views/format";
import { successors } from "@impactmonitor/views/succession";
import { comparableQuery } from "../comparable-query.ts";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { AreaChoice, ChoiceForm } from "./comparable-form.tsx";
import { DifferenceTables } from "./comparable-tables.tsx";
import { TraitCharts } from "./comparable-traits.tsx";
import { words } from "./comparable-words.ts";

/** The areas most like one area, why, and how the visitor can choose otherwise. No order of merit anywhere. */
export function ComparablePage({
  desk,
  view,
  choice,
}: {
  desk: Desk;
  view: ComparableAreas | undefined;
  choice: ComparableChoice;
}) {
  const { say } = desk;
  if (!view) return <Start desk={desk} />;
  return (
    <article class="comparable">
      <p class="eyebrow">{say(words.eyebrow)}</p>
      <h1>{heading(desk, view.area)}</h1>
      {view.reason ? <NothingFound desk={desk} view={view} /> : <Found desk={desk} view={view} />}
      <Chosen desk={desk} view={view} />
      {view.near.length > 0 && <CompareLink desk={desk} view={view} />}
      {view.traits.length > 0 && view.reason !== "ended" && <ChoiceForm desk={desk} view={view} />}
      {view.near.length > 0 && (
        <>
          <DifferenceTables desk={desk} view={view} />
          <TraitCharts desk={desk} view={view} choice={choice} />
          <How desk={desk} />
        </>
      )}
      <section aria-labelledby="ander-gebied" class="no-print">
        <h2 id="ander-gebied">{say(words.another)}</h2>
        <AreaChoice desk={desk} area={view.area} choice={choice} />
      </section>
    </article>
  );
}

function Start({ desk }: { desk: Desk }) {
  const { say } = desk;
  return (
    <article class="comparable">
      <h1>{say(words.choose)}</h1>
      <p class="lede">{say(words.chooseLede)}</p>
      {desk.book.catalogue.traits.length === 0 && (
        <p class="notice" role="note">
          {say(words.reasons["no-traits"])}
        </p>
      )}
      <AreaChoice desk={desk} choice={{}} />
    </article>
  );
}

/** "Regio’s die lijken op Drenthe": the level is said once. */
function heading(desk: Desk, area: Area): string {
  const many = levelNames(area.level)[desk.language];
  return desk
    .say(words.heading)
    .replace("{areas}", many.charAt(0).toUpperCase() + many.slice(1))
    .replace("{area}", area.name);
}

function Found({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, language } = desk;
  return (
    <>
      <p class="lede">{say(words.lede).replace("{area}", view.area.name)}</p>
      {desk.book.kind === "practice" && <p class="fine">{say(words.inPractice)}</p>}
      <ul class="near-list">
        {view.near.map((it) => (
          <li>
            <p>
              <strong>
                <AreaName desk={desk} area={it.area} />
              </strong>{" "}
              {likenessWords(it, view.area.name, language)}.
            </p>
            <p class="fine">{whyNear(it, language)}</p>
          </li>
        ))}
      </ul>
      <p>{say(words.notRank)}</p>
      <Unknown desk={desk} view={view} />
    </>
  );
}

/** A link; of a municipality only where there are figures to see, as in every list of them. */
const AreaName = ({ desk, area }: { desk: Desk; area: Area }) =>
  area.level !== "municipality" || desk.book.indicatorsOf(area.code).length > 0 ? (
    <a href={desk.toArea(area)}>{area.name}</a>
  ) : (
    <>{area.name}</>
  );

function NothingFound({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, book } = desk;
  const heirs = view.reason === "ended" ? successors(book, view.area).filter((it) => it.code !== view.area.code) : [];
  return (
    <>
      <p class="notice" role="status">
        {say(words.reasons[view.reason ?? "none-left"])}
      </p>
      {heirs.length > 0 && (
        <ul class="link-list">
          {heirs.map((it) => (
            <li>
              <a href={desk.link("comparable", undefined, { regio: areaParameter(it) })}>
                {areaLabel(it, desk.language)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Unknown desk={desk} view={view} />
    </>
  );
}

/** Traits that are not known: said, since they would have counted. */
function Unknown({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, language } = desk;
  const titles = (traits: ComparableAreas["absent"]): string =>
    formatList(
      traits.map((it) => inSentence(say(it.title))),
      language,
    );
  return (
    <>
      {view.absent.length > 0 && view.traits.length > 0 && (
        <p class="fine">
          {say(words.absent)
            .replace("{areas}", levelNames(view.area.level)[language])
            .replace("{traits}", titles(view.absent))}
        </p>
      )}
      {view.unknownHere.length > 0 && view.reason !== "ended" && (
        <p class="fine">
          {say(words.unknownHere).replace("{area}", view.area.name).replace("{traits}", titles(view.unknownHere))}
        </p>
      )}
    </>
  );
}

/** What the visitor changed stays in sight: a list that was chosen is not the usual one. */
function Chosen({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, language } = desk;
  const weighed = ([0, 2, 1] as const).flatMap((weight) => {
    const titles = view.traits
      .filter((it) => it.chosen && it.weight === weight)
      .map((it) => inSentence(say(it.column.trait.title)));
    const text = { 0: words.leftOut, 1: words.plain, 2: words.heavy }[weight];
    return titles.length === 0 ? [] : [say(text).replace("{traits}", formatList(titles, language))];
  });
  const areas = view.without.map((it) => it.name);
  const all = [
    ...weighed,
    ...(areas.length === 0 ? [] : [say(words.without).replace("{areas}", formatList(areas, language))]),
  ];
  if (all.length === 0) return null;
  return (
    <div class="notice chosen" role="note">
      <strong>{say(words.chosen)}</strong>
      <ul>
        {all.map((it) => (
          <li>{it}</li>
        ))}
      </ul>
      <a href={desk.link("comparable", undefined, { regio: areaParameter(view.area) })}>{say(words.again)}</a>
    </div>
  );
}

function CompareLink({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const areas = [view.area, ...view.near.map((it) => it.area)].map(areaParameter).join(",");
  return (
    <p class="actions">
      <a class="nl-button nl-button--primary" href={desk.link("compare", undefined, { gebieden: areas })}>
        {desk.say(words.compare)}
      </a>
    </p>
  );
}

function How({ desk }: { desk: Desk }) {
  const { say, language } = desk;
  const limits = { ...differenceLimits, ...likenessLimits };
  const text = Object.entries(limits).reduce(
    (sum, [name, limit]) =>
      sum.replace(`{${name}}`, formatNumber(limit, Number.isInteger(limit * 10) ? 1 : 2, language)),
    say(words.howText),
  );
  return (
    <section aria-labelledby="hoe">
      <h2 id="hoe">{say(words.how)}</h2>
      <p>{text}</p>
    </section>
  );
}

/** The three nearest on the page of an area, and where to see in what. Nothing where none are known. */
export function ComparableOnArea({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, language, book } = desk;
  if (view.near.length === 0) return null;
  return (
    <section aria-labelledby="vergelijkbaar">
      <h2 id="vergelijkbaar">{say(words.onArea)}</h2>
      <p>{say(words.onAreaIntro).replace("{area}", areaLabel(view.area, language))}</p>
      <ul class="near-list">
        {view.near.map((it) => (
          <li>
            <AreaName desk={desk} area={it.area} />. <span class="fine">{whyNear(it, language)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={desk.link("comparable", undefined, { ...comparableQuery(book, view.area, {}) })}>
          {say(words.onAreaMore)}
        </a>
      </p>
    </section>
  );
}
