import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import type { ContextForm, ContextLine, ContextOverview } from "../context/context-lines.ts";
import { contextTables, contextUnit, formatContext } from "../context/context-figure.ts";
import { groupName, statusMeaning, statusName } from "../context/context-words.ts";
import { contextReminder } from "../sentences/talk.ts";
import type { TableLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/** Facts about the area itself, beside the country: no reasons, but part of what must be known. */
export function contextLeaf(
  book: Book,
  overview: ContextOverview,
  about: string,
  language: Language,
): TableLeaf | undefined {
  const nl = language === "nl";
  const nation = overview.groups.some((it) => it.lines.some((line) => line.nation));
  const rows = overview.groups.flatMap(({ group, lines }) =>
    lines.map((line) => [
      [groupName(group)[language]],
      [factName(line, language)],
      [valueOf(line, line.figure.value, language)],
      ...(nation ? [[line.nation ? valueOf(line, line.nation.value, language) : "–"]] : []),
      [`${line.figure.year}, ${statusName(line.figure.status)[language]}`],
    ]),
  );
  if (rows.length === 0) return undefined;
  const figures = overview.groups.flatMap((it) => it.lines.flatMap((line) => [line.figure]));
  const tables = contextTables(book, figures).map((it) => it.title);
  const present = new Set(figures.map((it) => it.status));
  return {
    kind: "table",
    id: "context",
    title: [nl ? `Over het gebied: ${about}` : `About the area: ${about}`],
    lead: contextReminder[language],
    head: [
      nl ? "Onderwerp" : "Subject",
      nl ? "Gegeven" : "Fact",
      about,
      ...(nation ? [nl ? "Nederland" : "Netherlands"] : []),
      nl ? "Jaar" : "Year",
    ],
    widths: nation ? [0.16, 0.4, 0.14, 0.14, 0.16] : [0.18, 0.46, 0.18, 0.18],
    rows,
    empty: 0,
    foot: (["official", "approximation"] as const)
      .filter((it) => present.has(it))
      .map((it) => statusMeaning[it][language]),
    notes: [
      nl
        ? "Deze gegevens verklaren geen verschil. Ze helpen om te bedenken wat er kan meespelen."
        : "These facts explain no difference. They help to think of what may play a part.",
      `${nl ? "Bronnen" : "Sources"}: ${tables.join("; ")}.`,
    ],
    source: `${nl ? "Bron" : "Source"}: ${tables.slice(0, 2).join("; ")}${tables.length > 2 ? (nl ? " en andere tabellen" : " and other tables") : ""}. ${editionLine(book, language)}.`,
  };
}

const factName = (line: ContextLine, language: Language): string => {
  const unit = contextUnit(line.measure, language);
  const title = line.measure.title[language];
  return unit === "" || title.toLowerCase().includes(unit.toLowerCase()) ? title : `${title} (${unit})`;
};

const valueOf = ({ measure }: ContextForm, value: number, language: Language): string =>
  formatContext(measure, value, language);
