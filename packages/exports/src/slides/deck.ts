import { newPresentation, type Presentation, type Slide } from "./presentation.ts";
import { partsText } from "@impactmonitor/views/statement";
import type { Leaf, Meeting, Sentence } from "@impactmonitor/views/meeting/leaf";
import { cutTo, heightOf, sizeFor } from "./fit.ts";
import { colours, inner, lineHeight, page, typeface, type Box } from "./looks.ts";
import type { Plotted } from "./plotted.ts";
import { clean } from "./xml-text.ts";

/** Slides in the making. */
export interface Deck {
  readonly pres: Presentation;
  readonly meeting: Meeting;
  readonly slides: Slide[];
  /** Where the title of each slide stands: the library puts it where the layout has it. */
  readonly titles: Box[];
  /** What each chart shows, in the order in which they were added. */
  readonly charts: Plotted[];
  /** What the table of a slide says to whoever can't see it, by the number of the slide. */
  readonly tables: Map<number, string>;
  /** Notes of each slide, a paragraph each. */
  readonly notes: (readonly string[])[];
}

const layouts = ["TITLE", "THEME", "CONTENT"] as const;
export type Layout = (typeof layouts)[number];

export function openDeck(meeting: Meeting): Deck {
  const pres = newPresentation();
  pres.defineLayout({ name: "WIDE", width: page.width, height: page.height });
  pres.layout = "WIDE";
  pres.theme = { headFontFace: typeface, bodyFontFace: typeface };
  pres.title = clean(meeting.title);
  pres.subject = clean(meeting.edition);
  pres.author = "Impactmonitor";
  pres.company = "Impactmonitor";
  for (const title of layouts) defineLayout(pres, title);
  return { pres, meeting, slides: [], titles: [], charts: [], tables: new Map(), notes: [] };
}

const grounds: Readonly<Record<Layout, string>> = { TITLE: colours.deep, THEME: colours.pale, CONTENT: colours.white };

function defineLayout(pres: Presentation, title: Layout): void {
  const dark = title === "TITLE";
  pres.defineSlideMaster({
    title,
    background: { color: grounds[title] },
    objects: [
      ...(title === "CONTENT"
        ? [{ line: { x: page.side, y: page.foot, w: inner, h: 0, line: { color: colours.line, width: 0.75 } } }]
        : [{ rect: { x: 0, y: page.band, w: 0.22, h: page.height - page.band, fill: { color: colours.blue } } }]),
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            x: page.side,
            y: 0.8,
            w: inner,
            h: 1,
            margin: 0,
            align: "left",
            valign: "top",
            fontFace: typeface,
            color: dark ? colours.white : colours.ink,
          },
          text: "",
        },
      },
    ],
    slideNumber: {
      x: page.width - page.side - 0.8,
      y: page.foot + 0.08,
      w: 0.8,
      h: 0.25,
      align: "right",
      fontFace: typeface,
      fontSize: 9,
      color: dark ? colours.white : colours.quiet,
    },
  });
}

/** A paragraph or a few, placed. */
interface Placed extends Box {
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly valign?: "top" | "middle" | "bottom";
  readonly fill?: string;
  readonly name?: string;
}

/** Text in a box without margins, as large as was measured. */
export function addWords(slide: Slide, words: string, it: Placed): void {
  if (words === "") return;
  slide.addText(clean(words), {
    x: it.x,
    y: it.y,
    w: it.w,
    h: it.h,
    fontFace: typeface,
    fontSize: it.size,
    color: it.colour ?? colours.ink,
    bold: it.bold ?? false,
    align: it.align ?? "left",
    valign: it.valign ?? "top",
    margin: 0,
    ...(it.fill ? { fill: { color: it.fill } } : {}),
    ...(it.name ? { objectName: it.name } : {}),
  });
}

interface Titled {
  readonly layout: Layout;
  /** Above the title, in small letters. */
  readonly over?: string;
  /** After the title: "2 van 3". */
  readonly part?: string;
  readonly sizes?: readonly number[];
  /** Room for the title. */
  readonly most?: number;
}

