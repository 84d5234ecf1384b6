import type { Area } from "@impactmonitor/model/area";
import { indicatorCsv } from "@impactmonitor/exports/indicator-csv";
import { indicatorView } from "@impactmonitor/views/indicator-view";
import type { Asked } from "./answers/answer.tsx";
import { badRequest, unknownIndicator } from "./answers/problem-answers.tsx";
import { fileName } from "./file-name.ts";
import { findChart, indicatorPicture } from "./indicator-picture.ts";
import { keepable } from "./keep.ts";
import { isPictureKind, pictureFileOf, queryLook, type Download } from "./picture.ts";
import { BadQuery, queryArea, queryBeside, queryLevel, queryPage } from "./query.ts";

/** A file of an indicator: all values as CSV, or one chart as SVG or PNG with title, source and edition inside. */
export function downloadAnswer(asked: Asked, id: string, kind: string): Download {
  const { mark, language } = asked;
  const indicator = mark.book.indicators.get(id);
  if (!indicator) return { page: unknownIndicator(asked, id, true) };
  if (isPictureKind(kind)) return picture(asked, id, kind);
  if (kind !== "csv") return { page: unknownIndicator(asked, id, true) };
  const desk = mark.desk(language);
  const csv = indicatorCsv(mark.book, indicator, language, desk.pasts(id));
  const headers = { "content-disposition": `attachment; filename="${fileName(desk, id)}.csv"` };
  return { file: keepable(200, "text/csv; charset=utf-8", csv, headers) };
}

function picture(asked: Asked, id: string, kind: "svg" | "png"): Download {
  const { mark, language, query } = asked;
  const indicator = mark.book.indicators.get(id)!;
  const area = queryArea(mark.book, query.regio);
  const choice = queryPage(query);
  const beside = queryBeside(mark.book, query.naast);
  const level = queryLevel(query.niveau);
  const look = queryLook(query);
  if (area instanceof BadQuery) return { page: badRequest(asked, area) };
  if (choice instanceof BadQuery) return { page: badRequest(asked, choice) };
  if (beside instanceof BadQuery) return { page: badRequest(asked, beside) };
  if (level instanceof BadQuery) return { page: badRequest(asked, level) };
  if (look instanceof BadQuery) return { page: badRequest(asked, look) };
  const desk = mark.desk(language);
  const where: Area = area ?? mark.book.area("NL01")!;
  const view = indicatorView(mark.book, indicator, where, choice, language, () => "");
  const found = findChart(desk, view, { name: query.grafiek, level, beside });
  if (!found) return { page: unknownIndicator(asked, id, true) };
  return pictureFileOf(desk, id, kind, indicatorPicture(desk, view, found, look));
}
