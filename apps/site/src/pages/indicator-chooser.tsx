import { breakdownKey } from "@impactmonitor/model/observation";
import { areaLabel, levelNames } from "@impactmonitor/views/area-words";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { measureLabel } from "@impactmonitor/views/format";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { words } from "./indicator-words.ts";

/**
 * Area, period and category, as a form that works without script.
 * @param beside the fact that stands beside the figure: it stays there when another area is chosen
 */
export function Chooser({ desk, view, beside }: { desk: Desk; view: IndicatorView; beside: string | undefined }) {
  const { say, language } = desk;
  const { options, lead } = view;
  const choices = [options.areas, options.periods, options.breakdowns, options.measures];
  if (choices.every((it) => it.length < 2)) return null;
  const key = lead ? breakdownKey(lead.shown.breakdown) : "";
  const groups = Map.groupBy(options.areas, (it) => it.level);
  return (
    <form
      class="chooser"
      method="get"
      action={desk.link("indicator", view.indicator.id).split("?")[0]}
      data-autosubmit=""
    >
      {!desk.latest && <input type="hidden" name="editie" value={desk.book.id} />}
      {beside !== undefined && <input type="hidden" name="naast" value={beside} />}
      {view.choice.events && <input type="hidden" name="gebeurtenissen" value="nee" />}
      <label>
        <span>{say(words.area)}</span>
        <select name="regio" class="utrecht-select utrecht-select--html-select">
          {!options.areas.some((it) => it.code === view.area.code) && (
            <option value={areaParameter(view.area)} selected>
              {areaLabel(view.area, language)} ({say(words.none)})
            </option>
          )}
          {[...groups].map(([level, areas]) => {
            const list = areas.map((it) => (
              <option value={it.level === "nation" ? "" : areaParameter(it)} selected={it.code === view.area.code}>
                {it.level === "nation" ? areaLabel(it, language) : it.name}
              </option>
            ));
            return level === "nation" ? list : <optgroup label={levelNames(level)[language]}>{list}</optgroup>;
          })}
        </select>
      </label>
      {options.periods.length > 1 && (
        <label>
          <span>{say(words.period)}</span>
          <select name="periode" class="utrecht-select utrecht-select--html-select">
            {options.periods.map((it) => (
              <option value={it} selected={it === lead?.shown.period}>
                {periodLabel(it, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {options.breakdowns.length > 1 && (
        <label>
          <span>{say(words.category)}</span>
          <select name="uitsplitsing" class="utrecht-select utrecht-select--html-select">
            {options.breakdowns.map((it) => (
              <option value={it.key === "" ? "totaal" : it.key} selected={it.key === key}>
                {it.label === "" ? say(words.total) : it.label}
              </option>
            ))}
          </select>
        </label>
      )}
      {options.measures.length > 1 && (
        <label>
          <span>{say(words.measure)}</span>
          <select name="maat" class="utrecht-select utrecht-select--html-select">
            {options.measures.map((it) => (
              <option value={it} selected={it === lead?.shown.measure}>
                {measureLabel(view.indicator, it, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="nl-button nl-button--secondary">
        {say(words.show)}
      </button>
    </form>
  );
}
