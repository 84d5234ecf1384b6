import type { Indicator } from "@impactmonitor/model/indicator";
import type { Source } from "@impactmonitor/model/source";
import { levelNames } from "@impactmonitor/views/area-words";
import { sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";

const words = {
  heading: { nl: "Wat dit cijfer is", en: "What this figure is" },
  counts: { nl: "Wat er wordt geteld", en: "What is counted" },
  numerator: { nl: "Teller", en: "Numerator" },
  denominator: { nl: "Noemer", en: "Denominator" },
  deviating: { nl: "Let op: andere definitie", en: "Note: another definition" },
  rounding: { nl: "Afronding", en: "Rounding" },
  breaks: { nl: "Breuken in de reeks", en: "Breaks in the series" },
  levels: { nl: "De bron geeft dit voor", en: "The source gives this for" },
  frequency: { nl: "Hoe vaak nieuw", en: "How often new" },
  polarity: { nl: "Hoger of lager", en: "Higher or lower" },
  vouched: { nl: "Wie staat in voor het cijfer", en: "Who answers for the figure" },
  notChecked: {
    nl: "Het CBS heeft dit cijfer en de methode niet gecontroleerd.",
    en: "CBS did not check this figure or its method.",
  },
  tables: { nl: "Tabellen in StatLine", en: "StatLine tables" },
  former: { nl: "Andere namen", en: "Other names" },
  status: { nl: "Status", en: "Status" },
  modelPart: { nl: "Deel van het model", en: "Part of the model" },
} as const;

const polarity = {
  neither: {
    nl: "Hoger of lager is op zichzelf niet goed of slecht.",
    en: "Higher or lower is not good or bad in itself.",
  },
  "lower-is-better": { nl: "Lager is gunstiger.", en: "Lower is more favourable." },
  "higher-is-better": { nl: "Hoger is gunstiger.", en: "Higher is more favourable." },
} as const;

export const statusWords = {
  available: { nl: "beschikbaar", en: "available" },
  partly: { nl: "deels beschikbaar", en: "partly available" },
  advised: { nl: "geadviseerd, nog niet gemeten", en: "advised, not measured yet" },
  "to-be-determined": { nl: "nog te bepalen", en: "to be determined" },
} as const;

const modelPart = {
  structure: { nl: "structuur en voorwaarden", en: "structure and conditions" },
  process: { nl: "proces", en: "process" },
  result: { nl: "resultaat", en: "result" },
} as const;

/** The card with everything a reader may ask about a figure. */
export function Definition({ desk, indicator, source }: { desk: Desk; indicator: Indicator; source?: Source }) {
  const { say, language } = desk;
  return (
    <section class="definition" aria-labelledby="definitie">
      <h2 id="definitie">{say(words.heading)}</h2>
      <dl class="facts">
        <Fact term={say(words.counts)}>{say(indicator.counts)}</Fact>
        {indicator.deviatingDefinition && <Fact term={say(words.deviating)}>{say(indicator.deviatingDefinition)}</Fact>}
        {indicator.numerator && <Fact term={say(words.numerator)}>{say(indicator.numerator)}</Fact>}
        {indicator.denominator && <Fact term={say(words.denominator)}>{say(indicator.denominator)}</Fact>}
        {indicator.rounding && <Fact term={say(words.rounding)}>{say(indicator.rounding)}</Fact>}
        {indicator.breaks.length > 0 && (
          <Fact term={say(words.breaks)}>
            {indicator.breaks.map((it) => (
              <span class="block">
                {it.at}: {say(it.reason)}
              </span>
            ))}
          </Fact>
        )}
        <Fact term={say(words.polarity)}>{say(polarity[indicator.polarity])}</Fact>
        {indicator.levels.length > 0 && (
          <Fact term={say(words.levels)}>{indicator.levels.map((it) => levelNames(it)[language]).join(", ")}</Fact>
        )}
        <Fact term={say(words.frequency)}>{say(indicator.frequency)}</Fact>
        {source && (
          <Fact term={sourceWord(desk.book, desk.language)}>
            <a href={desk.link("source", source.id)}>{say(source.title)}</a>
          </Fact>
        )}
        {source && (
          <Fact term={say(words.vouched)}>
            {desk.sentence(source.vouchedBy)} {!source.checkedByCbs && say(words.notChecked)}
          </Fact>
        )}
        {indicator.tables.length > 0 && (
          <Fact term={say(words.tables)}>
            {indicator.tables.map((it, i) => (
              <>
                {i > 0 && ", "}
                <a href={`https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${it}/table`}>{it}</a>
              </>
            ))}
          </Fact>
        )}
        {indicator.formerNames.length > 0 && (
          <Fact term={say(words.former)}>
            <span lang="nl">{indicator.formerNames.join("; ")}</span>
          </Fact>
        )}
        <Fact term={say(words.status)}>
          {say(statusWords[indicator.status])}
          {indicator.statusReason && `: ${say(indicator.statusReason)}`}
        </Fact>
        <Fact term={say(words.modelPart)}>{say(modelPart[indicator.modelPart])}</Fact>
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
