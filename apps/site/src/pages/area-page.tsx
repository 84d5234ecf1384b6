import { drawMap } from "@impactmonitor/charts/map-chart";
import { pageInk } from "@impactmonitor/charts/ink";
import { drawSpark } from "@impactmonitor/charts/spark";
import { areaLabel, levelName } from "@impactmonitor/views/area-words";
import type { AreaRow, AreaView, ThemeGroup } from "@impactmonitor/views/area-view";
import { formatDate, formatNumber, unitPhrase } from "@impactmonitor/views/format";
import { ageOn, periodLabel } from "@impactmonitor/views/period-words";
import type { Shown } from "@impactmonitor/views/shown";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { copyable, Figure } from "../parts/figure.tsx";

const words = {
  intro: {
    nl: "{n} onderwerpen met cijfers, uit {sources}. Elk cijfer noemt zijn periode en bron.",
    en: "{n} subjects with figures, from {sources}. Every figure names its period and source.",
  },
  oneSource: { nl: "1 bron", en: "1 source" },
  sources: { nl: "{n} bronnen", en: "{n} sources" },
  none: {
    nl: "Voor dit gebied staan er nog geen cijfers in deze editie.",
    en: "This edition has no figures for this area yet.",
  },
  print: { nl: "Druk deze pagina af", en: "Print this page" },
  subject: { nl: "Onderwerp", en: "Subject" },
  figure: { nl: "Cijfer", en: "Figure" },
  nation: { nl: "Nederland", en: "Netherlands" },
  period: { nl: "Periode", en: "Period" },
  line: { nl: "Verloop", en: "Over time" },
  per: { nl: "per 10.000 inwoners", en: "per 10,000 inhabitants" },
  ofAll: { nl: "van alle {whole}", en: "of all {whole}" },
  elsewhere: {
    nl: "Er is hier nog weinig te zien. Wat u wel kunt gebruiken",
    en: "There is not much to see here yet. What you can use instead",
  },
  elsewhereMunicipalities: { nl: "Gemeenten met cijfers:", en: "Municipalities with figures:" },
  more: { nl: "en {n} andere waarden", en: "and {n} other values" },
  missing: { nl: "Geen cijfer voor {area}: {n} onderwerpen", en: "No figure for {area}: {n} subjects" },
  missingOne: { nl: "Geen cijfer voor {area}: 1 onderwerp", en: "No figure for {area}: 1 subject" },
  empty: { nl: "Thema’s zonder cijfer voor {area}", en: "Themes without a figure for {area}" },
  toTheme: { nl: "Landelijke cijfers en wat er ontbreekt", en: "National figures and what is missing" },
  insteadSee: { nl: "Wel voor", en: "There is one for" },
  context: { nl: "Over dit gebied", en: "About this area" },
  contextIntro: {
    nl: "Deze gegevens helpen om cijfers te plaatsen. Ze verklaren geen verschil.",
    en: "These data help to place figures. They don’t explain any difference.",
  },
  municipalities: { nl: "Gemeenten", en: "Municipalities" },
  municipalitiesIntro: {
    nl: "Een link betekent: deze editie heeft cijfers voor de gemeente. Voor alle gemeenten heeft StatLine cijfers van Veilig Thuis.",
    en: "A link means: this edition has figures for the municipality. StatLine has Veilig Thuis figures for all municipalities.",
  },
  kin: { nl: "Zie ook", en: "See also" },
  same: { nl: "zelfde gebied", en: "same territory" },
  changes: { nl: "Wat veranderde aan dit gebied", en: "What changed about this area" },
  ended: { nl: "Dit gebied bestaat niet meer sinds {date}.", en: "This area has not existed since {date}." },
  old: { nl: "oud cijfer: {age}", en: "old figure: {age}" },
  cohort: {
    second: {
      nl: "Deze regio deed mee aan het tweede cohortonderzoek naar uitkomsten na een melding (2016–2020).",
      en: "This region took part in the second cohort study of outcomes after a report (2016–2020).",
    },
    third: {
      nl: "Uitkomsten na een melding zijn in deze regio niet gemeten in het tweede cohortonderzoek. De regio zat in het derde (2021–2023).",
      en: "Outcomes after a report were not measured in this region in the second cohort study. The region was in the third (2021–2023).",
    },
  },
  approx: { nl: "opgeteld of gewogen uit gemeenten", en: "summed or weighted from municipalities" },
  onThisPage: { nl: "Op deze pagina", en: "On this page" },
  balance: {
    nl: "De meeste cijfers gaan over Veilig Thuis. Over hulp ná Veilig Thuis is weinig bekend.",
    en: "Most figures are about Veilig Thuis. Little is known about help after Veilig Thuis.",
  },
} as const;

