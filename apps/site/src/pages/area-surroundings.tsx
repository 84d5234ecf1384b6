import type { Area, Level } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { AreaView } from "@impactmonitor/views/area-view";
import { areaLabel, areaPhrase } from "@impactmonitor/views/area-words";
import { nearby } from "@impactmonitor/views/nearby";
import type { Desk } from "../desk.ts";
import { AreaTable } from "./area-table.tsx";
import { words } from "./area-words.ts";

/**
 * What a visitor can use when this edition holds little about an area: the figures of the area around it, said to be
 * of that area; where the source has its own; and the country.
 */
export function Elsewhere({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language, book } = desk;
  const name = areaLabel(view.area, language);
  const wider = view.kin.filter((it) => book.indicatorsOf(it.code).length > view.counts.indicators);
  const nation = book.area("NL01");
  const enclosing = wider
    .filter((it) => size(it) > size(view.area))
    .toSorted((a, b) => size(a) - size(b))
    .concat(nation ?? []);
  const { around, atSource } = nearby(book, view.area, enclosing, language);
  const municipalities = view.municipalities.filter((it) => view.municipalitiesWithFigures.has(it.code));
  const others = wider.filter((it) => !around.some((shown) => shown.area.code === it.code));
  return (
    <>
      {around.map((it) => (
        <section aria-labelledby={`rond-${it.area.level}`}>
          <h2 id={`rond-${it.area.level}`}>{say(words.around).replace("{area}", areaLabel(it.area, language))}</h2>
          <p>{say(words.aroundIntro).replace("{area}", name).replace("{around}", areaPhrase(it.area, language))}</p>
          <AreaTable
            desk={desk}
            area={it.area}
            rows={it.rows}
            caption={areaLabel(it.area, language)}
            figure={areaLabel(it.area, language)}
          />
          <p>
            <a href={desk.toArea(it.area)}>
              {say(words.aroundAll).replace("{area}", areaLabel(it.area, language)).replace("{n}", String(it.total))}
            </a>
          </p>
        </section>
      ))}
      <section class="notice elsewhere" aria-labelledby="elders">
        <h2 id="elders">{say(words.elsewhere).replace("{area}", name)}</h2>
        <ul>
          {atSource.length > 0 && <AtSource desk={desk} name={name} subjects={atSource} />}
          {municipalities.length > 0 && (
            <li>
              {say(words.elsewhereMunicipalities)} <AreaLinks desk={desk} areas={municipalities} />
            </li>
          )}
          {others.length > 0 && (
            <li>
              {say(words.elsewhereWider)} <AreaLinks desk={desk} areas={others} />
            </li>
          )}
          <li>{say(words.supply)}</li>
        </ul>
      </section>
    </>
  );
}

/** From small to large; COROP areas and regions lie across one another, and neither encloses the other. */
const sizes: Readonly<Record<Level, number>> = {
  municipality: 0,
  corop: 1,
  "vt-region": 1,
  province: 2,
  landsdeel: 3,
  nation: 4,
};
const size = (area: Area): number => sizes[area.level];

/** The tables at CBS that have figures for areas like this one, though this edition does not. */
function AtSource({ desk, name, subjects }: { desk: Desk; name: string; subjects: readonly Indicator[] }) {
  const tables = [...new Set(subjects.flatMap((it) => it.tables))].sort();
  return (
    <li>
      {desk.say(words.atSource).replace("{area}", name).replace("{n}", String(subjects.length))}{" "}
      {tables.map((it, i) => (
        <>
          {i > 0 && ", "}
          <a href={`https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${it}/table`}>{it}</a>
        </>
      ))}
    </li>
  );
}

function AreaLinks({ desk, areas }: { desk: Desk; areas: readonly Area[] }) {
  return (
    <>
      {areas.map((it, i) => (
        <>
          {i > 0 && ", "}
          <a href={desk.toArea(it)}>{it.level === "municipality" ? it.name : areaLabel(it, desk.language)}</a>
        </>
      ))}
    </>
  );
}
