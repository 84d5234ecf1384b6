import type { Level } from "@impactmonitor/model/area";
import { comparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { compareView } from "@impactmonitor/views/comparison/compare-view";
import { areaPicture } from "../area-picture.ts";
import { comparablePicture } from "../comparable-picture.ts";
import { readComparable } from "../comparable-query.ts";
import { comparePicture } from "../compare-picture.ts";
import { readCompare } from "../compare-query.ts";
import { pictureFileOf, queryLook, type Download, type PictureKind } from "../picture.ts";
import { BadQuery, queryArea } from "../query.ts";
import type { Asked } from "./answer.tsx";
import { areaAnswer } from "./area-answers.tsx";
import { compareAnswer, isComplete } from "./compare-answers.tsx";
import { badRequest, notFound } from "./problem-answers.tsx";

/** A chart of a comparison; of an address that can't be read, the page that says so. */
export function comparePictureAnswer(asked: Asked, kind: PictureKind): Download {
  const { mark, language, query } = asked;
  const choice = readCompare(mark.book, query);
  const look = queryLook(query);
  if (look instanceof BadQuery) return { page: badRequest(asked, look) };
  if (!isComplete(choice)) return { page: { ...compareAnswer(asked), status: 400 } };
  const desk = mark.desk(language);
  const svg = comparePicture(desk, compareView(mark.book, choice), query.grafiek ?? "", look);
  if (svg === undefined) return { page: notFound(asked, []) };
  return pictureFileOf(desk, language === "nl" ? "vergelijking" : "comparison", kind, svg);
}

/** One trait of an area and those like it. */
export function comparablePictureAnswer(asked: Asked, kind: PictureKind): Download {
  const { mark, language, query } = asked;
  const area = queryArea(mark.book, query.regio);
  const look = queryLook(query);
  if (area instanceof BadQuery) return { page: badRequest(asked, area) };
  if (look instanceof BadQuery) return { page: badRequest(asked, look) };
  if (!area) return { page: notFound(asked, []) };
  const choice = readComparable(mark.book, area, query);
  if (choice instanceof BadQuery) return { page: badRequest(asked, choice) };
  const desk = mark.desk(language);
  const svg = comparablePicture(desk, comparableAreas(mark.book, area, choice), query.grafiek ?? "", look);
  if (svg === undefined) return { page: notFound(asked, []) };
  return pictureFileOf(desk, `${language === "nl" ? "vergelijkbaar" : "comparable"}-${area.slug}`, kind, svg);
}

/** Where an area lies. */
export function areaPictureAnswer(asked: Asked, level: Level, slug: string, kind: PictureKind): Download {
  const { mark, language, query } = asked;
  const area = mark.book.areaBySlug(level, slug);
  if (!area) return { page: areaAnswer(asked, level, slug) };
  const look = queryLook(query);
  if (look instanceof BadQuery) return { page: badRequest(asked, look) };
  const desk = mark.desk(language);
  const svg = areaPicture(desk, area, look);
  return svg === undefined ? { page: notFound(asked, []) } : pictureFileOf(desk, slug, kind, svg);
}
