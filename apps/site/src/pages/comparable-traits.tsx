import { pageInk } from "@impactmonitor/charts/ink";
import { drawNearStrip, type NearDot } from "@impactmonitor/charts/near-strip";
import { escape } from "@impactmonitor/charts/svg";
import { levelNames } from "@impactmonitor/views/area-words";
import type { TraitColumn } from "@impactmonitor/views/comparison/area-traits";
import type { ComparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { inSentence, traitValue } from "@impactmonitor/views/comparison/near-words";
import { formatList, formatNumber } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { marked } from "../parts/marked.ts";
import { words } from "./comparable-words.ts";

/** Each trait of all areas on one line, why it counts, and where it comes from. */
export function TraitCharts({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say, language } = desk;
  return (
    <section aria-labelledby="kenmerken">
      <h2 id="kenmerken">{say(words.perTrait).replace("{areas}", levelNames(view.area.level)[language])}</h2>
      <p>{say(words.key).replace("{area}", view.area.name)}</p>
      <div class="near-traits">
        {view.traits
          .filter((it) => it.column.values.has(view.area.code))
          .map(({ column, weight }) => (
            <div>
              <h3>{say(column.trait.title)}</h3>
              <TraitChart desk={desk} view={view} column={column} />
              <p class="fine">
                {weight === 0 && <strong>{`${capital(say(words.notCounted))}. `}</strong>}
                {say(column.trait.why)}
              </p>
              <Origin desk={desk} column={column} />
            </div>
          ))}
      </div>
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function TraitChart({ desk, view, column }: { desk: Desk; view: ComparableAreas; column: TraitColumn }) {
  const { say, language } = desk;
  const { trait, values } = column;
  const dot = (area: ComparableAreas["area"]): NearDot[] => {
    const value = values.get(area.code);
    return value === undefined ? [] : [{ label: area.name, value, text: traitValue(trait, value, language) }];
  };
  const [own] = dot(view.area);
  if (!own) return null;
  const near = view.near.flatMap((it) => dot(it.area));
  const named = new Set<string>([view.area.code, ...view.near.map((it) => it.area.code)]);
  const others = [...values].filter(([code]) => !named.has(code)).map(([, value]) => value);
  const strip = { log: trait.made.how === "log", own, near, others };
  const tick = (value: number): string =>
    `${formatNumber(value, trait.decimals, language)}${say(trait.unit) === "%" ? "%" : ""}`;
  const { width, height, body } = marked(desk, drawNearStrip(strip, pageInk, tick));
  const all = [...values.values()];
  const spoken = (it: NearDot): string => `${it.label}: ${it.text}`;
  const label = say(words.alternative)
    .replace("{own}", spoken(own))
    .replace("{near}", near.map(spoken).join("; "))
    .replace("{low}", tick(Math.min(...all)))
    .replace("{high}", tick(Math.max(...all)));
  const html = `<svg class="chart chart-near" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(`${say(trait.title)}. ${label}`)}">${body}</svg>`;
  return (
    <div class="chart-box" data-chart="near" data-keys={say(words.keys)} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

function Origin({ desk, column }: { desk: Desk; column: TraitColumn }) {
  const { say, language } = desk;
  const tables = [...new Map(column.variables.map((it) => [it.table.id, it.table])).values()];
  const names = formatList(
    column.variables.map((it) => inSentence(say(it.title))),
    language,
  );
  return (
    <p class="fine">
      {say(words.madeOf).replace("{variables}", names).replace("{year}", String(column.year))}{" "}
      {column.approximated && `${say(words.approx)} `}
      {tables.map((it, i) => (
        <>
          {i > 0 && ", "}
          <a href={it.url}>{it.id}</a>
        </>
      ))}
    </p>
  );
}
