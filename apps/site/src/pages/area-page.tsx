import { pageInk } from "@impactmonitor/charts/ink";
import { drawLocator } from "@impactmonitor/charts/locator";
import type { AreaView } from "@impactmonitor/views/area-view";
import { areaInText, areaLabel, levelName } from "@impactmonitor/views/area-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import { formatDate } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { NotesOnArea } from "../parts/area-notes.tsx";
import { marked } from "../parts/marked.ts";
import { MunicipalityMap } from "../parts/municipality-map.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { SuccessionNote } from "../parts/succession.tsx";
import { areaParameter } from "../paths.ts";
import { Context } from "./area-context.tsx";
import { Elsewhere } from "./area-surroundings.tsx";
import { Theme, EmptyTheme, hasFew } from "./area-themes.tsx";
import { words } from "./area-words.ts";
import { locatorShapes } from "./locator-shapes.ts";
import { TakeArea, ToTakeArea } from "./area-take.tsx";
import { ComparableOnArea } from "./comparable-page.tsx";

/** Everything there is about one area, and what there is not. */
export function AreaPage({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  const { area, counts } = view;
  const shapes = locatorShapes(desk, area);
  const filled = view.themes.filter((it) => it.rows.length > 0);
  const empty = view.themes.filter((it) => it.rows.length === 0);
  return (
    <article class="area">
      <header class="area-head">
        <div>
          <p class="eyebrow">{area.level === "nation" ? "" : levelName(area.level)[language]}</p>
          <h1>{area.level === "nation" ? areaLabel(area, language) : area.name}</h1>
          <p class="lede">
            {counts.indicators > 0
              ? say(words.intro)
                  .replace("{subjects}", counted(counts.indicators, nouns.subject, language))
                  .replace("{sources}", counted(counts.sources, nouns.source, language))
              : say(words.none)}{" "}
            <Explained desk={desk} text={counts.indicators > 0 ? words.balance : words.noneBut} />
          </p>
          <SuccessionNote desk={desk} view={view} />
          {view.cohort && (
            <p class="fine">
              <Explained desk={desk} text={words.cohort[view.cohort]} />
            </p>
          )}
          <p class="actions">
            <PrintButton desk={desk} look="nl-button nl-button--secondary" />
            <ToTakeArea desk={desk} view={view} />
          </p>
          {filled.length > 1 && <Begin desk={desk} view={view} />}
          <p>
            <a href={desk.link("questions", undefined, { regio: areaParameter(area) })}>{say(words.questions)}</a>
          </p>
          {filled.length > 1 && (
            <nav class="toc" aria-label={say(words.onThisPage)}>
              <ul>
                {filled.map((it) => (
                  <li>
                    <a href={`#${it.theme.id}`}>{say(it.theme.shortTitle)}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        {shapes && (
          <div class="locator">
            <div aria-hidden="true">
              <Locator desk={desk} view={view} shapes={shapes} />
            </div>
          </div>
        )}
      </header>
      <NotesOnArea desk={desk} area={area} notes={view.notes} />
      {filled.map((it) => (
        <Theme desk={desk} view={view} group={it} />
      ))}
      {hasFew(view) && <Elsewhere desk={desk} view={view} />}
      {empty.length > 0 && (
        <section aria-labelledby="zonder-cijfers">
          <h2 id="zonder-cijfers">{say(words.empty).replace("{area}", areaInText(area, language))}</h2>
          {empty.map((it) => (
            <EmptyTheme desk={desk} view={view} group={it} />
          ))}
        </section>
      )}
      {view.context.groups.length > 0 && <Context desk={desk} view={view} />}
      {view.comparable && <ComparableOnArea desk={desk} view={view.comparable} />}
      {view.municipalities.length > 0 && (
        <section aria-labelledby="gemeenten">
          <h2 id="gemeenten">{say(words.municipalities)}</h2>
          <p>{say(words.municipalitiesIntro)}</p>
          <div class="with-map">
            <MunicipalityMap desk={desk} view={view} />
            <ul class="columns">
              {view.municipalities.map((it) => (
                <li>
                  {view.municipalitiesWithFigures.has(it.code) ? <a href={desk.toArea(it)}>{it.name}</a> : it.name}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {view.kin.length > 0 && (
        <section aria-labelledby="zie-ook">
          <h2 id="zie-ook">{say(words.kin)}</h2>
          <ul class="link-list">
            {view.kin.map((it) => (
              <li>
                <a href={desk.toArea(it)}>{areaLabel(it, language)}</a>
                {isEqual(desk, area.code, it.code) && ` (${say(words.same)})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.changes.length > 0 && (
        <section aria-labelledby="veranderd">
          <h2 id="veranderd">{say(words.changes)}</h2>
          <dl class="facts">
            {view.changes.map((it) => (
              <div>
                <dt>
                  {formatDate(it.date, language)}: {say(it.title)}
                </dt>
                <dd>{say(it.text)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <TakeArea desk={desk} view={view} />
    </article>
  );
}

/** Where to begin reading, and on which page when the first theme has nothing for this area. */
function Begin({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say } = desk;
  const [first] = view.themes;
  return (
    <p class="begin">
      {first?.rows.length === 0 && (
        <>
          {say(words.beginNation)} <a href={desk.link("theme", first.theme.id)}>{say(first.theme.shortTitle)}</a>.{" "}
        </>
      )}
      {say(words.begin)}
    </p>
  );
}

const isEqual = (desk: Desk, a: string, b: string): boolean =>
  desk.book.catalogue.equalTerritories.some((pair) => pair.includes(a) && pair.includes(b));

function Locator({ desk, view, shapes }: { desk: Desk; view: AreaView; shapes: NonNullable<ReturnType<Desk["map"]>> }) {
  const { width, height, body } = marked(desk, drawLocator(shapes, view.area.code, pageInk));
  const html = `<svg class="chart chart-locator" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return (
    <>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <p class="fine">{desk.say(shapes.attribution)}</p>
    </>
  );
}
