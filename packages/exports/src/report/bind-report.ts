import { readFileSync } from "node:fs";
import type { InsertBlock, InsertSpan } from "@impactmonitor/model/report-insert";
import { practiceMark } from "@impactmonitor/views/practice-words";
import type { ReportContent, ReportSection } from "@impactmonitor/views/report/report-content";
import { reportWords } from "@impactmonitor/views/report/report-words";
import { Binder } from "../book/bound.ts";
import type { Paper } from "../documents/make-document.ts";
import { sheetWords } from "../typeset/sheet-words.ts";
import { typeset } from "../typeset/typst.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const parts = read("../book/parts.typ");
const report = read("./report.typ");

/** A yearly report as a tagged PDF: cover, contents, a chapter for each part. */
export function bindReport(paper: Pick<Paper, "book" | "withdrawn">, content: ReportContent): Uint8Array {
  const { language, themes } = content;
  const binder = new Binder(language, practiceMark(paper.book, language));
  const section = (it: ReportSection) => ({ ...binder.section(it), written: (it.written ?? []).map(block) });
  const data = {
    paper: sheetWords(paper, language, { title: content.title }),
    words: {
      contents: language === "nl" ? "Inhoud" : "Contents",
      written: reportWords.written[language],
      period: reportWords.period[language],
      doesNotSay: reportWords.doesNotSay[language],
    },
    title: content.title,
    lines: content.lines,
    introduction: section(content.introduction),
    startingPoints: section(content.startingPoints),
    themes: themes.map((it) => ({
      title: it.title,
      about: it.about,
      written: (it.written ?? []).map(block),
      newest: it.newest,
      results: it.results.map((one) => ({
        ...binder.figure(one),
        period: one.period,
        signs: one.signs.join(" · "),
      })),
    })),
    sources: section(content.sources),
    news: section(content.news),
    missing: section(content.missing),
    conclusion: section(content.conclusion),
  };
  return typeset(report, { "parts.typ": parts, "data.json": data, ...binder.files }, { date: content.edition.date });
}

/** On paper a page of the monitor is nowhere: of such a link the words stay. */
const span = ({ text, strong, href = "" }: InsertSpan) => ({
  text,
  strong: strong === true,
  href: href.startsWith("/") ? "" : href,
});

const block = (it: InsertBlock) =>
  it.kind === "list"
    ? { kind: it.kind, items: it.items.map((one) => one.map(span)) }
    : { kind: it.kind, spans: it.spans.map(span) };
