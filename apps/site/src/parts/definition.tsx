import type { Indicator } from "@impactmonitor/model/indicator";
import type { Source } from "@impactmonitor/model/source";
import { levelNames } from "@impactmonitor/views/area-words";
import {
  definitionWords as words,
  modelPartWords,
  polarityWords,
  statusWords,
} from "@impactmonitor/views/definition-words";
import { sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Explained } from "./explained.tsx";

/** The card with everything a reader may ask about a figure. */
export function Definition({ desk, indicator, source }: { desk: Desk; indicator: Indicator; source?: Source }) {
  const { say, language } = desk;
  return (
    <section class="definition" aria-labelledby="definitie">
      <h2 id="definitie">{say(words.heading)}</h2>
      <dl class="facts">
        <Fact term={say(words.counts)}>
          <Explained desk={desk} text={indicator.counts} />
        </Fact>
        {indicator.deviatingDefinition && (
          <Fact term={say(words.deviating)}>
            <Explained desk={desk} text={indicator.deviatingDefinition} />
          </Fact>
        )}
        {indicator.numerator && (
          <Fact term={say(words.numerator)}>
            <Explained desk={desk} text={indicator.numerator} />
          </Fact>
        )}
        {indicator.denominator && (
          <Fact term={say(words.denominator)}>
            <Explained desk={desk} text={indicator.denominator} />
          </Fact>
        )}
        {indicator.rounding && (
          <Fact term={say(words.rounding)}>
            <Explained desk={desk} text={indicator.rounding} />
          </Fact>
        )}
        {indicator.breaks.length > 0 && (
          <Fact term={say(words.breaks)}>
            {indicator.breaks.map((it) => (
              <span class="block">
                {it.at}: <Explained desk={desk} text={it.reason} />
              </span>
            ))}
          </Fact>
        )}
        <Fact term={say(words.polarity)}>{say(polarityWords[indicator.polarity])}</Fact>
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
          {indicator.statusReason && (
            <>
              : <Explained desk={desk} text={indicator.statusReason} />
            </>
          )}
        </Fact>
        <Fact term={say(words.modelPart)}>{say(modelPartWords[indicator.modelPart])}</Fact>
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
