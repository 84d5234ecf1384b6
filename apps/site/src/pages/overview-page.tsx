import type { Area, Level } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey } from "@impactmonitor/model/observation";
import { statusWords } from "@impactmonitor/views/definition-words";
import { areaLabel, levelNames, levelNoun } from "@impactmonitor/views/area-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import type { OverviewFilter, OverviewGroup } from "@impactmonitor/views/overview";
import type { OverviewRow, SeriesCross } from "@impactmonitor/views/overview-row";
import { periodLabel } from "@impactmonitor/views/period-words";
import { sourceName } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { listPath } from "../lists.ts";
import { areaParameter, levelId, trendId } from "../paths.ts";
import { FormerFigures } from "../parts/succession.tsx";
import { words } from "./overview-words.ts";

export interface OverviewState extends OverviewFilter {
  readonly area?: Area;
  readonly searched?: string;
}

const shownLevels: readonly Level[] = ["nation", "vt-region", "province", "landsdeel", "corop", "municipality"];

/** Theme × subject × source × level × series; every cross is a link to exactly that view. */
export function OverviewPage({
  desk,
  groups,
  state,
}: {
  desk: Desk;
  groups: readonly OverviewGroup[];
  state: OverviewState;
}) {
  const { say, book, language } = desk;
  const question = book.catalogue.questions.find((it) => it.id === state.question);
  const total = groups.reduce((sum, it) => sum + it.rows.length, 0);
  return (
    <>
      <h1>{question ? say(question.question) : say(words.title)}</h1>
      {question ? (
        <p class="notice" role="note">
          <strong>{say(words.cannotTell)}:</strong> {say(question.cannotTell)}
        </p>
      ) : (
        <p class="lede">{say(words.lede)}</p>
      )}
      <Filters desk={desk} state={state} />
      <p
        class="fine"
        role="status"
        data-count=""
        data-one={nouns.subject.one[language]}
        data-many={nouns.subject.many[language]}
      >
        {counted(total, nouns.subject, language)}
      </p>
      {total === 0 && groups.length === 0 && (
        <p>
          <strong>{say(words.nothing)}</strong> {say(words.nothingHelp)}{" "}
          <a href={desk.link("indicators")}>{say(words.clear)}</a>
        </p>
      )}
      {groups.map((it) => (
        <Group desk={desk} group={it} state={state} />
      ))}
    </>
  );
}

