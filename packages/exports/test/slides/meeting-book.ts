import type { Language } from "@impactmonitor/model/text";
import type { Area } from "@impactmonitor/model/area";
import type { Book } from "@impactmonitor/views/book";
import type { Meeting } from "@impactmonitor/views/meeting/leaf";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import type { Paper } from "../../src/documents/make-document.ts";
import { meetingOf } from "../../src/documents/meeting-of.ts";
import type { Choices, Subject } from "../../src/documents/order.ts";

let opened: Book | undefined;
/** The embedded edition. */
export const book = (): Book => (opened ??= builtBook());

export const paper = (more: Partial<Paper> = {}): Paper => ({
  book: book(),
  map: () => undefined,
  pasts: () => () => ({ changes: [] }),
  contact: "",
  ...more,
});

export const meeting = (
  subject: Subject,
  language: Language = "nl",
  choices: Choices = {},
  more: Partial<Paper> = {},
): Meeting => meetingOf(paper(more), { edition: book().id, subject, format: "pptx", language, choices });

export const areaMeetingIn = (area: string, language: Language = "nl", more: Partial<Paper> = {}): Meeting =>
  meeting({ kind: "area", area }, language, {}, more);

/** Every area of a kind with a figure of its own. */
export const areasWithFigures = (levels: readonly Area["level"][]): readonly Area[] => {
  const codes = new Set(book().catalogue.areas.map((it) => it.code as string));
  return [...codes].flatMap((code) => {
    const area = book().area(code);
    return area && levels.includes(area.level) && book().indicatorsOf(code).length > 0 ? [area] : [];
  });
};