/** A title as it fits on a slide: words, size in points, and where it begins and ends in inches. */
interface FittedTitle {
  readonly words: string;
  readonly cut: boolean;
  readonly size: number;
  readonly from: number;
  readonly height: number;
}

export function fitTitle(leaf: Leaf, how: Titled): FittedTitle {
  const whole = partsText(leaf.title);
  const most = how.most ?? 1.15;
  const part = how.part ? ` (${how.part})` : "";
  const size = sizeFor(whole + part, how.sizes ?? [28, 26, 24, 22, 20], inner, most, true);
  const type = { size, bold: true };
  const lines = Math.max(1, Math.floor((most * 72) / (size * lineHeight)));
  const shown = cutTo(whole, type, inner - (part === "" ? 0 : 1), lines);
  const words = shown + part;
  return { words, cut: shown !== whole, size, from: how.over ? 0.86 : 0.62, height: heightOf(words, type, inner) };
}

/** Where what comes under a title begins, in inches. */
export const under = ({ from, height }: FittedTitle): number => from + height + 0.25;

/** A new slide with its title and its marks. @returns the slide and where its content begins, in inches */
export function addSlide(deck: Deck, leaf: Leaf, how: Titled): { readonly slide: Slide; readonly top: number } {
  const { meeting } = deck;
  const slide = deck.pres.addSlide({ masterName: how.layout });
  const title = fitTitle(leaf, how);
  deck.titles.push({ x: page.side, y: title.from, w: inner, h: title.height + 0.05 });
  slide.addText(clean(title.words), {
    placeholder: "title",
    fontSize: title.size,
    bold: true,
    margin: 0,
    valign: "top",
  });
  addMarks(slide, meeting, how.layout);
  const over = { x: page.side, y: 0.56, w: inner, h: 0.26, size: 12, bold: true, colour: colours.blue };
  if (how.over) addWords(slide, cutTo(how.over, over, inner, 1), over);
  deck.slides.push(slide);
  deck.notes.push([
    ...(meeting.practice ? [`${meeting.practice}.`] : []),
    ...(meeting.withdrawn ? [meeting.withdrawn] : []),
    ...(title.cut ? [partsText(leaf.title)] : []),
    ...(leaf.hints ?? []),
    ...leaf.notes,
    leaf.source,
  ]);
  return { slide, top: under(title) };
}

/** What stands on every slide itself, and not behind it: a slide that is copied into another show takes it along. */
function addMarks(slide: Slide, { practice, withdrawn }: Meeting, layout: Layout): void {
  const words = [practice, withdrawn].filter((it) => it !== undefined).join(" · ");
  const band = { x: 0, y: 0, w: page.width, h: page.band };
  const fill = practice ? colours.practice : colours.withdrawn;
  if (words !== "") {
    const size = sizeFor(words, [13, 12, 11, 10, 9], page.width - 1, page.band, true);
    addWords(slide, cutTo(words, { size, bold: true }, page.width - 1, 1), {
      ...band,
      size,
      bold: true,
      colour: colours.white,
      fill,
      align: "center",
      valign: "middle",
      name: "mark",
    });
  } else if (layout === "CONTENT")
    slide.addShape("rect", { x: 0, y: 0, w: page.width, h: 0.1, fill: { color: colours.blue }, objectName: "edge" });
}

/** The last thing on a slide: where it comes from. */
export function addFoot(slide: Slide, source: string, layout: Layout): void {
  const w = inner - 1;
  const size = sizeFor(source, [9, 8], w, 0.32);
  addWords(slide, cutTo(source, { size }, w, 3), {
    x: page.side,
    y: page.foot + 0.08,
    w,
    h: 0.38,
    size,
    colour: layout === "TITLE" ? colours.white : colours.quiet,
    name: "source",
  });
}

export const wordsOf = (it: Sentence): string => partsText(it);
