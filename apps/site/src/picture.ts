import { grounds, type FileWords, type Ground } from "@impactmonitor/charts/picture-file";
import type { Language } from "@impactmonitor/model/text";
import { formatNumber } from "@impactmonitor/views/format";
import { practiceMark } from "@impactmonitor/views/practice-words";
import type { Answer, Asked } from "./answers/answer.tsx";
import type { Desk } from "./desk.ts";
import { fileName } from "./file-name.ts";
import { keepable, type Kept } from "./keep.ts";
import { BadQuery } from "./query.ts";

/** What a file's address leads to: the file, a picture that is still to be drawn, or a page that says what is wrong. */
export type Download = { readonly file: Kept } | Picture | { readonly page: Answer };
export interface Picture {
  readonly svg: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const pictureKinds = ["svg", "png"] as const;
export type PictureKind = (typeof pictureKinds)[number];
export const isPictureKind = (kind: string): kind is PictureKind => pictureKinds.some((it) => it === kind);

/** How a picture is asked for: on which ground, and how large. */
export interface PictureLook {
  readonly ground: Ground;
  readonly scale: number;
}

const groundWords: Readonly<Record<Ground, string>> = { white: "wit", none: "doorzichtig" };
/** Pixels of a PNG to a unit of the picture: 640 units wide, so 1,280 pixels as usual. */
const scales = [1, 2, 3, 4];
const usualScale = 2;

/** The ground and size of `?achtergrond=` and `?schaal=`. */
export function queryLook({ achtergrond, schaal }: Asked["query"]): PictureLook | BadQuery {
  const ground = achtergrond === undefined ? "white" : grounds.find((it) => groundWords[it] === achtergrond);
  if (!ground)
    return new BadQuery({
      nl: "Schrijf ?achtergrond=wit of ?achtergrond=doorzichtig.",
      en: "Write ?achtergrond=wit for white or ?achtergrond=doorzichtig for transparent.",
    });
  const scale = schaal === undefined ? usualScale : scales.find((it) => String(it) === schaal);
  if (scale === undefined)
    return new BadQuery({
      nl: "Schrijf ?schaal=1, 2, 3 of 4. Zonder is een PNG 1280 punten breed, bij 4 is dat 2560.",
      en: "Write ?schaal=1, 2, 3 or 4. Without it a PNG is 1,280 pixels wide, with 4 it is 2,560.",
    });
  return { ground, scale };
}

/** What stands in every picture of an edition, whatever it shows; the rest is added. */
export const pictureWords = (
  desk: Desk,
  look: PictureLook,
  title: string,
  lines: readonly string[],
  percent = false,
): FileWords => ({
  title,
  practice: practiceMark(desk.book, desk.language),
  ground: look.ground,
  // PNG is drawn at twice the size that the SVG gives itself.
  scale: look.scale / usualScale,
  lines: [...(desk.standing.withdrawn ? [withdrawnLine[desk.language]] : []), ...lines],
  tick: pictureTick(desk.language, percent),
});

export const pictureTick =
  (language: Language, percent: boolean) =>
  (value: number): string =>
    `${formatNumber(value, Number.isInteger(value) ? 0 : 1, language)}${percent ? "%" : ""}`;

export const withdrawnLine = { nl: "Deze editie is ingetrokken.", en: "This edition was withdrawn." } as const;

/** A finished SVG as the file that was asked for. */
export function pictureFileOf(desk: Desk, what: string, kind: PictureKind, svg: string): Download {
  const headers = { "content-disposition": `attachment; filename="${fileName(desk, what)}.${kind}"` };
  return kind === "svg" ? { file: keepable(200, "image/svg+xml", svg, headers) } : { svg, headers };
}
