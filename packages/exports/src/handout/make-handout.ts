import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TextRun,
  type IStylesOptions,
} from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Meeting } from "@impactmonitor/views/meeting/leaf";
import type { Make } from "../documents/make-document.ts";
import { meetingOf } from "../documents/meeting-of.ts";
import { clean } from "../slides/xml-text.ts";
import { zipOf } from "../slides/zip-of.ts";
import { leafParts } from "./leaf-parts.ts";
import { cm, colours, points, sheet, typeface } from "./looks.ts";

/** What goes with the slides on paper, as DOCX: to read beforehand, to write in, and to keep. */
export const makeHandout: Make = async (paper, order, told) => {
  const meeting = meetingOf(paper, order);
  told(0.2);
  const bytes = await handoutOf(meeting);
  told(1);
  return bytes;
};

const languages = { nl: "nl-NL", en: "en-GB" } as const;

/** A meeting as DOCX. The same meeting gives the same bytes. */
export async function handoutOf(meeting: Meeting): Promise<Uint8Array> {
  const made = new Document({
    title: clean(meeting.title),
    subject: clean(meeting.edition),
    creator: "Impactmonitor",
    lastModifiedBy: "Impactmonitor",
    description: clean([meeting.practice, meeting.withdrawn, meeting.edition].filter(Boolean).join(". ")),
    styles: stylesIn(languages[meeting.language]),
    sections: [
      {
        properties: {
          page: {
            size: { width: sheet.width, height: sheet.height },
            margin: { ...sheet.margin, header: cm(0.9), footer: cm(0.8) },
          },
        },
        headers: { default: new Header({ children: [headOf(meeting)] }) },
        footers: { default: new Footer({ children: [footOf(meeting)] }) },
        children: meeting.leaves.flatMap((it) => leafParts(it, meeting)),
      },
    ],
  });
  return finished(new Uint8Array(await Packer.toArrayBuffer(made)), meeting);
}

/** On each page: that the figures are invented or withdrawn, or else what this is about. */
function headOf({ practice, withdrawn, about }: Meeting): Paragraph {
  const words = [practice, withdrawn].filter((it) => it !== undefined).join(" · ");
  const marked = words !== "";
  return new Paragraph({
    alignment: marked ? AlignmentType.CENTER : AlignmentType.LEFT,
    ...(marked
      ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: practice ? colours.practice : colours.withdrawn } }
      : {}),
    children: [
      new TextRun({
        text: clean(marked ? words : about),
        bold: marked,
        size: 18,
        color: marked ? colours.white : colours.quiet,
      }),
    ],
  });
}

function footOf({ edition, language }: Meeting): Paragraph {
  const nl = language === "nl";
  const small = { size: 16, color: colours.quiet };
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 6 } },
    tabStops: [{ type: "right", position: sheet.width - sheet.margin.left - sheet.margin.right }],
    children: [
      new TextRun({ text: clean(edition), ...small }),
      new TextRun({
        children: [nl ? "\tbladzijde " : "\tpage ", PageNumber.CURRENT, nl ? " van " : " of ", PageNumber.TOTAL_PAGES],
        ...small,
      }),
    ],
  });
}

function stylesIn(language: string): IStylesOptions {
  const run = { font: typeface, color: colours.ink, language: { value: language } };
  const head = (size: number, before: number, after: number) => ({
    run: { ...run, size: size * 2, bold: true },
    paragraph: { spacing: { before: points(before), after: points(after) } },
  });
  const own = (id: string, size: number, colour: string, bold: boolean, before: number, after: number) => ({
    id,
    name: id,
    basedOn: "Normal",
    run: { size: size * 2, color: colour, bold },
    paragraph: { spacing: { before: points(before), after: points(after) } },
  });
  return {
    default: {
      document: {
        run: { ...run, size: 21 },
        paragraph: { spacing: { after: points(5), line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: head(24, 0, 8),
      heading1: { ...head(18, 22, 6), run: { ...run, size: 36, bold: true, color: colours.deep } },
      heading2: head(13, 16, 6),
      heading3: head(11, 10, 4),
    },
    paragraphStyles: [
      own("Lead", 12, colours.quiet, false, 0, 8),
      own("Label", 10.5, colours.blue, true, 6, 2),
      own("Small", 9, colours.quiet, false, 0, 3),
      own("Question", 12, colours.ink, true, 0, 0),
      { ...own("Cell", 9.5, colours.ink, false, 0, 0) },
    ],
  };
}

/** The library writes the time of making and names of its own; a document of an edition is as old as the edition. */
function finished(written: Uint8Array, { day, language }: Meeting): Uint8Array {
  const files = Object.entries(unzipSync(written)).filter(([name]) => !name.endsWith("/"));
  return zipOf(
    files.map(([name, bytes]): readonly [string, Uint8Array] => {
      if (name === "word/document.xml") return [name, strToU8(withOwnIds(strFromU8(bytes)))];
      if (name !== "docProps/core.xml") return [name, bytes];
      const xml = strFromU8(bytes)
        .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
        .replace("</cp:coreProperties>", `<dc:language>${languages[language]}</dc:language></cp:coreProperties>`);
      return [name, strToU8(xml)];
    }),
  );
}

/** The library counts pictures over all documents that it ever made in this process. */
function withOwnIds(xml: string): string {
  let id = 1;
  return xml.replaceAll(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${id++}"`);
}
