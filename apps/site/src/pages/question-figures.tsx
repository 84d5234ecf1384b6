import { drawSpark } from "@impactmonitor/charts/spark";
import type { Indicator } from "@impactmonitor/model/indicator";
import { formatList } from "@impactmonitor/views/format";
import { practiceMark, sourceName } from "@impactmonitor/views/practice-words";
import {
  gapsTogether,
  type QuestionFigure,
  type QuestionGap,
  type QuestionStep,
  type QuestionView,
} from "@impactmonitor/views/question-view";
import type { Said } from "@impactmonitor/views/sentences/said";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { Statement } from "../parts/figure.tsx";
import { PairFigure } from "../parts/pair-figure.tsx";
import { FormerFigures } from "../parts/succession.tsx";
import { areaParameter, trendId } from "../paths.ts";
import { National } from "./area-themes.tsx";
import { words } from "./question-words.ts";

/** One step of the story: why these figures, each in sentences with a small picture, and which are missing. */
export function StepOfQuestion({ desk, view, step }: { desk: Desk; view: QuestionView; step: QuestionStep }) {
  const { say } = desk;
  const national = step.missing.filter((it) => it.national);
  // An edition from before there were guides has no step to head its figures.
  const Head = step.why ? "h4" : "h3";
  const without = step.missing.filter((it) => !it.national);
  return (
    <li>
      {step.why && <h3>{say(step.why)}</h3>}
      {step.figures.map((it) => (
        <OneFigure desk={desk} view={view} figure={it} Head={Head} />
      ))}
      {national.map((it) => (
        <div class="q-figure">
          <Head>{title(desk, view, it.indicator)}</Head>
          <p class="fine">
            <Explained desk={desk} text={it.why} />{" "}
            <FormerFigures desk={desk} indicator={it.indicator} former={it.former} />
          </p>
          {it.national && <National desk={desk} indicator={it.indicator} line={it.national} />}
        </div>
      ))}
      {without.length > 0 && <Without desk={desk} view={view} gaps={without} />}
    </li>
  );
}

/** Sentences with their figures marked up. */
export function Sentences({ desk, said }: { desk: Desk; said: readonly Said[] }) {
  return (
    <>
      {said.map((it, i) => (
        <>
          {i > 0 && " "}
          <Statement desk={desk} parts={it.parts} />
        </>
      ))}
    </>
  );
}

interface OneFigureProps {
  readonly desk: Desk;
  readonly view: QuestionView;
  readonly figure: QuestionFigure;
  readonly Head: "h3" | "h4";
}

function OneFigure({ desk, view, figure, Head }: OneFigureProps) {
  const { row, sentences, limit, chart } = figure;
  const { indicator } = row;
  const source = indicator.source ? desk.book.sources.get(indicator.source) : undefined;
  const [first, ...rest] = sentences;
  return (
    <div class="q-figure">
      <Head>
        {title(desk, view, indicator)}
        {row.category && <span class="category">{row.category}</span>}
      </Head>
      <div class="q-pair">
        <div>
          <p class="q-said">{first && <Sentences desk={desk} said={[first]} />}</p>
          {rest.length > 0 && (
            <p>
              <Sentences desk={desk} said={rest} />
            </p>
          )}
          <p class="fine">
            {limit.length > 0 && (
              <>
                <Sentences desk={desk} said={limit} />{" "}
              </>
            )}
            {source && <a href={desk.link("source", source.id)}>{sourceName(desk.book, source, desk.language)}</a>}
          </p>
        </div>
        {(chart || row.spark.length > 1) && (
          <div class="q-charts">
            {chart && row.comparison && <PairFigure desk={desk} chart={chart} comparison={row.comparison} />}
            {row.spark.length > 1 && <Line desk={desk} view={view} figure={figure} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** A word-sized line that leads to the whole series. */
function Line({ desk, view, figure: { row } }: { desk: Desk; view: QuestionView; figure: QuestionFigure }) {
  const address = `${desk.link("indicator", row.indicator.id, regionOf(view))}#${trendId(desk.language)}`;
  const across = practiceMark(desk.book, desk.language)?.across;
  return (
    <p class="q-line">
      <span dangerouslySetInnerHTML={{ __html: drawSpark(row.spark, across) }} />{" "}
      <a href={address}>
        {desk.say(words.line)}
        <span class="sr">: {desk.say(row.indicator.shortTitle)}</span>
      </a>
    </p>
  );
}

function Without({ desk, view, gaps }: { desk: Desk; view: QuestionView; gaps: readonly QuestionGap[] }) {
  const { say, language } = desk;
  return (
    // Where figures answer nothing, what is missing is what there is to read.
    <details class="missing" open={view.answer === "none"}>
      <summary>
        {say(words.without)}{" "}
        {formatList(
          gaps.map((it) => say(it.indicator.shortTitle)),
          language,
        )}
      </summary>
      <dl>
        {gapsTogether(gaps).map((group) => (
          <div>
            <dt>
              {group.map((it) => (
                <span class="block">{title(desk, view, it.indicator)}</span>
              ))}
            </dt>
            <dd>
              <ReasonOf desk={desk} gap={group[0]!} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function ReasonOf({ desk, gap: { indicator, why, former } }: { desk: Desk; gap: QuestionGap }) {
  return (
    <>
      <Explained desk={desk} text={why} /> <FormerFigures desk={desk} indicator={indicator} former={former} />
      {indicator.supplier && (
        <>
          {desk.say(words.supplier)} {desk.sentence(indicator.supplier)}
        </>
      )}
    </>
  );
}

const title = (desk: Desk, view: QuestionView, indicator: Indicator) => (
  <a href={desk.link("indicator", indicator.id, regionOf(view))}>{desk.say(indicator.shortTitle)}</a>
);

const regionOf = ({ area }: QuestionView): { readonly regio: string | undefined } => ({
  regio: area.level === "nation" ? undefined : areaParameter(area),
});
