import type { Changes, EntryChanges } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "../desk.ts";

const words = {
  resourced: { nl: "Zelfde cijfer, bronvermelding aangepast", en: "Same figure, source details changed" },
  figure: { nl: "1 cijfer", en: "1 figure" },
  figures: { nl: "{n} cijfers", en: "{n} figures" },
  catalogue: { nl: "Beschrijvingen", en: "Descriptions" },
  context: { nl: "Achtergrondcijfers", en: "Background figures" },
  years: { nl: "Reeksen per jaar", en: "Series per year" },
  added: { nl: "{n} nieuw", en: "{n} new" },
  changed: { nl: "{n} aangepast", en: "{n} changed" },
  removed: { nl: "{n} vervallen", en: "{n} withdrawn" },
  subjects: { nl: "Aangepaste onderwerpen", en: "Changed subjects" },
  other: { nl: "Overig", en: "Other" },
} as const;

/** What readers call the parts of the catalogue. */
const parts: Readonly<Record<string, Text>> = {
  indicators: { nl: "Onderwerpen", en: "Subjects" },
  sources: { nl: "Bronnen", en: "Sources" },
  themes: { nl: "Thema’s", en: "Themes" },
  codelists: { nl: "Indelingen", en: "Breakdowns" },
  glossary: { nl: "Begrippen", en: "Terms" },
  questions: { nl: "Vragen", en: "Questions" },
  starters: { nl: "Vragen voor een gesprek", en: "Questions for a talk" },
  events: { nl: "Gebeurtenissen", en: "Events" },
  pages: { nl: "Teksten", en: "Texts" },
  traits: { nl: "Kenmerken om gebieden te vergelijken", en: "Traits to match areas by" },
  notes: { nl: "Opmerkingen over werkwijze", en: "Notes on working practice" },
  reportInserts: { nl: "Teksten van de redactie in het jaarrapport", en: "Texts of the editors in the yearly report" },
  help: { nl: "Hulpnummers", en: "Help numbers" },
  map: { nl: "Kaarten", en: "Maps" },
  areas: { nl: "Gebieden", en: "Areas" },
  areaChanges: { nl: "Veranderingen van gebieden", en: "Changes of areas" },
};

/** What changed beside the values of figures: sources, descriptions, context. Nothing where nothing did. */
export function NewsSetting({ desk, changes }: { desk: Desk; changes: Changes }) {
  const { say, book, language } = desk;
  const title = (id: string): string => book.indicators.get(id)?.title[language] ?? id;
  const resourced = [...Map.groupBy(changes.resourced ?? [], (it) => it.indicator)];
  const catalogue = countByPart(changes.catalogue);
  // A table that came along with its values is no news of its own.
  const context = countByPart(changes.context, (name) => (name.startsWith("sources/") ? "tables" : "series")).find(
    (it) => it.part === "series",
  );
  const subjects = (changes.catalogue?.changed ?? []).flatMap((name) => /^indicators\/(.+)$/.exec(name)?.[1] ?? []);
  const counts = (it: Counts): string =>
    (["added", "changed", "removed"] as const)
      .flatMap((kind) => (it[kind] === 0 ? [] : [say(words[kind]).replace("{n}", String(it[kind]))]))
      .join(", ");
  return (
    <>
      {resourced.length > 0 && (
        <>
          <h2>{say(words.resourced)}</h2>
          <ul class="link-list">
            {resourced.map(([id, list]) => (
              <li>
                <a href={desk.link("indicator", id)}>{title(id)}</a>{" "}
                <span class="fine">
                  {say(list.length === 1 ? words.figure : words.figures).replace("{n}", String(list.length))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {catalogue.length > 0 && (
        <>
          <h2>{say(words.catalogue)}</h2>
          <ul>
            {catalogue.map((it) => (
              <li>{`${say(parts[it.part] ?? words.other)}: ${counts(it)}`}</li>
            ))}
          </ul>
          {subjects.length > 0 && (
            <>
              <h3>{say(words.subjects)}</h3>
              <ul class="link-list">
                {subjects.map((id) => (
                  <li>
                    <a href={desk.link("indicator", id)}>{title(id)}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {context && (
        <>
          <h2>{say(words.context)}</h2>
          <p>{`${say(words.years)}: ${counts(context)}.`}</p>
        </>
      )}
    </>
  );
}

interface Counts {
  readonly part: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** `pages/about`, `pages/privacy`, … → how many of each part; parts without a name of their own are taken together. */
function countByPart(changes: EntryChanges | undefined, partOf = partOfCatalogue): Counts[] {
  if (!changes) return [];
  const found = new Map<string, { part: string; added: number; changed: number; removed: number }>();
  for (const kind of ["added", "changed", "removed"] as const)
    for (const name of changes[kind]) {
      const part = partOf(name);
      const counts = found.get(part) ?? { part, added: 0, changed: 0, removed: 0 };
      counts[kind] += 1;
      found.set(part, counts);
    }
  const order = [...Object.keys(parts), "other"];
  return [...found.values()].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

function partOfCatalogue(name: string): string {
  const part = name.split("/")[0] ?? "";
  return Object.hasOwn(parts, part) ? part : "other";
}
