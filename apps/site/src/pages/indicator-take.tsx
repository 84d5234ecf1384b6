import type { Area } from "@impactmonitor/model/area";
import type { ContextSection } from "@impactmonitor/views/context/context-section";
import { formatDate } from "@impactmonitor/views/format";
import type { IndicatorView, LeadView } from "@impactmonitor/views/indicator-view";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Figure, Signs } from "../parts/figure.tsx";
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

export function Downloads({ desk, view, section }: { desk: Desk; view: IndicatorView; section?: ContextSection }) {
  const { say } = desk;
  if (view.options.areas.length === 0) return null;
  const query = {
    ...regionQuery(view.area),
    ...choiceQuery(view.choice),
    // No picture shows them.
    van: undefined,
    tot: undefined,
  };
  const file = (kind: string, extra: Record<string, string | undefined> = {}): string =>
    desk.link("indicator", `${view.indicator.id}.${kind}`, { ...extra });
  const beside = section?.chosen?.beside.measure;
  const charts: { key: string; label: string; naast?: string }[] = [
    ...(view.trend ? [{ key: "verloop", label: say(words.trend) }] : []),
    ...view.breakdowns.map((it) => ({ key: it.dimension, label: it.title })),
    ...(view.areas[0]?.map ? [{ key: "kaart", label: say(words.map) }] : []),
    ...(view.areas[0]?.strip ? [{ key: "verdeling", label: say(words.strip) }] : []),
    ...(beside ? [{ key: "omgeving", label: `${say(words.setting)}: ${say(beside.title)}`, naast: beside.id }] : []),
  ];
  return (
    <section class="downloads" aria-labelledby="mee">
      <h2 id="mee">{say(words.take)}</h2>
      <ul class="link-list">
        <li>
          <a href={file("csv")} download>
            {say(words.csv)}
          </a>
        </li>
        {charts.map((it) => (
          <li>
            {it.label}:{" "}
            <a href={file("svg", { ...query, grafiek: it.key, naast: it.naast })} download>
              SVG<span class="sr"> ({it.label})</span>
            </a>{" "}
            <a href={file("png", { ...query, grafiek: it.key, naast: it.naast })} download>
              PNG<span class="sr"> ({it.label})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line under a copied table: the source and the edition; each row may come from its own publication of it. */
export const tableSource = (desk: Desk, view: IndicatorView): string =>
  view.lead?.sourceLine ??
  `${view.source ? `${sourceWord(desk.book, desk.language)}: ${desk.say(view.source.title)}. ` : ""}Impactmonitor, ${editionName(desk.book, desk.language)}.`;

export const regionQuery = (area: Area) => ({ regio: area.level === "nation" ? undefined : areaParameter(area) });
