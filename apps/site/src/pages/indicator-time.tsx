import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Desk } from "../desk.ts";
import { Statement } from "../parts/figure.tsx";
import { KeptChoice } from "../parts/kept-choice.tsx";

const words = {
  title: { nl: "Vergelijk in de tijd", en: "Compare over time" },
  explain: {
    nl: "U vergelijkt alleen wat te vergelijken is: dezelfde helft van het jaar, op dezelfde manier gemeten, in hetzelfde gebied. Waarom een cijfer anders is, staat er niet bij: dat laat het niet zien.",
    en: "You compare only what compares: the same half of the year, measured in the same way, in the same area. Why a figure differs is not told: it does not show that.",
  },
  nothing: {
    nl: "Er is geen ouder cijfer dat met het cijfer bovenaan te vergelijken is.",
    en: "There is no older figure that compares with the figure at the top.",
  },
  choose: { nl: "Kies zelf twee momenten", en: "Choose two moments yourself" },
  from: { nl: "Van", en: "From" },
  to: { nl: "Tot en met", en: "To" },
  show: { nl: "Vergelijk", en: "Compare" },
} as const;

/** The address of this part: the answer of its form is there. */
const id = { nl: "vergelijk-in-de-tijd", en: "compare-over-time" } as const;

/** The figure of the page beside itself at other moments: numbers first, then what they are worth. */
export function TimeSection({ desk, view, beside }: { desk: Desk; view: IndicatorView; beside?: string }) {
  const { say } = desk;
  if (view.time.length === 0 && view.moments.length === 0) return null;
  return (
    <section class="moments" aria-labelledby={say(id)}>
      <h2 id={say(id)}>{say(words.title)}</h2>
      {view.time.length === 0 && <p>{say(words.nothing)}</p>}
      {view.time.length > 0 && (
        <dl>
          {view.time.map((it) => (
            <div>
              <dt>{it.heading}</dt>
              <dd>
                <Statement desk={desk} parts={it.parts} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {view.moments.length > 0 && <MomentForm desk={desk} view={view} beside={beside} />}
      <p class="fine">{say(words.explain)}</p>
    </section>
  );
}

/** Two moments, as a form that works without script. Moments of one group compare with each other. */
function MomentForm({ desk, view, beside }: { desk: Desk; view: IndicatorView; beside?: string }) {
  const { say, language } = desk;
  const own = view.moments.find((it) => it.periods.includes(view.lead?.shown.period ?? "")) ?? view.moments[0];
  const select = (name: string, label: string, chosen: string | undefined) => (
    <label>
      <span>{label}</span>
      <select name={name} class="utrecht-select utrecht-select--html-select">
        {view.moments.map((group) => (
          <optgroup label={group.label}>
            {group.periods.map((it) => (
              <option value={it} selected={it === chosen}>
                {periodLabel(it, language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="chooser"
      method="get"
      action={`${desk.link("indicator", view.indicator.id).split("?")[0]}#${say(id)}`}
      aria-labelledby={`${say(id)}-form`}
    >
      <h3 id={`${say(id)}-form`}>{say(words.choose)}</h3>
      <KeptChoice desk={desk} view={view} beside={beside} own={{ van: undefined, tot: undefined }} />
      {select("van", say(words.from), view.choice.from ?? own?.periods[0])}
      {select("tot", say(words.to), view.choice.to ?? own?.periods.at(-1))}
      <button type="submit" class="nl-button nl-button--secondary">
        {say(words.show)}
      </button>
    </form>
  );
}
