import type { AreaView } from "../area-view.ts";
import { areaLabel } from "../area-words.ts";
import { formatContext } from "../context/context-figure.ts";
import { statusMeaning, statusName } from "../context/context-words.ts";
import type { Asked } from "./asked.ts";
import type { Block, TableRow } from "./book-content.ts";

const words = {
  title: { nl: "Over dit gebied", en: "About this area" },
  intro: {
    nl: "Deze gegevens helpen om cijfers te plaatsen. Ze verklaren geen verschil.",
    en: "These data help to place figures. They don’t explain any difference.",
  },
  fact: { nl: "Gegeven", en: "Fact" },
  nation: { nl: "Nederland", en: "Netherlands" },
  year: { nl: "Jaar en stand", en: "Year and standing" },
  source: { nl: "Tabel", en: "Table" },
} as const;

/** What sort of area it is: real facts, each beside the country's of the same year. */
export function contextBlocks({ language }: Asked, view: AreaView): readonly Block[] {
  const lines = view.context.groups.flatMap((it) => it.lines);
  if (lines.length === 0) return [];
  const compare = view.area.level !== "nation";
  const rows = lines.map(({ measure, figure, nation, total, variable }): TableRow => {
    const behind = total ? ` (${formatContext(total.measure, total.figure.value, language)})` : "";
    return {
      own: false,
      cells: [
        { text: measure.title[language] },
        { text: `${formatContext(measure, figure.value, language)}${behind}` },
        ...(compare ? [{ text: nation ? formatContext(measure, nation.value, language) : "–" }] : []),
        { text: `${figure.year}, ${statusName(figure.status)[language]}` },
        { text: variable.table.id },
      ],
    };
  });
  return [
    { kind: "text", parts: [words.intro[language]] },
    {
      kind: "table",
      table: {
        caption: `${words.title[language]}: ${areaLabel(view.area, language)}`,
        head: [
          words.fact[language],
          compare ? view.area.name : words.nation[language],
          ...(compare ? [words.nation[language]] : []),
          words.year[language],
          words.source[language],
        ],
        rows,
        signs: [statusMeaning.official[language], statusMeaning.approximation[language]],
      },
    },
  ];
}

export const contextTitle = words.title;
