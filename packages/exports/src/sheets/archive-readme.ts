import { absences, marks } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { absenceExplanation } from "@impactmonitor/views/absence-words";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { markExplanation } from "@impactmonitor/views/mark-words";
import { capital, editionName, practiceWords } from "@impactmonitor/views/practice-words";
import type { Paper } from "../documents/make-document.ts";
import type { ChosenFigures } from "./chosen-figures.ts";
import { citation, readingWords, sourcesOf, withdrawnWords } from "./cover-sheet.ts";

/** How to read the files of an archive, in Markdown. @param practice what names of files with invented figures begin with */
export function archiveReadme(paper: Paper, chosen: ChosenFigures, practice: string, language: Language): string {
  const { book, withdrawn, contact } = paper;
  const nl = language === "nl";
  const number = formatNumber(chosen.count, 0, language);
  const lines = [
    `# Impactmonitor, ${editionName(book, language)}`,
    ...(book.kind === "practice" ? [`**${practiceWords.band[language]}**`] : []),
    ...(withdrawn ? [`**${withdrawnWords[language]}** ${flat(withdrawn[language])}`] : []),
    nl
      ? `${capital(chosen.about.nl)} Bekend tot en met ${formatDate(book.date, "nl")}; ${number} cijfers.`
      : `${capital(chosen.about.en)} Known up to ${formatDate(book.date, "en")}; ${number} figures.`,
    ...files(practice, nl),
    nl ? "## Zo leest u de cijfers" : "## How to read the figures",
    readingWords.map((it) => `- ${it[language]}`).join("\n"),
    nl
      ? "Als er geen waarde is, staat de reden in `absent` (code) en `status` (woorden):"
      : "Where there is no value, the reason stands in `absent` (code) and `status` (words):",
    absences.map((it) => `- \`${it}\`: ${absenceExplanation(it)[language]}`).join("\n"),
    nl ? "Wat u bij een waarde moet weten, staat in `marks`:" : "What to know of a value stands in `marks`:",
    marks.map((it) => `- \`${it}\`: ${markExplanation(it)[language]}`).join("\n"),
    nl
      ? "Een tekst die een rekenblad voor een formule zou houden, heeft een apostrof ervoor. Haal er één weg voor = + - @, een tab of een regeleinde en u hebt de tekst zelf. Getallen staan er zoals ze zijn."
      : "A text that a spreadsheet would take for a formula has an apostrophe in front. Take one off before = + - @, a tab or a line end and you have the text itself. Numbers stand as they are.",
    nl ? "## Licentie" : "## Licence",
    nl
      ? "De cijfers houden de licentie van hun bron. Noem bij gebruik altijd de bron."
      : "The figures keep the licence of their source. Always name the source when you use a figure.",
    sourcesOf(book, chosen.indicators)
      .map((it) => `- ${flat(it.title[language])} (${flat(it.owner[language])}): ${flat(it.licence[language])}`)
      .join("\n"),
    nl
      ? "De teksten en de beschrijvingen zijn van de Impactmonitor: EUPL-1.2."
      : "The texts and descriptions are the Impactmonitor’s: EUPL-1.2.",
    nl ? "## Zo verwijst u" : "## How to cite",
    citation(book, language),
    nl ? `Vragen: ${contact}` : `Questions: ${contact}`,
  ];
  return `${lines.join("\n\n")}\n`;
}

/** One line, so that a text of the catalogue can't begin a heading or a list. */
const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

const files = (practice: string, nl: boolean): readonly string[] =>
  nl
    ? [
        "## Bestanden",
        [
          `- \`figures/${practice}….csv\`: de cijfers van elke indicator, elk cijfer op een eigen regel. Komma, decimale punt, UTF-8 (RFC 4180).`,
          `- \`${practice}figures.parquet\`: dezelfde cijfers in één tabel.`,
          "- `context.csv`: feiten over gebieden. Ze geven cijfers een omgeving en verklaren niets.",
          "- `metadata/….json`: wat de kolommen en codes betekenen, met de definities en wat een cijfer niet zegt.",
          "- `SHA256SUMS`: controlegetallen; `sha256sum -c SHA256SUMS` kijkt ze na.",
        ].join("\n"),
      ]
    : [
        "## Files",
        [
          `- \`figures/${practice}….csv\`: the figures of each indicator, each figure on a line of its own. Comma, decimal point, UTF-8 (RFC 4180).`,
          `- \`${practice}figures.parquet\`: the same figures in one table.`,
          "- `context.csv`: facts about areas. They give figures a setting and explain nothing.",
          "- `metadata/….json`: what the columns and codes mean, with the definitions and what a figure does not say.",
          "- `SHA256SUMS`: checksums; `sha256sum -c SHA256SUMS` checks them.",
        ].join("\n"),
      ];
