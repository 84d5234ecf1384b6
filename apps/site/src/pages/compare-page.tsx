import type { Language } from "@impactmonitor/model/text";
import { compareForms } from "@impactmonitor/views/comparison/compare-choice";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import {
  alarmSentence,
  compareTitle,
  groupNotes,
  outlierNote,
  outliersOf,
} from "@impactmonitor/views/comparison/compare-words";
import { areaLabel } from "@impactmonitor/views/area-words";
import { directionOf, talkAbout } from "@impactmonitor/views/sentences/talk";
import { formatList } from "@impactmonitor/views/format";
import { compareChartKey } from "../compare-picture.ts";
import { compareQuery, type CompareAsked, type CompareLook } from "../compare-query.ts";
import type { Desk } from "../desk.ts";
import { compareDocument } from "../document-address.ts";
import { DocumentLinks } from "../parts/take-documents.tsx";
import { AreaNotes } from "../parts/area-notes.tsx";
import { Explained } from "../parts/explained.tsx";
import { Guards } from "../parts/guards.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { TalkSection } from "../parts/talk.tsx";
import { path, withQuery, inside } from "../paths.ts";
import { CompareContext } from "./compare-context.tsx";
import { CompareForm } from "./compare-form.tsx";
import { CompareFigure } from "./compare-figure.tsx";
import { HeatTable } from "./compare-heat.tsx";
import { namer, type Namer } from "./compare-names.ts";
import { words } from "./compare-page-words.ts";

interface Props {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly asked: CompareAsked;
}

/** As many cells as are read one by one; more are looked over first. */
const fewCells = 12;

/** What is seen first follows from how much was chosen: each figure by itself, or all in one table. */
export const usualLook = (areas: number, figures: number): CompareLook =>
  figures < 2 || (figures <= 3 && areas * figures <= fewCells) ? "figures" : "overview";

/** Areas side by side in one figure or more, with what may be said of the differences. */
export function ComparePage({ desk, view, asked }: Props) {
  const { say, language } = desk;
  const { columns } = view;
  const look = asked.look ?? usualLook(view.areas.length, columns.length);
  const name = namer(view, language);
  const notes = groupNotes(view, language);
  const outliers =
    look === "overview"
      ? columns.flatMap((it) => {
          const areas = outliersOf(it, name, language);
          return areas ? [`${say(it.indicator.shortTitle)}, ${areas}`] : [];
        })
      : [];
  return (
    <article class="compare">
      <p class="eyebrow">
        <a href={desk.link("compare")}>{say(words.crumb)}</a>
      </p>
      <h1>{compareTitle(view, language)}</h1>
      <Switches desk={desk} view={view} asked={asked} look={look} />
      {notes.length > 0 && (
        <div class="notice" role="note">
          {notes.map((it) => (
            <p>
              <Explained desk={desk} text={it} />
            </p>
          ))}
        </div>
      )}
      {look === "figures" &&
        columns.map((it, i) => (
          <CompareFigure
            desk={desk}
            view={view}
            column={it}
            name={name}
            take={(chart, heading) => ({
              name: `${heading} ${say(it.indicator.shortTitle)}`,
              file: (kind, extra) => fileAddress(desk, asked, kind, { grafiek: compareChartKey(chart, i), ...extra }),
            })}
          />
        ))}
      {columns.length > 0 && (look === "overview" || (asked.look === undefined && columns.length > 1)) && (
        <HeatTable desk={desk} view={view} name={name} />
      )}
      <Guards desk={desk} figures={columns.flatMap((it) => it.cells.flatMap((cell) => cell.shown ?? []))} />
      <AreaNotes desk={desk} notes={notesIn(view)} />
      <Chance desk={desk} view={view} name={name} outliers={outliers} />
      {columns.length > 0 && <CompareContext desk={desk} view={view} name={name} />}
      <Without desk={desk} view={view} name={name} />
      {columns[0] && <TalkSection desk={desk} talk={talkOf(desk, columns[0])} id="gesprek" />}
      <section class="downloads" aria-labelledby="mee">
        <h2 id="mee">{say(words.takeAlong)}</h2>
        <p>{say(words.keep)}</p>
        <DocumentLinks
          desk={desk}
          kind="comparison"
          to={(format) => compareDocument(desk, asked, format)}
          about={compareTitle(view, desk.language)}
          without={["csv-excel", "csv-machine"]}
        />
        <ul class="link-list">
          <li>
            <a href={fileAddress(desk, asked, "csv")} download>
              {say(words.csv)}
            </a>
          </li>
        </ul>
        <details class="adjust">
          <summary>{say(words.change)}</summary>
          <CompareForm desk={desk} asked={asked} />
        </details>
      </section>
    </article>
  );
}

/** Each note once, also when it belongs to several figures. */
const notesIn = ({ columns }: CompareView) => [
  ...new Set(columns.flatMap((it) => it.cells.flatMap((cell) => cell.notes))),
];