/** Everything there is about one area, and what there is not. */
export function AreaPage({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  const { area, counts } = view;
  const shapes =
    area.level === "vt-region"
      ? desk.map(area.validTo ? "regions-2022" : "regions")
      : area.level === "province"
        ? desk.map("provinces")
        : undefined;
  const sources =
    counts.sources === 1 ? say(words.oneSource) : say(words.sources).replace("{n}", String(counts.sources));
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
              ? say(words.intro).replace("{n}", String(counts.indicators)).replace("{sources}", sources)
              : say(words.none)}{" "}
            {say(words.balance)}
          </p>
          {area.validTo && (
            <p class="notice" role="note">
              {say(words.ended).replace("{date}", formatDate(area.validTo, language))}
            </p>
          )}
          {view.cohort && <p class="fine">{say(words.cohort[view.cohort])}</p>}
          <p class="actions">
            <button type="button" class="nl-button nl-button--secondary" hidden data-print="">
              {say(words.print)}
            </button>
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
          <div class="locator" aria-hidden="true">
            <Locator desk={desk} view={view} shapes={shapes} />
          </div>
        )}
      </header>
      {counts.indicators < 4 && area.level !== "nation" && <Elsewhere desk={desk} view={view} />}
      {filled.map((it) => (
        <Theme desk={desk} view={view} group={it} />
      ))}
      {empty.length > 0 && (
        <section aria-labelledby="zonder-cijfers">
          <h2 id="zonder-cijfers">{say(words.empty).replace("{area}", areaLabel(area, language))}</h2>
          {empty.map((it) => (
            <EmptyTheme desk={desk} view={view} group={it} />
          ))}
        </section>
      )}
      {view.context.length > 0 && <Context desk={desk} view={view} />}
      {view.municipalities.length > 0 && (
        <section aria-labelledby="gemeenten">
          <h2 id="gemeenten">{say(words.municipalities)}</h2>
          <p>{say(words.municipalitiesIntro)}</p>
          <ul class="columns">
            {view.municipalities.map((it) => (
              <li>{view.municipalitiesWithFigures.has(it.code) ? <a href={desk.toArea(it)}>{it.name}</a> : it.name}</li>
            ))}
          </ul>
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
    </article>
  );
}

const isEqual = (desk: Desk, a: string, b: string): boolean =>
  desk.book.catalogue.equalTerritories.some((pair) => pair.includes(a) && pair.includes(b));

function Locator({ desk, view, shapes }: { desk: Desk; view: AreaView; shapes: NonNullable<ReturnType<Desk["map"]>> }) {
  const areas = shapes.shapes.map((it) => ({
    code: it.code,
    label: it.code,
    short: "",
    text: "",
    class: "no-figure" as const,
    chosen: it.code === view.area.code,
  }));
  const drawing = drawMap({ areas }, shapes, pageInk);
  const html = `<svg class="chart chart-locator" viewBox="0 0 ${drawing.width} ${drawing.height}">${drawing.body.replace(/ data-l="[^"]*"/g, "")}</svg>`;
  return (
    <>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <p class="fine">{desk.say(shapes.attribution)}</p>
    </>
  );
}

function Theme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say, language } = desk;
  const { theme, rows, missing } = group;
  const name = areaLabel(view.area, language);
  const compare = view.area.level !== "nation";
  return (
    <section class="theme" aria-labelledby={theme.id}>
      <h2 id={theme.id}>
        <a href={desk.link("theme", theme.id)}>{say(theme.title)}</a>
      </h2>
      {rows.length > 0 && (
        <table class="utrecht-table figures stack" {...copyable(desk, copySource(desk, rows))}>
          <caption class="sr">{say(theme.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.subject)}</th>
              <th scope="col" class="num">
                {say(words.figure)}
              </th>
              {compare && (
                <th scope="col" class="num">
                  {say(words.nation)}
                </th>
              )}
              <th scope="col">{say(words.period)}</th>
              <th scope="col" class="col-spark">
                {say(words.line)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((it) => (
              <Row desk={desk} view={view} row={it} compare={compare} />
            ))}
          </tbody>
        </table>
      )}
      {missing.length > 0 && (
        <details class="missing">
          <summary>
            {(missing.length === 1 ? say(words.missingOne) : say(words.missing))
              .replace("{area}", name)
              .replace("{n}", String(missing.length))}
          </summary>
          <Missing desk={desk} view={view} missing={missing} />
        </details>
      )}
    </section>
  );
}

/** The sources of a table's rows, each once, and the edition. */
function copySource(desk: Desk, rows: readonly AreaRow[]): string {
  const titles = [...new Set(rows.map((it) => it.shown.reading.title))];
  const { id } = desk.book;
  return desk.language === "nl"
    ? `Bron: ${titles.join("; ")}. Impactmonitor, editie ${id}.`
    : `Source: ${titles.join("; ")}. Impactmonitor, edition ${id}.`;
}

