import type { InlinePlace } from "@impactmonitor/model/page-place";
import { formatNumber } from "@impactmonitor/views/format";
import { guideNumber } from "@impactmonitor/views/guide/guide-number";
import { editionName } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";

/** What stands at a live place within a sentence of an editor's text. */
export function inlineText(desk: Desk, it: InlinePlace): string {
  switch (it.kind) {
    case "contact":
      return contactLink(desk.contact);
    case "edition":
      return editionName(desk.book, desk.language);
    case "number":
      return formatNumber(guideNumber(desk.book, it.of), 0, desk.language);
  }
}

/** An address for post or of a page is a link to it; anything else that a manager wrote stands as it is. */
const contactLink = (contact: string): string =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(contact) || /^https?:\/\/[^\s<>]+$/.test(contact) ? `<${contact}>` : contact;