/** What the first area may ask of the first figure, and whom to show it. */
const talkOf = ({ book, language }: Desk, { indicator, cells }: CompareColumn) =>
  talkAbout(book, indicator, directionOf(cells[0]?.national), language);

const fileAddress = (
  desk: Desk,
  asked: CompareAsked,
  kind: string,
  extra: Readonly<Record<string, string | undefined>> = {},
): string =>
  withQuery(inside(desk.book.kind, `${path(desk.language, "compare")}.${kind}`), {
    ...compareQuery({ ...asked, look: undefined, within: undefined }),
    ...extra,
    editie: desk.latest ? undefined : desk.book.id,
  });

/** Other ways to see the same: links, so that each has an address. */
function Switches({ desk, view, asked, look }: Props & { readonly look: CompareLook }) {
  const { say } = desk;
  const to = (more: Partial<CompareAsked>): string =>
    desk.link("compare", undefined, compareQuery({ ...asked, ...more }));
  return (
    <nav class="switches actions" aria-label={say(words.show)}>
      <ul>
        {compareForms.map((it) => (
          <li>
            <a href={to({ form: it })} aria-current={it === asked.form ? "true" : undefined}>
              {say(words.forms[it])}
            </a>
          </li>
        ))}
      </ul>
      {view.columns.length > 0 && (
        <ul>
          {(["overview", "figures"] as const).map((it) => (
            <li>
              <a href={to({ look: it })} aria-current={it === look ? "true" : undefined}>
                {say(words.looks[it])}
              </a>
            </li>
          ))}
        </ul>
      )}
      <PrintButton desk={desk} look="copy" />
    </nav>
  );
}

interface ChanceProps {
  readonly desk: Desk;
  readonly view: CompareView;
  readonly name: Namer;
  readonly outliers: readonly string[];
}

/** Of many comparisons some lie outside by chance: how many beside how many do, and what goes away by itself. */
function Chance({ desk, view, name, outliers }: ChanceProps) {
  const { say, language } = desk;
  const { alarms, alarmsBeside } = view;
  if (!alarms && !alarmsBeside && outliers.length === 0) return null;
  const first = name(view.areas[0]);
  const beside = {
    nl: words.chanceBeside.nl.replace("{area}", first),
    en: words.chanceBeside.en.replace("{area}", first),
  };
  return (
    <section aria-labelledby="toeval">
      <h2 id="toeval">{say(words.chance)}</h2>
      {alarms && <p>{alarmSentence(alarms, words.chanceNation, language)}</p>}
      {alarmsBeside && <p>{alarmSentence(alarmsBeside, beside, language)}</p>}
      {(alarms ?? alarmsBeside) && <p>{say(words.chanceNote)}</p>}
      {outliers.length > 0 && (
        <>
          <p>
            {say(words.outliersBelow)} {say(outlierNote)}
          </p>
          <ul>
            {outliers.map((it) => (
              <li>{it}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** With more areas than this a list of names is no help: the table shows which they are. */
const mostNames = 5;

function whoLack({ areas }: CompareView, list: readonly CompareCell[], name: Namer, language: Language): string {
  if (list.length > mostNames)
    return language === "nl"
      ? `${list.length} van de ${areas.length} gebieden`
      : `${list.length} of the ${areas.length} areas`;
  return formatList(
    list.map((it) => name(it.area)),
    language,
  );
}

/** What there is not, with the reason: of a figure for some of the areas, or for none. */
function Without({ desk, view, name }: { desk: Desk; view: CompareView; name: Namer }) {
  const { say, language } = desk;
  const lines = view.columns.flatMap(({ indicator, cells }) =>
    [
      ...Map.groupBy(
        cells.filter((it) => it.without),
        (it) => say(it.without!),
      ),
    ].map(([why, list]) => ({
      indicator,
      why,
      who: whoLack(view, list, name, language),
    })),
  );
  if (lines.length + view.empty.length === 0) return null;
  return (
    <section aria-labelledby="zonder">
      <h2 id="zonder">{say(words.none)}</h2>
      <ul class="without">
        {view.empty.map(({ indicator, why, instead }) => (
          <li>
            <a href={desk.link("indicator", indicator.id)}>{say(indicator.shortTitle)}</a>. {say(words.noneOf)}:{" "}
            <Explained desk={desk} text={desk.sentence(why)} />
            {instead && ` ${say(words.instead)} ${areaLabel(instead, language)}.`}
          </li>
        ))}
        {lines.map(({ indicator, why, who }) => (
          <li>
            <a href={desk.link("indicator", indicator.id)}>{say(indicator.shortTitle)}</a>. {who}:{" "}
            <Explained desk={desk} text={why} />
          </li>
        ))}
      </ul>
    </section>
  );
}