/** Where a visitor can go on when this edition holds little about an area. */
function Elsewhere({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language, book } = desk;
  const municipalities = view.municipalities.filter((it) => view.municipalitiesWithFigures.has(it.code));
  const wider = view.kin.filter((it) => book.indicatorsOf(it.code).length > view.counts.indicators);
  const tables =
    book.sources
      .get("veilig-thuis")
      ?.links.filter((it) => it.url.includes("statline"))
      .slice(0, 4) ?? [];
  return (
    <section class="notice elsewhere" aria-labelledby="elders">
      <h2 id="elders">{say(words.elsewhere)}</h2>
      <ul>
        {tables.map((it) => (
          <li>
            <a href={it.url}>{say(it.title)}</a>
          </li>
        ))}
        {municipalities.length > 0 && (
          <li>
            {say(words.elsewhereMunicipalities)}{" "}
            {municipalities.map((it, i) => (
              <>
                {i > 0 && ", "}
                <a href={desk.toArea(it)}>{it.name}</a>
              </>
            ))}
          </li>
        )}
        {wider.map((it) => (
          <li>
            <a href={desk.toArea(it)}>{areaLabel(it, language)}</a>
          </li>
        ))}
        <li>
          <a href={desk.link("nation")}>{say(words.nation)}</a>
        </li>
      </ul>
    </section>
  );
}

/** A theme of which this area has no figure at all: one line, with the reasons behind it. */
function EmptyTheme({ desk, view, group }: { desk: Desk; view: AreaView; group: ThemeGroup }) {
  const { say } = desk;
  return (
    <details class="missing" id={group.theme.id}>
      <summary>{say(group.theme.title)}</summary>
      {group.theme.gap && <p>{say(group.theme.gap)}</p>}
      <p>
        <a href={desk.link("theme", group.theme.id)}>{say(words.toTheme)}</a>
      </p>
      <Missing desk={desk} view={view} missing={group.missing} />
    </details>
  );
}

function Missing({ desk, view, missing }: { desk: Desk; view: AreaView; missing: ThemeGroup["missing"] }) {
  const { say, language } = desk;
  const regio = view.area.level === "nation" ? undefined : areaParameter(view.area);
  return (
    <dl>
      {missing.map((it) => (
        <div>
          <dt>
            <a href={desk.link("indicator", it.indicator.id, { regio })}>{say(it.indicator.shortTitle)}</a>
          </dt>
          <dd>
            {say(it.why)}{" "}
            {it.instead && (
              <>
                {say(words.insteadSee)}{" "}
                <a href={desk.link("indicator", it.indicator.id)}>{areaLabel(it.instead, language)}</a>.
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ desk, view, row, compare }: { desk: Desk; view: AreaView; row: AreaRow; compare: boolean }) {
  const { say, language } = desk;
  const { indicator, shown } = row;
  const source = indicator.source ? desk.book.sources.get(indicator.source) : undefined;
  const years = Number(desk.book.date.slice(0, 4)) - Number(shown.period.slice(0, 4));
  const unit = shown.measure === "percent" ? "" : unitPhrase(indicator, shown.measure, language);
  const per = (it: Shown): string =>
    it.derivation?.kind === "share"
      ? say(words.ofAll).replace("{whole}", it.derivation.wholeIndicator.unit[language])
      : say(words.per);
  return (
    <tr>
      <th scope="row">
        <a
          href={desk.link("indicator", indicator.id, {
            regio: view.area.level === "nation" ? undefined : areaParameter(view.area),
          })}
        >
          {say(indicator.shortTitle)}
        </a>
        {row.category && <span class="category">{row.category}</span>}
        {row.others > 0 && row.category && (
          <span class="fine block">{say(words.more).replace("{n}", String(row.others))}</span>
        )}
      </th>
      <td class="num" data-label={say(words.figure)}>
        <span class="big">
          <Figure desk={desk} it={shown} />
        </span>
        <span class="unit">{unit}</span>
        {row.relative && (
          <span class="unit block">
            <Figure desk={desk} it={row.relative} /> {per(row.relative)}
          </span>
        )}
      </td>
      {compare && (
        <td class="num" data-label={say(words.nation)}>
          {row.nation ? (
            <>
              <Figure desk={desk} it={row.nation} />
              {row.relative && <span class="unit block">{per(row.relative)}</span>}
            </>
          ) : (
            <span aria-hidden="true">–</span>
          )}
        </td>
      )}
      <td data-label={say(words.period)}>
        {periodLabel(shown.period, language)}
        {years >= 5 && (
          <span class="fine block">
            {say(words.old).replace("{age}", ageOn(shown.period, desk.book.date, language))}
          </span>
        )}
        {source && (
          <a class="fine block" href={desk.link("source", source.id)}>
            {say(source.shortTitle)}
          </a>
        )}
      </td>
      <td class="col-spark">
        {row.spark.length > 1 && <span dangerouslySetInnerHTML={{ __html: drawSpark(row.spark) }} />}
      </td>
    </tr>
  );
}

function Context({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  return (
    <section aria-labelledby="over-dit-gebied">
      <h2 id="over-dit-gebied">{say(words.context)}</h2>
      <p>{say(words.contextIntro)}</p>
      <dl class="context">
        {view.context.map(({ variable, value, nation }) => (
          <div>
            <dt>{say(variable.title)}</dt>
            <dd>
              <span class="big">{formatNumber(value.value, variable.decimals, language)}</span> {say(variable.unit)}
              <span class="fine block">
                {nation && (
                  <>
                    {say(words.nation)}: {formatNumber(nation.value, variable.decimals, language)}.{" "}
                  </>
                )}
                {value.year}, <a href={variable.table.url}>{variable.table.id}</a>
                {value.status === "approximation" && ` (${say(words.approx)})`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
