import type { ComponentChildren } from "preact";
import type {
  ReportContent,
  ReportResult,
  ReportSection,
  ReportTheme,
} from "@impactmonitor/views/report/report-content";
import { reportWords } from "@impactmonitor/views/report/report-words";
import type { ReportYear } from "@impactmonitor/views/report/report-years";
import { counted, nouns } from "@impactmonitor/views/counted";
import type { Desk } from "../desk.ts";
import { Blocks, Written } from "../parts/blocks.tsx";
import { Statement } from "../parts/figure.tsx";
import { PrintButton } from "../parts/print-button.tsx";

const words = {
  contents: { nl: "Inhoud", en: "Contents" },
  sources: {
    nl: "Alle bronnen, met hoe de cijfers tot stand komen",
    en: "All sources, with how their figures come about",
  },
  from: { nl: "Over de bronnen van dit thema:", en: "About the sources of this theme:" },
  all: { nl: "Alle jaarrapporten", en: "All yearly reports" },
  pdf: { nl: "Dit rapport als PDF", en: "This report as PDF" },
  more: { nl: "Grafiek, tabel en definitie", en: "Chart, table and definition" },
  title: { nl: "Jaarrapporten", en: "Yearly reports" },
  lede: {
    nl: "Elk rapport vertelt wat er landelijk bekend is tot en met een jaar: per thema, met de periode en de bron van elk cijfer. Het trekt geen conclusie die de redactie niet schreef.",
    en: "Each report tells what is known for the country up to and including a year: by theme, with the period and source of each figure. It draws no conclusion that the editors did not write.",
  },
  about: { nl: "{subjects} met een cijfer over dit jaar zelf", en: "{subjects} with a figure about this year itself" },
  none: { nl: "nog geen cijfer over dit jaar zelf", en: "no figure about this year itself yet" },
  written: { nl: "met tekst van de redactie", en: "with text of the editors" },
} as const;

/** The years on which there is a report. */
export function ReportsPage({ desk, years }: { desk: Desk; years: readonly ReportYear[] }) {
  const { say, language } = desk;
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <ul class="link-list">
        {years.map(({ year, subjects, written }) => (
          <li>
            <a href={desk.link("report", String(year))}>{say(reportWords.title).replace("{year}", String(year))}</a>{" "}
            <span class="fine">
              {subjects === 0
                ? say(words.none)
                : say(words.about).replace("{subjects}", counted(subjects, nouns.subject, language))}
              {written && `; ${say(words.written)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The report on a year: what the figures say by theme, and what the editors wrote, each in its own place. */
export function ReportPage({ desk, report, pdf }: { desk: Desk; report: ReportContent; pdf?: string }) {
  const { say } = desk;
  const { introduction, startingPoints, themes, sources, news, missing, conclusion } = report;
  const chapters = [introduction, startingPoints, ...themes, sources, news, missing, conclusion];
  return (
    <article class="report prose">
      <p class="eyebrow">
        <a href={desk.link("report")}>{say(words.all)}</a>
      </p>
      <h1>{report.title}</h1>
      {report.lines.map((it, i) => (
        <p class={i === 0 ? "lede" : "fine"}>{it}</p>
      ))}
      <p class="actions">
        {pdf !== undefined && <a href={pdf}>{say(words.pdf)}</a>} <PrintButton desk={desk} look="copy" />
      </p>
      <nav class="report-contents" aria-labelledby="inhoudsopgave">
        <h2 id="inhoudsopgave">{say(words.contents)}</h2>
        <ol>
          {chapters.map((it) => (
            <li>
              <a href={`#${it.id}`}>{it.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Part desk={desk} section={introduction} />
      <Part desk={desk} section={startingPoints} />
      {themes.map((it) => (
        <ThemePart desk={desk} theme={it} />
      ))}
      <Part desk={desk} section={sources}>
        <p>
          <a href={desk.link("sources")}>{say(words.sources)}</a>
        </p>
      </Part>
      {[news, missing, conclusion].map((it) => (
        <Part desk={desk} section={it} />
      ))}
    </article>
  );
}

function Part({ desk, section, children }: { desk: Desk; section: ReportSection; children?: ComponentChildren }) {
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.written && <Written desk={desk} title={desk.say(reportWords.written)} blocks={section.written} />}
      <Blocks desk={desk} blocks={section.blocks} />
      {children}
    </section>
  );
}

function ThemePart({ desk, theme }: { desk: Desk; theme: ReportTheme }) {
  const { book } = desk;
  const used = new Set(theme.results.flatMap((it) => book.indicators.get(it.indicator)?.source ?? []));
  const sources = [...used].flatMap((it) => book.sources.get(it) ?? []);
  return (
    <section aria-labelledby={theme.id}>
      <h2 id={theme.id}>{theme.title}</h2>
      <p>{theme.about}</p>
      {theme.written && <Written desk={desk} title={desk.say(reportWords.written)} blocks={theme.written} />}
      <p class="fine">{theme.newest}</p>
      {theme.results.map((it) => (
        <Result desk={desk} it={it} />
      ))}
      {sources.length > 0 && (
        <p class="fine">
          {desk.say(words.from)}{" "}
          {sources.map((it, i) => (
            <>
              {i > 0 && "; "}
              <a href={desk.link("source", it.id)}>{desk.say(it.title)}</a>
            </>
          ))}
          .
        </p>
      )}
    </section>
  );
}

function Result({ desk, it }: { desk: Desk; it: ReportResult }) {
  const { say } = desk;
  const [limit] = it.doesNotSay;
  return (
    <div class="report-result">
      <h3>
        {it.title} <span class="h2-sub">{it.period}</span>
      </h3>
      <p class="statement-line">
        <Statement desk={desk} parts={it.statement} />
      </p>
      {it.sentences.length > 0 && (
        <p>
          {it.sentences.map((parts, i) => (
            <>
              {i > 0 && " "}
              <Statement desk={desk} parts={parts} />
            </>
          ))}
        </p>
      )}
      {it.guards.map((words) => (
        <p>{words}</p>
      ))}
      {limit !== undefined && (
        <p>
          <strong>{say(reportWords.doesNotSay)}:</strong> {limit}
        </p>
      )}
      <p class="fine">
        {it.signs.length > 0 && `${it.signs.join(" · ")}. `}
        <span data-copy-source="">{it.source}</span>{" "}
        <a href={desk.link("indicator", it.indicator)}>
          {say(words.more)}
          <span class="sr">: {it.title}</span>
        </a>
      </p>
    </div>
  );
}
