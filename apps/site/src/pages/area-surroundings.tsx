import type { AreaView } from "@impactmonitor/views/area-view";
import { areaLabel } from "@impactmonitor/views/area-words";
import { formatNumber } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { words } from "./area-words.ts";

/** Where a visitor can go on when this edition holds little about an area. */
export function Elsewhere({ desk, view }: { desk: Desk; view: AreaView }) {
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

export function Context({ desk, view }: { desk: Desk; view: AreaView }) {
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
