import type { Level } from "@impactmonitor/model/area";
import { levelNames } from "@impactmonitor/views/area-words";
import type { ContextBeside, ContextPair } from "@impactmonitor/views/context/context-beside";
import type { ContextSection } from "@impactmonitor/views/context/context-section";
import {
  groupName,
  leftOutLines,
  nearInTime,
  statusMeaning,
  statusName,
  whatIsShown,
  whatItDoesNotShow,
} from "@impactmonitor/views/context/context-words";
import { measureLabel } from "@impactmonitor/views/format";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Desk } from "../desk.ts";
import { ChartFigure } from "../parts/chart.tsx";
import { Fact, TableLinks } from "../parts/context-fact.tsx";
import { copyable, Figure } from "../parts/figure.tsx";
import { KeptChoice } from "../parts/kept-choice.tsx";
import { levelId, settingId } from "../paths.ts";
import { tableSource } from "./indicator-take.tsx";
import { takeOf } from "./indicator-take.tsx";
import { words } from "./indicator-words.ts";

/**
 * A figure beside one fact about the same areas, chosen by the visitor. It begins without a choice, and never draws a line:
 * areas that are alike in one thing and alike in another need have no cause in common.
 */
export function ContextSectionPart({
  desk,
  view,
  section,
}: {
  desk: Desk;
  view: IndicatorView;
  section: ContextSection;
}) {
  const { say, language } = desk;
  const id = settingId(language);
  const { chosen, missed, figure } = section;
  return (
    <section class="beside-setting" aria-labelledby={id}>
      <h2 id={id}>
        {say(words.setting)} <span class="h2-sub">{levelNames(figure.level)[language]}</span>
      </h2>
      <p>{say(words.settingIntro)}</p>
      <Choice desk={desk} view={view} section={section} />
      {missed && (
        <p class="notice" role="note">
          {say(words.settingMissed).replace("{fact}", say(missed.title))}
        </p>
      )}
      {chosen && (
        <ChartFigure
          desk={desk}
          chart={chosen.chart}
          take={takeOf(desk, view, `${say(words.setting)}: ${say(chosen.beside.measure.title)}`, {
            grafiek: "omgeving",
            naast: chosen.beside.measure.id,
          })}
        >
          <div class="beside-words">
            <p>{whatIsShown(chosen.beside, language)}</p>
            <ul>
              {whatItDoesNotShow.map((it) => (
                <li>{say(it)}</li>
              ))}
            </ul>
          </div>
          {ownColumn(section, figure.level) ? (
            <p>
              <a href={`#${levelId(language, figure.level)}`}>{say(words.settingColumn)}</a>
            </p>
          ) : (
            <PairTable desk={desk} view={view} beside={chosen.beside} title={chosen.chart.title} />
          )}
          <Small desk={desk} beside={chosen.beside} />
        </ChartFigure>
      )}
    </section>
  );
}

/** One select and a button: works without script, and keeps the rest of the address. */
function Choice({ desk, view, section }: { desk: Desk; view: IndicatorView; section: ContextSection }) {
  const { say, language } = desk;
  const groups = Map.groupBy(section.offer, (it) => it.variable.group);
  const chosen = section.chosen?.beside.measure.id;
  return (
    <form
      class="chooser"
      method="get"
      action={`${desk.link("indicator", view.indicator.id).split("?")[0]}#${settingId(language)}`}
    >
      <KeptChoice desk={desk} view={view} beside={undefined} own={{}} />
      <label>
        <span>{say(words.settingFact)}</span>
        <select name="naast" class="utrecht-select utrecht-select--html-select">
          {chosen === undefined && <option value="">{say(words.settingChoose)}</option>}
          {[...groups].map(([group, list]) => (
            <optgroup label={say(groupName(group))}>
              {list.map((it) => (
                <option value={it.id} selected={it.id === chosen}>
                  {say(it.title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="nl-button nl-button--secondary">
        {say(words.show)}
      </button>
    </form>
  );
}

/** The same values by name, the country first. */
function PairTable({
  desk,
  view,
  beside,
  title,
}: {
  desk: Desk;
  view: IndicatorView;
  beside: ContextBeside;
  title: string;
}) {
  const { say, language } = desk;
  const { figure, pairs, nation } = beside;
  return (
    <details class="as-table">
      <summary>{say(words.asTable)}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table class="utrecht-table areas" {...copyable(desk, tableSource(desk, view))}>
          <caption class="sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.area)}</th>
              <th scope="col" class="num">
                {say(figure.indicator.shortTitle)}
                <span class="fine block">
                  {measureLabel(figure.indicator, figure.measure, language)}, {periodLabel(figure.period, language)}
                </span>
              </th>
              <FactHead desk={desk} beside={beside} />
            </tr>
          </thead>
          <tbody>
            {[...(nation ? [nation] : []), ...pairs].map((it) => {
              const country = it === nation;
              const own = it.area.code === view.area.code;
              return (
                <tr class={country ? "row-nation" : own ? "row-chosen" : undefined}>
                  <th scope="row">{country ? say(words.nation) : <a href={desk.toArea(it.area)}>{it.area.name}</a>}</th>
                  <td class="num">
                    <Figure desk={desk} it={it.shown} />
                  </td>
                  <FactCell desk={desk} beside={beside} pair={it} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Hundreds of rows that stand on the page already are not repeated: the fact is a column of their table. */
const mostRows = 60;
export function ownColumn(section: ContextSection | undefined, level: Level): ContextBeside | undefined {
  const beside = section?.chosen?.beside;
  return beside && beside.figure.level === level && beside.pairs.length > mostRows ? beside : undefined;
}

export function FactHead({ desk, beside: { measure, year } }: { desk: Desk; beside: ContextBeside }) {
  return (
    <th scope="col" class="num">
      {desk.say(measure.title)}
      <span class="fine block">
        {desk.say(measure.unit)}, {year}
      </span>
    </th>
  );
}

/** The fact of one area; whether it is official only where that differs between areas. */
export function FactCell({ desk, beside, pair }: { desk: Desk; beside: ContextBeside; pair: ContextPair | undefined }) {
  const mixed = new Set(beside.pairs.map((it) => it.context.status)).size > 1;
  return (
    <td class="num">
      {pair && <Fact desk={desk} measure={beside.measure} figure={pair.context} />}
      {pair && mixed && pair !== beside.nation && (
        <span class="fine block">{desk.say(statusName(pair.context.status))}</span>
      )}
    </td>
  );
}

/** Where the fact comes from, what it is, and which areas are not there. */
function Small({ desk, beside }: { desk: Desk; beside: ContextBeside }) {
  const { say, language } = desk;
  const { measure, pairs } = beside;
  const figures = pairs.map((it) => it.context);
  const statuses = [...new Set(figures.map((it) => it.status))];
  const lines = leftOutLines(beside, language);
  return (
    <>
      {lines.length > 0 && (
        <p class="fine">
          {say(words.settingLeftOut)} {lines.join("; ")}.
        </p>
      )}
      <p class="fine">
        {say(measure.title)}: {say(measure.variable.about)} {say(words.settingTable)}{" "}
        <TableLinks desk={desk} figures={figures} /> ({statuses.map((it) => say(statusName(it))).join(", ")}).{" "}
        {measure.divided && `${say(words.settingDivided)} `}
        {statuses.map((it) => `${say(statusMeaning[it])} `)}
        {say(nearInTime)}
      </p>
      {measure.variable.note && <p class="fine">{say(measure.variable.note)}</p>}
    </>
  );
}
