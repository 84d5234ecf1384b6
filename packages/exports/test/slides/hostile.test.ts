import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Leaf, Meeting, Sentence } from "@impactmonitor/views/meeting/leaf";
import { handoutOf } from "../../src/handout/make-handout.ts";
import { slidesOf } from "../../src/slides/make-slides.ts";
import { areaMeetingIn } from "./meeting-book.ts";
import { faultsOf, readOffice } from "./read-office.ts";

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "</a:t></a:r><script>",
    "]]>&amp;&#0;",
    "=1+1\u0000\u0008\u001f",
    "\ud800 half a letter \udc00",
    "\ufffe\uffff",
    "“‘ عربي 中文 👩‍👩‍👧",
    "x".repeat(700),
    'lang="en-US" <c:v>1</c:v>',
    "$1$& charts/chart9.xml",
  ),
);

/** Every text of a meeting replaced by something else; what it is made of stays. */
function spoiled(it: Meeting, text: () => string): Meeting {
  const sentence = (parts: Sentence): Sentence =>
    parts.map((part) => (typeof part === "string" ? text() : { ...part, text: text() }));
  const block = ({ lines }: Block): Block => ({ heading: text(), lines: lines.map(sentence) });
  const leaf = (one: Leaf): Leaf => {
    const base = { title: sentence(one.title), notes: one.notes.map(text), source: text() };
    switch (one.kind) {
      case "title":
        return { ...one, ...base, about: text(), lines: one.lines.map(text) };
      case "theme":
        return { ...one, ...base, about: text(), blocks: one.blocks.map(block) };
      case "words":
        return { ...one, ...base, lead: text(), blocks: one.blocks.map(block) };
      case "table":
        return {
          ...one,
          ...base,
          full: undefined,
          lead: text(),
          head: one.head.map(text),
          rows: one.rows.slice(0, 4).map((row) => row.map(sentence)),
          foot: one.foot.map(text),
        };
      case "message": {
        const chart = one.picture?.chart;
        const marred =
          chart &&
          (chart.kind === "bars"
            ? { ...chart, title: text(), bars: chart.bars.map((bar) => ({ ...bar, label: text() })) }
            : { ...chart, title: text(), series: chart.series.map((line) => ({ ...line, name: text() })) });
        const picture =
          one.picture && marred
            ? { picture: { ...one.picture, chart: marred, alternative: text(), own: text(), notes: [text()] } }
            : {};
        return {
          ...one,
          ...base,
          ...picture,
          theme: text(),
          blocks: one.blocks.map(block),
          full: one.full.map(block),
          question: text(),
        };
      }
    }
  };
  return { ...it, about: text(), title: text(), practice: text(), withdrawn: text(), leaves: it.leaves.map(leaf) };
}

test("no text can break slides or handout", async () => {
  const whole = areaMeetingIn("VT02");
  const kinds = new Map<string, Leaf>(whole.leaves.map((it) => [it.kind, it]));
  const small = { ...whole, leaves: [...kinds.values()] };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(nasty), async (stream) => {
      const of = spoiled(small, () => String(stream.next().value));
      expect(faultsOf(readOffice(await slidesOf(of)))).toEqual([]);
      expect(faultsOf(readOffice(await handoutOf(of)))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});
