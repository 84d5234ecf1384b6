import { isAbsent } from "@impactmonitor/model/cell";
import type { Language, Text } from "@impactmonitor/model/text";
import { absenceExplanation } from "@impactmonitor/views/absence-words";
import { areaLabel, areaPhrase } from "@impactmonitor/views/area-words";
import { judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { derivationWords } from "@impactmonitor/views/derivation-words";
import { formatDate, unitPhrase } from "@impactmonitor/views/format";
import type { IndicatorView, LeadView } from "@impactmonitor/views/indicator-view";
import { signLegend } from "@impactmonitor/views/mark-words";
import { why } from "@impactmonitor/views/missing";
import { pastParts } from "@impactmonitor/views/past";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Shown } from "@impactmonitor/views/shown";
import { sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Figure, Statement } from "../parts/figure.tsx";
import { Guards } from "../parts/guards.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { FormerFigures, OutsideNote } from "../parts/succession.tsx";
import { areaParameter } from "../paths.ts";
import { words } from "./indicator-words.ts";

/** The sentences for copying, a little further down, say these. */
const saidInSentences = ["volume", "provisional"] as const;

export function Lead({ desk, view, lead }: { desk: Desk; view: IndicatorView; lead: LeadView }) {
  const { say, language } = desk;
  const { shown } = lead;
  const past = pastParts(desk.past(shown.observation), shown, language);
  const figures = [shown, lead.nation, lead.relative, ...lead.also].filter((it) => it !== undefined);
  return (
    <header>
      <h1 class="statement">
        <Statement desk={desk} parts={lead.parts} />
      </h1>
      {lead.nation && (
        <p class="beside">
          {say(words.nationBeside)}: <Figure desk={desk} it={lead.nation} />
          {wholePhrase(desk, lead.nation)}
          {lead.relative && (
            <>
              ; {areaPhrase(view.area, language)} <Figure desk={desk} it={lead.relative} />
            </>
          )}
          . {lead.comparison && judgementSentence(lead.comparison, language)}
          {lead.relative && <span class="fine"> {derivationWords(lead.relative, language)}</span>}
        </p>
      )}
      {!lead.nation && lead.relative && (
        <p class="beside">
          {say(words.perHead)} <Figure desk={desk} it={lead.relative} />
          {wholePhrase(desk, lead.relative)}. <span class="fine">{derivationWords(lead.relative, language)}</span>
        </p>
      )}
      {lead.also.length > 0 && (
        <p class="beside">
          {say(words.also)}{" "}
          {lead.also.map((it, i) => (
            <>
              {i > 0 && ", "}
              <Figure desk={desk} it={it} />
              {unitPhrase(view.indicator, it.measure, language, it.cell)}
            </>
          ))}
          .
        </p>
      )}
      {isAbsent(shown.cell) && <p>{say(absenceExplanation(shown.cell.absent))}</p>}
      <p class="chips">
        <span class="chip">{periodLabel(shown.period, language)}</span>
        {view.source && (
          <a class="chip" href={desk.link("source", view.source.id)}>
            {sourceWord(desk.book, desk.language)}: {say(view.source.shortTitle)}
          </a>
        )}
        <span class="chip">{say(words.age).replace("{age}", lead.age)}</span>
        {signLegend(
          figures.map((it) => it.cell),
          language,
        ).map((it) => (
          <span class="chip chip-mark">{it}</span>
        ))}
      </p>
      {view.outside && <OutsideNote desk={desk} outside={view.outside} indicator={view.indicator} />}
      {view.missed.length > 0 && (
        <p class="notice" role="note">
          {view.missed.map((it) => say(words.missed[it])).join(" ")}
        </p>
      )}
      {shown.observation.publishedFor && (
        <p class="fine">
          {say(words.sameTerritory).replace("{area}", publishedFor(desk, shown.observation.publishedFor))}
        </p>
      )}
      <Guards desk={desk} figures={[shown]} said={saidInSentences} />
      <p class="cite">
        <span data-copy-source="">{lead.sourceLine}</span>{" "}
        {shown.reading.url && (
          <a href={shown.reading.url} rel="noreferrer external">
            {say(words.toSource)}
          </a>
        )}
        <button
          type="button"
          class="copy"
          hidden
          data-copy={`${lead.text} ${lead.sourceLine}`}
          data-done={say(words.copied)}
        >
          {say(words.copy)}
        </button>
        <PrintButton desk={desk} look="copy" />
      </p>
      {past.length > 0 && (
        <p class="fine past">
          <Statement desk={desk} parts={past} />
        </p>
      )}
      <p class="fine">
        {desk.sentence(publication(shown))}{" "}
        {say(words.since).replace("{edition}", desk.since(shown.observation) ?? desk.book.id)}
      </p>
    </header>
  );
}

/** When the publisher brought the figure out, as far as the publisher says. */
function publication({ reading }: Shown): Text {
  const of = (language: Language): string =>
    words.published[language].replace("{date}", formatDate(reading.published, language));
  return reading.published === "" ? words.notPublished : { nl: of("nl"), en: of("en") };
}

export function NoFigure({ desk, view }: { desk: Desk; view: IndicatorView }) {
  const { say } = desk;
  const reason = why(desk.book, view.indicator, view.area);
  const other = view.options.areas.filter((it) => it.code !== view.area.code);
  return (
    <header>
      <h1 class="statement">
        {say(view.indicator.shortTitle)}: {say(words.noFigure)} {areaPhrase(view.area, desk.language)}.
      </h1>
      <p class="notice" role="note">
        {say(reason.why)} <FormerFigures desk={desk} indicator={view.indicator} former={reason.former} />
      </p>
      {view.outside && !view.areas.some((it) => it.outside) && (
        <OutsideNote desk={desk} outside={view.outside} indicator={view.indicator} />
      )}
      {view.indicator.supplier && (
        <p>
          <strong>{say(words.supplier)}</strong> {say(view.indicator.supplier)}
        </p>
      )}
      {reason.instead && (
        <p>
          {say(words.instead)}{" "}
          <a href={desk.link("indicator", view.indicator.id)}>{areaLabel(reason.instead, desk.language)}</a>.
        </p>
      )}
      {!reason.instead && other.length > 0 && (
        <p>
          {say(words.elsewhere)}{" "}
          {other.slice(0, 12).map((it, i) => (
            <>
              {i > 0 && ", "}
              <a href={desk.link("indicator", view.indicator.id, { regio: areaParameter(it) })}>
                {areaLabel(it, desk.language)}
              </a>
            </>
          ))}
          .
        </p>
      )}
      <p class="cite">
        <PrintButton desk={desk} look="copy" />
      </p>
    </header>
  );
}

/** What a derived figure is a share of, or per whom. */
const wholePhrase = (desk: Desk, it: Shown): string =>
  it.derivation?.kind === "share"
    ? ` ${desk.say(words.ofAll).replace("{whole}", it.derivation.wholeIndicator.unit[desk.language])}`
    : unitPhrase(it.indicator, it.measure, desk.language, it.cell);

const publishedFor = (desk: Desk, code: string): string => {
  const area = desk.book.area(code);
  return area ? areaLabel(area, desk.language) : code;
};
