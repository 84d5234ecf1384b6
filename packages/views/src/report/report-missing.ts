import { sentence, type Asked } from "../documents/asked.ts";
import type { Block, Section } from "../documents/book-content.ts";
import type { ReportTheme } from "./report-content.ts";
import { reportWords } from "./report-words.ts";

const words = {
  intro: {
    nl: "Van deze onderwerpen is er in deze editie geen landelijk cijfer over de tijd tot en met het jaar van dit rapport. De reden staat erbij.",
    en: "Of these subjects this edition has no national figure about the time up to and including the year of this report. The reason stands with it.",
  },
  named: {
    nl: "Van deze onderwerpen is er in deze editie geen landelijk cijfer over de tijd tot en met het jaar van dit rapport. De reden staat bij het onderwerp zelf en in de PDF.",
    en: "Of these subjects this edition has no national figure about the time up to and including the year of this report. The reason stands with the subject itself and in the PDF.",
  },
  none: { nl: "Van elk onderwerp is er een landelijk cijfer.", en: "There is a national figure of each subject." },
} as const;

/**
 * By theme what there is no national figure of, and why.
 * @param brief the names alone: the pages of the subjects tell why
 */
export function missingOfReport({ book, language }: Asked, themes: readonly ReportTheme[], brief: boolean): Section {
  const lacking = themes.filter((it) => it.without.length > 0);
  return {
    id: "missing",
    title: reportWords.missing[language],
    blocks: [
      { kind: "text", parts: [(lacking.length === 0 ? words.none : brief ? words.named : words.intro)[language]] },
      ...lacking.flatMap(({ id, title, without }): Block[] => {
        if (brief) {
          const names = without.map((it) => it.term).join("; ");
          return [{ kind: "terms", terms: [{ term: title, parts: [sentence(names)] }] }];
        }
        const gap = book.themes.get(id)?.gap;
        return [
          { kind: "heading", text: title },
          ...(gap ? [{ kind: "text" as const, parts: [sentence(gap[language])] }] : []),
          { kind: "terms", terms: without },
        ];
      }),
    ],
  };
}
