import { reportOf } from "@impactmonitor/views/report/report-of";
import { reportYears } from "@impactmonitor/views/report/report-years";
import { historyOf } from "../history-of.ts";
import { ReportPage, ReportsPage } from "../pages/report-page.tsx";
import { fileOf, path } from "../paths.ts";
import { type Answer, type Asked, page } from "./answer.tsx";
import { notFound } from "./problem-answers.tsx";

export function reportsAnswer(asked: Asked): Answer {
  const { mark, language } = asked;
  return page(
    asked,
    {
      title: language === "nl" ? "Jaarrapporten" : "Yearly reports",
      needs: ["guide"],
      address: (it) => path(it, "report"),
    },
    <ReportsPage desk={mark.desk(language)} years={reportYears(mark.book)} />,
  );
}

/** The report on a year; of a year without one, the years that have one. */
export function reportAnswer(asked: Asked, year: string): Answer {
  const { mark, language, library } = asked;
  const { book } = mark;
  const desk = mark.desk(language);
  const report = /^\d{4}$/.test(year)
    ? reportOf({
        book,
        language,
        brief: true,
        year: Number(year),
        history: historyOf(library, mark),
        ...(desk.standing.withdrawn ? { withdrawn: desk.standing.withdrawn.reason } : {}),
      })
    : undefined;
  if (!report) {
    const years = reportYears(book).slice(0, 5);
    return notFound(
      asked,
      years.map((it) => ({ href: desk.link("report", String(it.year)), label: String(it.year) })),
    );
  }
  return page(
    asked,
    {
      title: report.title,
      needs: ["guide"],
      description: report.lines[0],
      address: (it) => path(it, "report", year),
    },
    <ReportPage desk={desk} report={report} pdf={fileOf(desk.link("report", year), "pdf", {})} />,
  );
}
