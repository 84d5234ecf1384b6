import { strFromU8, strToU8, unzipSync } from "fflate";
import { chartPart } from "./chart-part.ts";
import { chartWorkbook } from "./chart-workbook.ts";
import type { Deck } from "./deck.ts";
import type { Box } from "./looks.ts";
import { xmlText } from "./xml-text.ts";
import { zipOf } from "./zip-of.ts";

const languages = { nl: "nl-NL", en: "en-GB" } as const;

/**
 * What the library wrote, made as we need it: our charts in the place of those that stood in for them, the language of the words, notes in
 * paragraphs, heads of tables, each id once, and no clock in it. The same meeting gives the same bytes.
 */
export function finishSlides(written: Uint8Array, deck: Deck): Uint8Array {
  const { language, practice, day } = deck.meeting;
  const lang = languages[language];
  const found = Object.entries(unzipSync(written));
  const numbers = found.flatMap(([name]) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number);
  const first = Math.min(...numbers) - 1;
  const names = new Set(found.map(([name]) => renumber(name, first)));
  const files = found
    .filter(([name]) => !name.endsWith("/"))
    .map(([name, bytes]): readonly [string, Uint8Array] => {
      const own = renumber(name, first);
      const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(own)?.[1];
      const sheet = /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/.exec(own)?.[1];
      const shown = deck.charts[Number(chart ?? sheet ?? 0) - 1];
      if (chart && shown) return [own, strToU8(chartPart(shown, { language, practice }))];
      if (sheet && shown) return [own, chartWorkbook(shown, practice ?? "")];
      if (!/\.(xml|rels)$/.test(own)) return [own, bytes];
      let xml = renumber(strFromU8(bytes), first);
      xml = xml.replaceAll(/ lang="[^"]*"/g, ` lang="${lang}"`).replaceAll(/ altLang="[^"]*"/g, "");
      if (own === "[Content_Types].xml") xml = withoutStrangers(xml, names);
      if (own === "docProps/core.xml") xml = withDay(xml, day, lang);
      const notes = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(own)?.[1];
      if (notes) xml = withNotes(xml, deck.notes[Number(notes) - 1] ?? [], lang);
      const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(own)?.[1];
      if (number) {
        xml = withTitleAt(xml, deck.titles[Number(number) - 1]);
        xml = withHeads(xml, deck.tables.get(Number(number)) ?? "");
        xml = withOwnIds(xml);
      }
      return [own, strToU8(xml)];
    });
  return zipOf(inOrder(files));
}

/** The library counts charts over all shows that it ever made in this process. */
const renumber = (text: string, first: number): string =>
  text.replaceAll(
    /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet|charts\/style|charts\/colors)(\d+)(?=\.x)/g,
    (_, name: string, number: string) => `${name}${Number(number) - first}`,
  );

const withDay = (xml: string, day: string, lang: string): string =>
  xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
    .replace("</cp:coreProperties>", `<dc:language>${lang}</dc:language></cp:coreProperties>`);

/** The library names a master for each slide, but writes one. */
const withoutStrangers = (xml: string, names: ReadonlySet<string>): string =>
  xml.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (whole, name: string) => (names.has(name) ? whole : ""));

/** Each note a paragraph; the library puts all of them into one. */
function withNotes(xml: string, notes: readonly string[], lang: string): string {
  const paragraphs = notes.map(
    (it) => `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${xmlText(it)}</a:t></a:r></a:p>`,
  );
  return xml.replace(
    /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>)<a:p>.*?<\/a:p>(?=<\/p:txBody>)/s,
    (_, before: string) => before + paragraphs.join(""),
  );
}

const emu = (inches: number): number => Math.round(inches * 914_400);

/** The title where it was measured to stand. */
const withTitleAt = (xml: string, box: Box | undefined): string =>
  box === undefined
    ? xml
    : xml.replace(
        /(<p:ph\b[^>]*type="title"[^>]*\/>.*?)<a:off [^>]*\/><a:ext [^>]*\/>/s,
        (_, before: string) =>
          `${before}<a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/>`,
      );

/** The first row of a table is its head, and a table says what it is. */
const withHeads = (xml: string, said: string): string =>
  xml
    .replaceAll("<a:tblPr/>", `<a:tblPr firstRow="1" bandRow="1"/>`)
    .replaceAll(/(<p:cNvPr id="\d+" name="table)"/g, (_, before: string) => `${before}" descr="${xmlText(said)}"`);

/** No two things on a slide have one id: a program that finds two offers to mend the file. */
function withOwnIds(xml: string): string {
  let id = 1;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
}

/** What a file is must stand first in it. */
const inOrder = (files: readonly (readonly [string, Uint8Array])[]): (readonly [string, Uint8Array])[] => {
  const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  return files.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
};
