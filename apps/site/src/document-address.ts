import type { Area } from "@impactmonitor/model/area";
import { formatFiles } from "@impactmonitor/exports/documents/document-name";
import type { Format } from "@impactmonitor/exports/documents/order";
import { compareQuery, type CompareAsked } from "./compare-query.ts";
import type { Desk } from "./desk.ts";
import { areaPath, areaParameter, bookWord, inside, path, talkFile, withQuery } from "./paths.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** Addresses of documents, of the edition of the page that links to them. */
const addressOf = (desk: Desk, address: string, query: Query = {}): string =>
  withQuery(inside(desk.book.kind, address), { ...query, editie: desk.latest ? undefined : desk.book.id });

/** Two dialects share an ending: the address says which. */
const form = (format: Format): Query => (format === "csv-machine" ? { vorm: "machine" } : {});

export const areaDocument = (desk: Desk, area: Area, format: Format): string => {
  const page = areaPath(desk.language, area);
  return format === "talk"
    ? addressOf(desk, `${page}/${talkFile[desk.language]}`)
    : addressOf(desk, `${page}.${formatFiles[format].extension}`, form(format));
};

/** The page on which to choose what goes into the book of an area. */
export const bookPage = (desk: Desk, area: Area): string =>
  addressOf(desk, `${areaPath(desk.language, area)}/${bookWord[desk.language]}`);

/** @param area whose figure it is about; a document of all areas needs none */
export const indicatorDocument = (desk: Desk, id: string, area: Area, format: Format): string =>
  addressOf(desk, `${path(desk.language, "indicator", id)}.${formatFiles[format].extension}`, {
    ...(format === "pdf" && area.level !== "nation" ? { regio: areaParameter(area) } : {}),
    ...form(format),
  });

export const compareDocument = (desk: Desk, asked: CompareAsked, format: Format): string =>
  addressOf(desk, `${path(desk.language, "compare")}.${formatFiles[format].extension}`, {
    ...compareQuery({ ...asked, look: undefined, within: undefined }),
    ...form(format),
  });

/** The edition stands in the address itself. */
export const editionDocument = (desk: Desk, id: string, format: Format): string =>
  withQuery(
    inside(desk.book.kind, `${path(desk.language, "editions", id)}.${formatFiles[format].extension}`),
    form(format),
  );
