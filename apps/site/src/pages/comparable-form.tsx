import type { Area } from "@impactmonitor/model/area";
import { traitWeights } from "@impactmonitor/model/trait";
import { areaLabel } from "@impactmonitor/views/area-words";
import {
  fewest,
  most,
  type ComparableAreas,
  type ComparableChoice,
} from "@impactmonitor/views/comparison/comparable-areas";
import { comparableQuery } from "../comparable-query.ts";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { words } from "./comparable-words.ts";

const action = (desk: Desk): string => desk.link("comparable").split("?")[0]!;
const Edition = ({ desk }: { desk: Desk }) =>
  desk.latest ? null : <input type="hidden" name="editie" value={desk.book.id} />;

/** Another region, with the same weights; a municipality or province is found by name. */
export function AreaChoice({ desk, area, choice }: { desk: Desk; area?: Area; choice: ComparableChoice }) {
  const { say, book, language } = desk;
  const { gewicht, aantal } = comparableQuery(book, area, choice);
  const options = [
    ...(area && area.level !== "vt-region" ? [[areaParameter(area), areaLabel(area, language)] as const] : []),
    ...book.areasAt("vt-region", book.date).map((it) => [areaParameter(it), it.name] as const),
  ];
  return (
    <>
      <form class="chooser" method="get" action={action(desk)}>
        <Edition desk={desk} />
        {gewicht && <input type="hidden" name="gewicht" value={gewicht} />}
        {aantal && <input type="hidden" name="aantal" value={aantal} />}
        <label>
          <span>{say(words.area)}</span>
          <select name="regio" class="utrecht-select utrecht-select--html-select">
            {options.map(([value, label]) => (
              <option value={value} selected={area !== undefined && value === areaParameter(area)}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="nl-button nl-button--secondary">
          {say(words.show)}
        </button>
      </form>
      <p class="fine">
        {say(words.orFind)} <a href={desk.link("regions")}>{say(words.toRegions)}</a>.
      </p>
    </>
  );
}

/** What counts, how much, and which areas are left out: a form that gives an address, without any script. */
export function ChoiceForm({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say } = desk;
  const offered = [...view.near.map((it) => it.area), ...view.without];
  const without = new Set<string>(view.without.map((it) => it.code));
  return (
    <section aria-labelledby="kies-zelf">
      <h2 id="kies-zelf">{say(words.adjust)}</h2>
      <form class="near-form" method="get" action={action(desk)}>
        <Edition desk={desk} />
        <input type="hidden" name="regio" value={areaParameter(view.area)} />
        <fieldset>
          <legend>{say(words.weigh)}</legend>
          <div class="near-weights">
            {view.traits.map(({ column: { trait }, weight }) => (
              <label>
                <span>{say(trait.title)}</span>
                <select name="gewicht" class="utrecht-select utrecht-select--html-select">
                  {traitWeights.map((it) => (
                    <option value={`${trait.id}:${it}`} selected={it === weight}>
                      {say(words.weights[it])}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
        </fieldset>
        {offered.length > 0 && (
          <fieldset>
            <legend>{say(words.exclude)}</legend>
            <p class="fine">{say(words.excludeHelp)}</p>
            <div class="near-without">
              {offered.map((it) => (
                <label>
                  <input type="checkbox" name="zonder" value={areaParameter(it)} checked={without.has(it.code)} />{" "}
                  {it.name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div class="near-last">
          <label>
            <span>{say(words.count)}</span>
            <select name="aantal" class="utrecht-select utrecht-select--html-select">
              {Array.from({ length: most - fewest + 1 }, (_, i) => fewest + i).map((it) => (
                <option value={String(it)} selected={it === view.count}>
                  {it}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" class="nl-button nl-button--primary">
            {say(words.apply)}
          </button>
        </div>
      </form>
    </section>
  );
}
