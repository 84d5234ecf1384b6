import type { ComparableArea, ComparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { differenceWords, inSentence, likenessWords, traitValue } from "@impactmonitor/views/comparison/near-words";
import { formatList } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { words } from "./comparable-words.ts";

/** Per area each trait here and there, with the difference in words. */
export function DifferenceTables({ desk, view }: { desk: Desk; view: ComparableAreas }) {
  const { say } = desk;
  return (
    <section aria-labelledby="verschillen">
      <h2 id="verschillen">{say(words.perArea)}</h2>
      <p>{say(words.perAreaIntro)}</p>
      <div class="near-tables">
        {view.near.map((it) => (
          <DifferenceTable desk={desk} view={view} near={it} />
        ))}
      </div>
    </section>
  );
}

function DifferenceTable({ desk, view, near }: { desk: Desk; view: ComparableAreas; near: ComparableArea }) {
  const { say, language } = desk;
  const own = view.area.name;
  return (
    <div class="near-table">
      <h3>{near.area.name}</h3>
      <p class="fine">
        {near.area.name} {likenessWords(near, own, language)}.
      </p>
      <table class="utrecht-table stack">
        <caption class="sr">{`${own}, ${near.area.name}`}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.trait)}</th>
            <th scope="col" class="num">
              {own}
            </th>
            <th scope="col" class="num">
              {near.area.name}
            </th>
            <th scope="col">{say(words.difference)}</th>
          </tr>
        </thead>
        <tbody>
          {near.differences.map((it) => (
            <tr>
              <th scope="row">{say(it.trait.title)}</th>
              <td class="num" data-label={own}>
                {traitValue(it.trait, it.here, language)}
              </td>
              <td class="num" data-label={near.area.name}>
                {traitValue(it.trait, it.there, language)}
              </td>
              <td data-label={say(words.difference)}>
                {differenceWords(it, language)}
                {!it.counts && <span class="fine"> ({say(words.notCounted)})</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {near.missing.length > 0 && (
        <p class="fine">
          {say(words.missing).replace(
            "{traits}",
            formatList(
              near.missing.map((it) => inSentence(say(it.title))),
              language,
            ),
          )}
        </p>
      )}
    </div>
  );
}
