import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import { formatDate } from "@impactmonitor/views/format";
import type { IndicatorView, LeadView } from "@impactmonitor/views/indicator-view";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { EmbedCode } from "../parts/embed-code.tsx";
import { indicatorDocument } from "../document-address.ts";
import { DocumentLinks } from "../parts/take-documents.tsx";
import { Figure, Signs } from "../parts/figure.tsx";
import type { Takeable } from "../parts/take-chart.tsx";
import { areaParameter } from "../paths.ts";
import { choiceQuery } from "../query.ts";
import { words } from "./indicator-words.ts";

export function Vintages({ desk, lead }: { desk: Desk; lead: LeadView }) {
  const { say, language } = desk;
  return (
    <section aria-labelledby="eerder">
      <h2 id="eerder">{say(words.vintages)}</h2>
      <p>{say(words.vintagesIntro)}</p>
      <ul>
        {lead.vintages.map((it) => (
          <li>
            <Figure desk={desk} it={{ ...lead.shown, cell: it.cell, rows: [it.row], derivation: undefined }} /> –{" "}
            {it.reading.url ? <a href={it.reading.url}>{it.reading.title}</a> : it.reading.title}
            {it.reading.published && ` (${formatDate(it.reading.published, language)})`}
          </li>
        ))}
      </ul>
      <Signs desk={desk} figures={lead.vintages.map((it) => ({ ...lead.shown, cell: it.cell }))} />
    </section>
  );
}

/** All values as a table; each chart has its own files under it. */
export function Downloads({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say } = desk;
  if (view.options.areas.length === 0) return null;
  return (
    <section class="downloads" aria-labelledby="mee">
      <h2 id="mee">{say(words.take)}</h2>
      <DocumentLinks
        desk={desk}
        kind="indicator"
        to={(format) => indicatorDocument(desk, view.indicator.id, view.area, format)}
        about={say(view.indicator.shortTitle)}
        without={["csv-excel", "csv-machine"]}
      />
      <ul class="link-list">
        <li>
          <a href={desk.link("indicator", `${view.indicator.id}.csv`)} download>
            {say(words.csv)}
          </a>
        </li>
      </ul>
      <details class="take-chart">
        <summary>{say(words.embedFigure)}</summary>
        <EmbedCode desk={desk} name={embedName(desk, view)} address={embedAddress(desk, view, {})} />
      </details>
    </section>
  );
}

/** What was chosen on the page, as its pictures and what is embedded of it must know. */
const chosenQuery = (view: IndicatorView): Readonly<Record<string, string | undefined>> => ({
  ...regionQuery(view.area),
  ...choiceQuery(view.choice),
  // No picture shows them.
  van: undefined,
  tot: undefined,
});

const embedAddress = (desk: Desk, view: IndicatorView, chart: Readonly<Record<string, string | undefined>>): string =>
  desk.link("embed", view.indicator.id, { ...chosenQuery(view), ...chart });

const embedName = (desk: Desk, view: IndicatorView): string =>
  `${desk.say(view.indicator.shortTitle)}, ${areaLabel(view.area, desk.language)}`;

/**
 * Where the files of a chart of this page are.
 * @param chart what `?grafiek=`, `?niveau=` and `?naast=` hold for it
 */
export const takeOf = (
  desk: Desk,
  view: IndicatorView,
  name: string,
  chart: { readonly grafiek: string; readonly niveau?: string; readonly naast?: string },
): Takeable => ({
  name: `${name}. ${embedName(desk, view)}`,
  file: (kind, look) =>
    desk.link("indicator", `${view.indicator.id}.${kind}`, { ...chosenQuery(view), ...chart, ...look }),
  embed: embedAddress(desk, view, chart),
});

/** The line under a copied table: the source and the edition; each row may come from its own publication of it. */
export const tableSource = (desk: Desk, view: IndicatorView): string =>
  view.lead?.sourceLine ??
  `${view.source ? `${sourceWord(desk.book, desk.language)}: ${desk.say(view.source.title)}. ` : ""}Impactmonitor, ${editionName(desk.book, desk.language)}.`;

export const regionQuery = (area: Area) => ({ regio: area.level === "nation" ? undefined : areaParameter(area) });
