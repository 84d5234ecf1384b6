import type { Leaf, Meeting } from "@impactmonitor/views/meeting/leaf";
import type { Make } from "../documents/make-document.ts";
import { meetingOf } from "../documents/meeting-of.ts";
import { openDeck, type Deck } from "./deck.ts";
import { drawMessage } from "./draw-message.ts";
import { drawTable } from "./draw-table.ts";
import { drawTheme, drawTitle, drawWords } from "./draw-words.ts";
import { finishSlides } from "./finish-slides.ts";

/** Slides for the meeting with partners about an area or a comparison, as PPTX. */
export const makeSlides: Make = async (paper, order, told) => {
  const meeting = meetingOf(paper, order);
  told(0.3);
  const bytes = await slidesOf(meeting);
  told(1);
  return bytes;
};

/** A meeting as PPTX: charts are charts of Office, notes are notes of the speaker. */
export async function slidesOf(meeting: Meeting): Promise<Uint8Array> {
  const deck = openDeck(meeting);
  for (const leaf of meeting.leaves) draw(deck, leaf);
  for (const [i, slide] of deck.slides.entries()) slide.addNotes(deck.notes[i]?.[0] ?? "");
  const written = await deck.pres.write({ outputType: "uint8array", compression: false });
  if (!(written instanceof Uint8Array)) throw new Error("the library wrote something else than bytes");
  return finishSlides(written, deck);
}

function draw(deck: Deck, leaf: Leaf): void {
  switch (leaf.kind) {
    case "title":
      return drawTitle(deck, leaf);
    case "theme":
      return drawTheme(deck, leaf);
    case "message":
      return drawMessage(deck, leaf);
    case "words":
      return drawWords(deck, leaf);
    case "table":
      return drawTable(deck, leaf);
  }
}
