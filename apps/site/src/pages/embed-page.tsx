import type { ComponentChildren } from "preact";
import { areaLabel } from "@impactmonitor/views/area-words";
import { formatDate } from "@impactmonitor/views/format";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { capital, editionName, practiceWords } from "@impactmonitor/views/practice-words";
import { paragraph, paragraphWithout } from "@impactmonitor/views/sentences/paragraph";
import type { Desk } from "../desk.ts";
import { embedScriptPath } from "../embed-snippet.ts";
import { notesUnder, sourcesOf, type FoundChart } from "../indicator-picture.ts";
import { ChartFigure, MapFigure, MapPatterns } from "../parts/chart.tsx";
import { Signs, Statement } from "../parts/figure.tsx";

const words = {
  more: { nl: "Meer over dit cijfer op Impactmonitor", en: "More about this figure on Impactmonitor" },
  newTab: { nl: "opent in een nieuw venster", en: "opens in a new window" },
  withdrawn: {
    nl: "Deze editie is ingetrokken. Gebruik deze cijfers niet meer.",
    en: "This edition was withdrawn. Please don’t use these figures any more.",
  },
  older: { nl: "Er is een nieuwere editie.", en: "There is a newer edition." },
} as const;

interface FrameProps {
  readonly desk: Desk;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** What others may show in their pages: no menu, no form, nothing to follow but one link to the monitor. */
export function EmbedFrame({ desk, title, children }: FrameProps) {
  const { assets, language, say, book, standing } = desk;
  const practice = book.kind === "practice";
  return (
    <html lang={language} class={practice ? "is-embed is-practice" : "is-embed"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${practice ? `${say(practiceWords.short)}: ` : ""}${title} – Impactmonitor`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={assets.fontBold} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.style} />
        <link rel="stylesheet" href={assets.needs.guide.style} />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <script src={embedScriptPath} async />
      </head>
      <body>
        {practice && <p class="embed-practice">{say(practiceWords.band)}</p>}
        <main>
          <h1>{title}</h1>
          {standing.withdrawn && (
            <p class="notice notice-withdrawn">
              <strong>{say(words.withdrawn)}</strong> {desk.sentence(standing.withdrawn.reason)}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}

interface Props {
  readonly desk: Desk;
  readonly view: IndicatorView;
  /** Absent for the figure in words alone. */
  readonly found?: FoundChart;
  /** The page of the monitor that this is from. */
  readonly href: string;
}

/** One figure in a few sentences, with one chart or none, its source and edition. */
export function EmbedPage({ desk, view, found, href }: Props) {
  const { say, book, language } = desk;
  const { lead, indicator, area } = view;
  const said = lead ? paragraph(book, lead.shown, language) : paragraphWithout(book, indicator, area, language);
  return (
    <EmbedFrame desk={desk} title={`${say(indicator.shortTitle)}, ${areaLabel(area, language)}`}>
      <p>
        {said.sentences.map((it, i) => (
          <>
            {i > 0 && " "}
            <Statement desk={desk} parts={it.parts} />
          </>
        ))}
      </p>
      {lead && <Signs desk={desk} figures={[lead.shown]} />}
      {found && <EmbedChart desk={desk} view={view} found={found} />}
      <div class="embed-foot">
        {(found ? sourcesOf(desk, view, found) : [said.source]).map((it) => (
          <p class="fine">{it}</p>
        ))}
        <p>
          <a href={href} target="_blank" rel="noopener">
            {say(words.more)}
            <span class="sr"> ({say(words.newTab)})</span>
          </a>{" "}
          <span class="fine">
            {`${capital(editionName(book, language))}, ${formatDate(book.date, language)}.`}
            {!desk.latest && ` ${say(words.older)}`}
          </span>
        </p>
      </div>
    </EmbedFrame>
  );
}

function EmbedChart({ desk, view, found }: { desk: Desk; view: IndicatorView; found: FoundChart }) {
  const { chart, areas } = found;
  const notes = notesUnder(view, found, desk.language);
  return (
    <>
      {chart.kind === "map" && areas ? (
        <>
          <MapPatterns />
          <MapFigure desk={desk} chart={chart} level={areas.level} classification={areas.classification} />
        </>
      ) : (
        <ChartFigure desk={desk} chart={chart} />
      )}
      {notes.length > 0 && (
        <ul class="fine">
          {notes.map((it) => (
            <li>{it}</li>
          ))}
        </ul>
      )}
    </>
  );
}
