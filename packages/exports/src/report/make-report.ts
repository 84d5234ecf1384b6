import { reportOf } from "@impactmonitor/views/report/report-of";
import { CannotMake, type Make } from "../documents/make-document.ts";
import { bindReport } from "./bind-report.ts";

/** The report on a year as a PDF. */
export const makeReport: Make = async (paper, { subject, language }, told) => {
  const { book, withdrawn, history } = paper;
  const report =
    subject.kind === "report" && history
      ? reportOf({ book, language, year: subject.year, history, ...(withdrawn ? { withdrawn } : {}) })
      : undefined;
  if (!report)
    throw new CannotMake({
      nl: "Over dit jaar is er geen rapport in deze editie.",
      en: "This edition has no report on this year.",
    });
  told(0.3);
  const bytes = bindReport(paper, report);
  told(1);
  return bytes;
};
