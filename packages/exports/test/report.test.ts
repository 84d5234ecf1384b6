import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { reportOf } from "@impactmonitor/views/report/report-of";
import { partsText } from "@impactmonitor/views/statement";
import { builtEdition } from "../../pipeline/test/built-edition.ts";
import { CannotMake, makeDocument } from "../src/documents/make-document.ts";
import { openPapers } from "../src/documents/open-papers.ts";
import type { Order } from "../src/documents/order.ts";
import { bindReport } from "../src/report/bind-report.ts";
import { reportHtml } from "../src/report/report-html.ts";
import { madeOnce } from "./made-once.ts";
import { hasPoppler, keepsToUa, pdfInfo, pdfPages } from "./typeset/pdf.ts";

const edition = builtEdition();
const options = { withdrawn: new Map(), boundaries: new Map(), contact: "contact@example.org" };
const paper = openPapers([edition], options).get(edition.manifest.id)!;
const year = Number(edition.manifest.date.slice(0, 4));
const order = (language: "nl" | "en", of = year): Order => ({
  edition: edition.manifest.id,
  subject: { kind: "report", year: of },
  format: "pdf",
  language,
  choices: {},
});
const contentOf = (language: "nl" | "en") => reportOf({ book: paper.book, language, year, history: paper.history! })!;
const plain = (text: string): string => text.replace(/[\s\u00ad-]+/g, "");

const made = madeOnce(paper);
const pdf = (language: "nl" | "en"): Promise<Uint8Array> => made(order(language));

describe.each(languages)("the yearly report as a PDF in %s", (language) => {
  test("keeps to PDF/UA-1 and stays small", async () => {
    expect(keepsToUa(await pdf(language))).toBe(true);
    expect((await pdf(language)).length).toBeLessThan(1_500_000);
  });

  test.skipIf(!hasPoppler)(
    "holds every sentence of every figure, and on every page edition, date and number",
    async () => {
      const bytes = await pdf(language);
      const pages = pdfPages(bytes);
      const foot = /(Pagina|Page) \d+ (van|of) \d+/;
      const text = plain(
        pages
          .map((it) =>
            it
              .split("\n")
              .filter((line) => !foot.test(line))
              .join("\n"),
          )
          .join("\n"),
      );
      const { themes, title } = contentOf(language);
      for (const it of themes.flatMap((one) => one.results))
        for (const sentence of [partsText(it.statement), ...it.sentences.map(partsText), it.period])
          expect(text.includes(plain(sentence)), sentence).toBe(true);
      expect(pdfInfo(bytes)).toMatch(new RegExp(`Title:\\s+${title}`));
      expect(pdfInfo(bytes)).toMatch(/Tagged:\s+yes/);
      for (const page of pages) {
        expect(page).toContain(edition.manifest.id);
        expect(page).toMatch(foot);
      }
    },
  );
});

test("the same order gives the same bytes", async () => {
  const again = await makeDocument(paper, order("nl"));
  expect(Buffer.from(again).equals(Buffer.from(await pdf("nl")))).toBe(true);
});

test("a year without a report can't be made, and says why", async () => {
  await expect(makeDocument(paper, order("nl", 1900))).rejects.toThrow(CannotMake);
});

test.skipIf(!hasPoppler)("practice figures and withdrawn editions are marked on every page", () => {
  const content = contentOf("nl");
  const few = { ...content, themes: content.themes.slice(0, 1) };
  const book = { ...paper.book, kind: "practice" as const };
  const pages = pdfPages(bindReport({ book, withdrawn: { nl: "Een fout.", en: "A mistake." } }, few));
  for (const page of pages) {
    expect(page).toContain("OEFENCIJFERS");
    expect(page).toContain("INGETROKKEN");
  }
});

test("hostile words in it are text, in PDF and in HTML", () => {
  const hostile = `</p><script>alert(1)</script>#import "x" $ \\ ] *_\u202e`;
  const content = contentOf("nl");
  const spoilt = {
    ...content,
    title: hostile,
    themes: [],
    introduction: {
      ...content.introduction,
      title: hostile,
      written: [
        {
          kind: "text" as const,
          spans: [
            { text: hostile, strong: true as const },
            { text: hostile, href: `https://x/"><b>` },
          ],
        },
        { kind: "list" as const, items: [[{ text: hostile }]] },
      ],
    },
  };
  expect(keepsToUa(bindReport(paper, spoilt))).toBe(true);
  const html = reportHtml(spoilt);
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain("&lt;script&gt;");
});

test("the HTML file holds every sentence, loads nothing, and marks practice figures above and below", () => {
  const content = contentOf("en");
  const html = reportHtml(content);
  for (const it of content.themes.flatMap((one) => one.results)) {
    expect(html).toContain(it.source.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
    expect(html.replaceAll("&quot;", '"').replaceAll("&amp;", "&")).toContain(partsText(it.statement));
  }
  expect(html).not.toMatch(/<(link|script|img|iframe)|src=/);
  const practice = reportHtml({ ...content, edition: { ...content.edition, kind: "practice" } });
  expect(practice.split("PRACTICE FIGURES: invented")).toHaveLength(3);
});
