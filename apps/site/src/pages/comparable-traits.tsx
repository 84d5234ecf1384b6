import { pageInk } from "@impactmonitor/charts/ink";
import { drawNearStrip } from "@impactmonitor/charts/near-strip";
import { escape } from "@impactmonitor/charts/svg";
import { levelNames } from "@impactmonitor/views/area-words";
import type { TraitColumn } from "@impactmonitor/views/comparison/area-traits";
import type { ComparableAreas, ComparableChoice } from "@impactmonitor/views/comparison/comparable-areas";
import { inSentence } from "@impactmonitor/views/comparison/near-words";
import { formatList } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { comparableQuery } from "../comparable-query.ts";
import { marked } from "../parts/marked.ts";
import { TakeChart } from "../parts/take-chart.tsx";
import { fileOf } from "../paths.ts";
import { words } from "./comparable-words.ts";
import { traitStrip } from "./trait-strip.ts";

/** Each trait of all areas on one line, why it counts, and where it comes from. */
export function TraitCharts({ desk, view, choice }: { desk: Desk; view: ComparableAreas; choice: ComparableChoice }) {
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
              <TakeChart
                desk={desk}
                name={say(column.trait.title)}
                file={(kind, look) =>
                  fileOf(
                    desk.link("comparable", undefined, { ...comparableQuery(desk.book, view.area, choice) }),
                    kind,
                    {
                      grafiek: column.trait.id,
                      ...look,
                    },
                  )
                }
              />
            </div>
          ))}
      </div>
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function TraitChart({ desk, view, column }: { desk: Desk; view: ComparableAreas; column: TraitColumn }) {
  const { say } = desk;
  const found = traitStrip(desk, view, column);
  if (!found) return null;
  const { width, height, body } = marked(desk, drawNearStrip(found.strip, pageInk, found.tick));
  const html = `<svg class="chart chart-near" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(`${say(column.trait.title)}. ${found.alternative}`)}">${body}</svg>`;
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