function Filters({ desk, state }: { desk: Desk; state: OverviewState }) {
  const { say, book, language } = desk;
  const action = desk.link("indicators").split("?")[0]!;
  return (
    <div class="filters">
      <form
        class="finder-row search"
        method="post"
        action={action}
        role="search"
        data-search={listPath(book.kind, language, "subjects")}
      >
        <label for="zoek" class="utrecht-form-label">
          {say(words.search)}
        </label>
        <input
          id="zoek"
          name="zoek"
          type="search"
          class="utrecht-textbox utrecht-textbox--html-input"
          maxlength={80}
          autocomplete="off"
          value={state.searched ?? ""}
        />
        <button type="submit" class="nl-button nl-button--secondary">
          {say(words.find)}
        </button>
      </form>
      <form class="chooser" method="get" action={action} data-autosubmit="">
        {!desk.latest && <input type="hidden" name="editie" value={book.id} />}
        {state.question && <input type="hidden" name="vraag" value={state.question} />}
        <Choice
          name="thema"
          label={say(words.theme)}
          none={say(words.all)}
          value={state.theme}
          options={book.catalogue.themes.map((it) => [it.id, say(it.shortTitle)])}
        />
        <Choice
          name="bron"
          label={say(words.source)}
          none={say(words.all)}
          value={state.source}
          options={book.catalogue.sources.map((it) => [it.id, say(it.shortTitle)])}
        />
        <Choice
          name="niveau"
          label={say(words.level)}
          none={say(words.all)}
          value={state.level}
          options={shownLevels.map((it) => [it, levelNames(it)[language]])}
        />
        <Choice
          name="status"
          label={say(words.status)}
          none={say(words.all)}
          value={state.status}
          options={(Object.keys(statusWords) as (keyof typeof statusWords)[]).map((it) => [it, say(statusWords[it])])}
        />
        <Choice
          name="regio"
          label={say(words.region)}
          none={say(words.noArea)}
          value={state.area ? areaParameter(state.area) : undefined}
          options={[
            ...book.areasAt("vt-region", book.date).map((it) => [areaParameter(it), it.name] as const),
            ...(state.area && state.area.level !== "vt-region"
              ? [[areaParameter(state.area), areaLabel(state.area, language)] as const]
              : []),
          ]}
        />
        <button type="submit" class="nl-button nl-button--secondary">
          {say(words.filter)}
        </button>
      </form>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}
function Choice({ name, label, none, value, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} class="utrecht-select utrecht-select--html-select">
        <option value="">{none}</option>
        {options.map(([key, text]) => (
          <option value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Group({ desk, group, state }: { desk: Desk; group: OverviewGroup; state: OverviewState }) {
  const { say, language } = desk;
  const { theme, rows } = group;
  return (
    <section aria-labelledby={theme.id} class="overview-group">
      <h2 id={theme.id}>
        <a href={desk.link("theme", theme.id)}>{say(theme.title)}</a>
      </h2>
      {theme.gap && <p class="fine gap">{say(theme.gap)}</p>}
      {rows.length > 0 && (
        <table class="utrecht-table overview">
          <caption class="sr">{say(theme.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.indicator)}</th>
              <th scope="col">{say(words.source)}</th>
              {state.area && <th scope="col">{areaLabel(state.area, language)}</th>}
              <th scope="col">{say(words.nation)}</th>
              <th scope="col">{say(words.regions)}</th>
              <th scope="col">{say(words.other)}</th>
              <th scope="col">{say(words.series)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((it) => (
              <Row desk={desk} row={it} state={state} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ desk, row, state }: { desk: Desk; row: OverviewRow; state: OverviewState }) {
  const { say, language } = desk;
  const { indicator, source } = row;
  const regio = state.area && regionParameter(state.area);
  const to = (text: string, query: Record<string, string | undefined> = {}, id = "") => (
    <a href={`${desk.link("indicator", indicator.id, query)}${id && `#${id}`}`}>{text}</a>
  );
  const level = (it: Level, text: string) => to(text, {}, levelId(language, it));
  const none = (it: Level) => (
    <span class="fine">{source && indicator.levels.includes(it) ? say(words.atSource) : "–"}</span>
  );
  const regions = row.areas["vt-region"];
  // A source of which no figure is there has none that is invented either.
  const filled = row.nation !== undefined || Object.keys(row.areas).length > 0;
  const others = otherLevels.flatMap((it) => (row.areas[it] ? [{ level: it, count: row.areas[it] }] : []));
  return (
    <tr data-id={indicator.id}>
      <th scope="row">{to(say(indicator.shortTitle), { regio })}</th>
      <td data-label={say(words.source)}>
        {source ? (
          <a href={desk.link("source", source.id)}>
            {filled ? sourceName(desk.book, source, language) : say(source.shortTitle)}
          </a>
        ) : (
          <span class="fine">{say(statusWords[indicator.status])}</span>
        )}
      </td>
      {state.area && (
        <td data-label={areaLabel(state.area, language)}>
          {row.own && "period" in row.own
            ? to(periodLabel(row.own.period, language), { regio })
            : row.own && (
                <span class="fine">
                  {say(row.own.why)} <FormerFigures desk={desk} indicator={indicator} former={row.own.former} />
                </span>
              )}
        </td>
      )}
      <td data-label={say(words.nation)}>{row.nation ? to(periodLabel(row.nation, language)) : none("nation")}</td>
      <td data-label={say(words.regions)}>{regions ? level("vt-region", String(regions)) : none("vt-region")}</td>
      <td data-label={say(words.other)}>
        {others.length === 0 && <span class="fine">–</span>}
        {others.map((it, i) => (
          <>
            {i > 0 && ", "}
            {level(it.level, counted(it.count, levelNoun(it.level), language))}
          </>
        ))}
      </td>
      <td data-label={say(words.series)}>
        {row.series ? <Series desk={desk} indicator={indicator} series={row.series} /> : <span class="fine">–</span>}
      </td>
    </tr>
  );
}

/** How many periods the series has that the link leads to, and of which area when that is not the nation. */
function Series({ desk, indicator, series }: { desk: Desk; indicator: Indicator; series: SeriesCross }) {
  const { language } = desk;
  const { area, periods, breakdown, measure } = series;
  const query = {
    regio: regionParameter(area),
    uitsplitsing: breakdown && (breakdownKey(breakdown) || "totaal"),
    maat: measure,
  };
  return (
    <>
      <a href={`${desk.link("indicator", indicator.id, query)}#${trendId(language)}`}>
        {counted(periods, nouns.period, language)}
      </a>
      {area.level !== "nation" && <span class="fine block">{areaLabel(area, language)}</span>}
    </>
  );
}

const otherLevels = ["province", "landsdeel", "corop", "municipality"] as const;

/** The nation is what a page shows when no area is asked for. */
const regionParameter = (area: Area): string | undefined => (area.level === "nation" ? undefined : areaParameter(area));
