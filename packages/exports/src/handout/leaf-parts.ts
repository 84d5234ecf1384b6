import type { Paragraph, Table } from "docx";
import { partsText } from "@impactmonitor/views/statement";
import type { Leaf, Meeting, MessageLeaf, TableLeaf, TitleLeaf, WordsLeaf } from "@impactmonitor/views/meeting/leaf";
import { handoutChart } from "./handout-chart.ts";
import { cm } from "./looks.ts";
import { blockParts, heading, paragraph, questionBox, room, rowsTable, writingBox } from "./parts.ts";

export type Part = Paragraph | Table;

const words = {
  ask: { nl: "Vraag aan ons", en: "A question for us" },
  ours: { nl: "Onze aantekeningen", en: "Our notes" },
  toKnow: { nl: "Om te weten", en: "Good to know" },
} as const;

/** A leaf of the meeting on paper: what the slide shows, what the speaker tells, and room to write. */
export function leafParts(leaf: Leaf, meeting: Meeting): Part[] {
  switch (leaf.kind) {
    case "title":
      return titleParts(leaf, meeting);
    case "theme":
      return [
        heading(partsText(leaf.title), 1, true),
        paragraph(leaf.about, { style: "Lead" }),
        ...telling(leaf.notes),
      ];
    case "message":
      return messageParts(leaf, meeting);
    case "words":
      return wordsParts(leaf, meeting);
    case "table":
      return tableParts(leaf);
  }
}

const telling = (notes: readonly string[]): Part[] => notes.map((it) => paragraph(it, { style: "Small" }));

const titleParts = (leaf: TitleLeaf, { practice, withdrawn }: Meeting): Part[] => [
  heading(`${partsText(leaf.title)}: ${leaf.about}`, 0),
  ...[practice, withdrawn].flatMap((it) => (it ? [paragraph(it, { style: "Question" })] : [])),
  ...leaf.lines.map((it) => paragraph(it, { style: "Lead" })),
  ...telling(leaf.notes),
];

function messageParts(leaf: MessageLeaf, meeting: Meeting): Part[] {
  const { language } = meeting;
  return [
    heading(partsText(leaf.title), 2),
    ...(leaf.picture
      ? [
          handoutChart(leaf.picture, leaf.source, meeting),
          ...(leaf.picture.notes.length === 0 ? [] : [paragraph(leaf.picture.notes.join(" "), { style: "Small" })]),
        ]
      : [paragraph(leaf.source, { style: "Small" })]),
    ...leaf.full.flatMap((it) => blockParts(it, false)),
    ...(leaf.question === "" ? [room()] : [room(), questionBox(words.ask[language], leaf.question), room()]),
    writingBox(words.ours[language], cm(2.4)),
    room(),
    paragraph(words.toKnow[language], { style: "Label" }),
    // The first note is the whole story in one piece, which stands here already.
    ...telling(leaf.notes.slice(1)),
  ];
}

const wordsParts = (leaf: WordsLeaf, { language }: Meeting): Part[] => [
  heading(partsText(leaf.title), 1),
  ...(leaf.lead === "" ? [] : [paragraph(leaf.lead, { style: "Lead" })]),
  ...leaf.blocks.flatMap((block): Part[] => [
    ...blockParts(block, true),
    ...(leaf.writing ? [room(), writingBox(words.ours[language], cm(2.8)), room(14)] : []),
  ]),
  ...telling(leaf.notes),
];

const tableParts = (leaf: TableLeaf): Part[] => [
  heading(partsText(leaf.title), 1),
  ...(leaf.lead === "" ? [] : [paragraph(leaf.lead, { style: "Lead" })]),
  rowsTable(leaf.full ?? leaf, leaf.empty),
  room(),
  ...telling([...leaf.foot, ...leaf.notes, leaf.source]),
];
