import { renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { editionPlaces, readServed } from "@impactmonitor/edition/served-editions";
import { openPapers } from "@impactmonitor/exports/documents/open-papers";
import { bindReport } from "@impactmonitor/exports/report/bind-report";
import { reportHtml } from "@impactmonitor/exports/report/report-html";
import { reportOf } from "@impactmonitor/views/report/report-of";
import { reportYears } from "@impactmonitor/views/report/report-years";
import { dataFolder } from "./root.ts";

const text = { type: "string" } as const;

/** Writes the report on a year as a draft for editors: it says where they can still write. 0 written, 1 can't be made, 2 wrong words. */
export function reportCommand(words: string[]): number {
  const { values } = parseArgs({
    args: words,
    options: {
      year: text,
      language: { ...text, default: "nl" },
      format: text,
      to: text,
      edition: text,
      data: text,
      practice: { type: "boolean", default: false },
    },
  });
  const { to, language } = values;
  const year = Number(values.year);
  const format = values.format ?? (to?.endsWith(".pdf") ? "pdf" : "html");
  if (!/^\d{4}$/.test(values.year ?? "")) return wrong("Name the year.", "Such as: --year 2026");
  if (to === undefined) return wrong("Name the file to write.", "Such as: --to report.pdf");
  if (language !== "nl" && language !== "en") return wrong(`There is no language “${language}”.`, "Choose nl or en.");
  if (format !== "html" && format !== "pdf") return wrong(`There is no format “${format}”.`, "Choose html or pdf.");

  const kind = values.practice ? "practice" : "published";
  const data = dataFolder(values.data);
  const places = editionPlaces(data, process.env.IMPACTMONITOR_EDITIONS);
  const served = readServed(places[kind], kind, console.error);
  if (!served)
    return refuse(
      `No ${kind} edition in ${data}.`,
      `Make one with: impactmonitor ${values.practice ? "practice" : "edition"} build`,
    );
  const papers = openPapers(served.editions, {
    withdrawn: served.withdrawn,
    boundaries: new Map(),
    contact: process.env.IMPACTMONITOR_CONTACT ?? "contact@example.org",
  });
  const newest = served.editions.findLast((it) => !served.withdrawn.has(it.manifest.id)) ?? served.editions.at(-1);
  const id = values.edition ?? newest?.manifest.id ?? "";
  const paper = papers.get(id);
  if (!paper?.history) return refuse(`There is no edition ${id}.`, `Choose one of: ${[...papers.keys()].join(", ")}.`);
  const { book, history, withdrawn } = paper;
  const report = reportOf({ book, language, year, history, draft: true, ...(withdrawn ? { withdrawn } : {}) });
  if (!report)
    return refuse(
      `Edition ${id} has no report on ${year}.`,
      `Choose one of: ${reportYears(book)
        .map((it) => it.year)
        .join(", ")}.`,
    );
  // Whoever reads the file meanwhile finds the old one or all of the new one.
  const half = `${to}.half-${process.pid}`;
  writeFileSync(half, format === "pdf" ? bindReport(paper, report) : reportHtml(report));
  renameSync(half, to);
  console.log(`${to}: ${report.title}, edition ${id}`);
  return 0;
}

const refuse = (what: string, mend: string): number => {
  console.error(`${what}\n${mend}`);
  return 1;
};
const wrong = (what: string, mend: string): number => {
  console.error(`${what}\n${mend}`);
  return 2;
};
