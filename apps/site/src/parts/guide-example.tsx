import type { ComponentChildren } from "preact";
import { isAbsent } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { ExampleKind } from "@impactmonitor/model/page-place";
import { areaLabel } from "@impactmonitor/views/area-words";
import { derivationWords } from "@impactmonitor/views/derivation-words";
import { example } from "@impactmonitor/views/guide/example";
import { exampleWords } from "@impactmonitor/views/guide/example-words";
import { lead } from "@impactmonitor/views/lead";
import { pastParts } from "@impactmonitor/views/past";
import { practiceWords, sourceWord } from "@impactmonitor/views/practice-words";
import { relative, type Shown } from "@impactmonitor/views/shown";
import { statement } from "@impactmonitor/views/statement";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { Figure, Signs, Statement } from "./figure.tsx";
import { Guards } from "./guards.tsx";

const words = {
  label: { nl: "Voorbeeld uit deze editie", en: "Example from this edition" },
  figure: { nl: "Uit deze editie", en: "From this edition" },
  none: {
    nl: "In deze editie staat geen cijfer dat dit laat zien.",
    en: "This edition has no figure that shows this.",
  },
  see: { nl: "Bekijk dit cijfer", en: "See this figure" },
  nation: { nl: "In heel Nederland was het", en: "In the whole of the Netherlands it was" },
  perHead: { nl: "Per 10.000 inwoners is dat", en: "Per 10,000 inhabitants that is" },
} as const;

/** A lesson in reading with a figure of this edition, chosen by rule; or that there is none. */
export function GuideExample({ desk, kind }: { desk: Desk; kind: ExampleKind }) {
  const { book, language, say } = desk;
  const found = example(book, kind);
  if (!found) return <p class="live-example live-example-none">{say(words.none)}</p>;
  const [it, ...others] = found.figures;
  const more = exampleWords(kind, found, language);
  return (
    <Box desk={desk} it={it} figures={found.figures} label={say(words.label)} example={kind}>
      <p class="live-example-said">
        <Statement desk={desk} parts={statement(book, it, language)} />{" "}
        {kind === "rounded-parts" &&
          others.map((half) => (
            <>
              <Statement desk={desk} parts={statement(book, half, language)} />{" "}
            </>
          ))}
        {kind === "per-inhabitant" && others[0] && (
          <>
            {say(words.perHead)} <Figure desk={desk} it={others[0]} />.{" "}
            <span class="fine">{derivationWords(others[0], desk.language)}</span>
          </>
        )}
        {kind === "not-clear" && others[0] && (
          <>
            {say(words.nation)} <Figure desk={desk} it={others[0]} />.{" "}
          </>
        )}
        {kind === "revised" && <Statement desk={desk} parts={pastParts(desk.past(it.observation), it, language)} />}
        {more}
      </p>
    </Box>
  );
}

/** The newest figure of the country on a subject, as its own page begins with it. */
export function GuideFigure({ desk, indicator: id }: { desk: Desk; indicator: string }) {
  const { book, language, say } = desk;
  const indicator = book.indicators.get(id);
  const it = indicator && lead(book, indicator, "NL01");
  if (!it || isAbsent(it.cell)) return <p class="live-example live-example-none">{say(words.none)}</p>;
  return (
    <Box desk={desk} it={it} figures={[it]} label={say(words.figure)}>
      <p class="live-example-said">
        <Statement desk={desk} parts={statement(book, it, language)} />
      </p>
    </Box>
  );
}

interface BoxProps {
  readonly desk: Desk;
  readonly it: Shown;
  readonly figures: readonly Shown[];
  readonly label: string;
  readonly example?: ExampleKind;
  readonly children: ComponentChildren;
}
function Box({ desk, it, figures, label, example: kind, children }: BoxProps) {
  const { book, language, say } = desk;
  const source = it.indicator.source ? book.sources.get(it.indicator.source) : undefined;
  return (
    <div class="live-example" role="note" data-example={kind}>
      <p class="live-example-label">
        {label}
        {book.kind === "practice" && <> ({say(practiceWords.short).toLowerCase()})</>}
      </p>
      {children}
      <Signs desk={desk} figures={figures} />
      <Guards desk={desk} figures={figures} />
      <p class="fine">
        {source && (
          <>
            {sourceWord(book, language)}: <a href={desk.link("source", source.id)}>{say(source.shortTitle)}</a>.{" "}
          </>
        )}
        <a href={viewOf(desk, it)}>
          {say(words.see)}
          <span class="sr">
            : {say(it.indicator.shortTitle)}
            {book.area(it.area) && `, ${areaLabel(book.area(it.area)!, language)}`}
          </span>
        </a>
      </p>
    </div>
  );
}

/** The page that begins with exactly this figure, or with the count from which it was made. */
function viewOf(desk: Desk, it: Shown): string {
  const area = desk.book.area(it.area);
  const begins = area && lead(desk.book, it.indicator, area.code);
  const same =
    begins && (begins.rows[0] === it.rows[0] || relative(desk.book, begins.observation)?.rows[0] === it.rows[0]);
  return desk.link("indicator", it.indicator.id, {
    regio: area && area.level !== "nation" ? areaParameter(area) : undefined,
    ...(same
      ? {}
      : {
          periode: it.period,
          uitsplitsing: breakdownKey(it.observation.breakdown) || "totaal",
          maat: it.observation.measure,
        }),
  });
}
