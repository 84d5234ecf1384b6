import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Indicator } from "@impactmonitor/model/indicator";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Problem } from "./problem.ts";
import type { CatalogueFiles } from "./catalogue-files.ts";
import type { YamlFile } from "./read-yaml.ts";

type Report = (path: readonly PropertyKey[], what: string, mend: string) => void;

/** Checks what one file alone can't tell: references, double ids, shared limitation texts, complete registers. */
export function checkReferences(files: CatalogueFiles, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const reporter =
    (file: YamlFile<unknown>): Report =>
    (path, what, mend) =>
      problems.push({ file: file.file, line: file.lineOf(path), what, mend });

  const known = {
    themes: new Set(catalogue.themes.map((it) => it.id)),
    sources: new Set([...files.named.sources, ...catalogue.sources.map((it) => it.id)]),
    codelists: new Set([...files.named.codelists, ...catalogue.codelists.map((it) => it.id)]),
    indicators: new Set([...files.named.indicators, ...catalogue.indicators.map((it) => it.id)]),
    terms: new Set(catalogue.glossary.map((it) => it.id)),
    areas: new Set(catalogue.areas.map((it) => it.code as string)),
  };
  for (const group of [files.indicators, files.codelists, files.sources, files.examples])
    for (const file of group) {
      const name = file.file
        .split("/")
        .at(-1)!
        .replace(/\.yaml$/, "");
      if (file.value.id !== name)
        reporter(file)(["id"], `The id is ${file.value.id}.`, `Name the file ${file.value.id}.yaml, or mend the id.`);
    }
  for (const file of files.indicators) checkIndicator(file.value, known, reporter(file));
  for (const file of files.codelists) checkCodelist(file, reporter(file));
  checkLimitations(files.indicators, reporter);
  if (files.starters) checkStarters(files.starters, known, reporter(files.starters));
  if (files.events) checkEvents(files.events, known, reporter(files.events));
  files.themes?.value.forEach((theme, i) =>
    theme.readingOrder?.steps.forEach((step, j) =>
      step.indicators.forEach((id, k) => {
        if (!known.indicators.has(id))
          reporter(files.themes!)(
            [i, "readingOrder", "steps", j, "indicators", k],
            `There is no indicator ${id}.`,
            "Mend the id, or add the indicator.",
          );
      }),
    ),
  );
  if (files.glossary)
    files.glossary.value.forEach((term, i) =>
      term.see.forEach((id, j) => {
        if (!known.terms.has(id)) reporter(files.glossary!)([i, "see", j], `There is no term ${id}.`, "Mend the id.");
      }),
    );
  if (files.context) checkContext(files.context, reporter(files.context));
  return problems;
}

/** What a total is divided by must be a total as well: not itself, no share and no mean. */
function checkContext(file: NonNullable<CatalogueFiles["context"]>, report: Report): void {
  file.value.forEach(({ id, comparable }, i) => {
    if (comparable === undefined || comparable === "as-is") return;
    const whole = file.value.find((it) => it.id === comparable.of);
    if (!whole) report([i, "comparable", "of"], `There is no variable ${comparable.of}.`, "Mend the id.");
    else if (whole.id === id || whole.comparable !== undefined)
      report([i, "comparable", "of"], `${comparable.of} is no total to divide ${id} by.`, "Name a total.");
  });
}

type Known = Readonly<
  Record<"themes" | "sources" | "codelists" | "indicators" | "terms" | "areas", ReadonlySet<string>>
>;

function checkIndicator(it: Indicator, known: Known, report: Report): void {
  const must = (set: ReadonlySet<string>, id: string, path: readonly PropertyKey[], kind: string) => {
    if (!set.has(id)) report(path, `There is no ${kind} ${id}.`, `Mend the id, or add the ${kind}.`);
  };
  must(known.themes, it.theme, ["theme"], "theme");
  if (it.source) must(known.sources, it.source, ["source"], "source");
  it.breakdowns.forEach((breakdown, i) =>
    must(known.codelists, breakdown.dimension, ["breakdowns", i, "dimension"], "code list"),
  );
  if (it.shareOf) must(known.indicators, it.shareOf, ["shareOf"], "indicator");
  if (it.percentOf) must(known.indicators, it.percentOf, ["percentOf"], "indicator");
  if (it.lead && !it.breakdowns.some((breakdown) => it.lead?.startsWith(`${breakdown.dimension}=`)))
    report(["lead"], `${it.lead} is no category of this indicator.`, "Write one of its breakdowns as dimension=code.");
  it.related.forEach((id, i) => {
    must(known.indicators, id, ["related", i], "indicator");
    if (id === it.id) report(["related", i], "An indicator is not related to itself.", "Remove it.");
  });
  it.breaks.forEach((at, i) => {
    if (!parsePeriod(at.at))
      report(["breaks", i, "at"], `“${at.at}” is no period.`, "Write 2019, 2019H1, 2019Q1 or 2019-01.");
  });
  for (const field of ["sentence", "categorySentence"] as const)
    for (const language of ["nl", "en"] as const) {
      const text = it[field]?.[language];
      if (!text) continue;
      for (const place of ["{period}", "{area}", "{value}", ...(field === "categorySentence" ? ["{category}"] : [])])
        if (!text.toLowerCase().includes(place))
          report([field, language], `${field} lacks ${place}.`, "Say when, where and how much.");
      if (/[[\]|]/.test(text.replace(/\[[^[\]|]*\|[^[\]|]*\]/g, "")))
        report([field, language], `${field} has a loose [, | or ].`, "Write [one|more], as in [was|were].");
    }
  if (it.breakdowns.length > 0 && !it.categorySentence && (it.status === "available" || it.status === "partly"))
    report(
      ["breakdowns"],
      "There is no categorySentence.",
      "Write a sentence with {period} {area} {value} {category}.",
    );
}

/** Each theme has its questions and partners, once; none is about what isn't there. */
function checkStarters(file: YamlFile<Catalogue["starters"]>, known: Known, report: Report): void {
  const { themes, indicators } = file.value;
  const twice = (ids: readonly string[], at: (i: number) => readonly PropertyKey[]): void =>
    ids.forEach((id, i) => {
      if (ids.indexOf(id) !== i) report(at(i), `${id} is there twice.`, "Put their questions together.");
    });
  themes.forEach(({ theme }, i) => {
    if (!known.themes.has(theme))
      report(["themes", i, "theme"], `There is no theme ${theme}.`, "Mend the id, or add the theme.");
  });
  indicators.forEach(({ indicator }, i) => {
    if (!known.indicators.has(indicator))
      report(
        ["indicators", i, "indicator"],
        `There is no indicator ${indicator}.`,
        "Mend the id, or add the indicator.",
      );
  });
  twice(
    themes.map((it) => it.theme),
    (i) => ["themes", i, "theme"],
  );
  twice(
    indicators.map((it) => it.indicator),
    (i) => ["indicators", i, "indicator"],
  );
  for (const theme of known.themes)
    if (!themes.some((it) => it.theme === theme))
      report(["themes"], `The theme ${theme} has no partners and no questions.`, "Add it.");
}

/** What an event is shown with must exist, and its texts must not say what it brought about. */
function checkEvents(file: YamlFile<Catalogue["events"]>, known: Known, report: Report): void {
  const kinds = { areas: "area", themes: "theme", sources: "source", indicators: "indicator" } as const;
  const ids = file.value.map((it) => it.id);
  file.value.forEach((event, i) => {
    if (ids.indexOf(event.id) !== i) report([i, "id"], `${event.id} is there twice.`, "Give one another id.");
    for (const part of ["areas", "themes", "sources", "indicators"] as const)
      event[part].forEach((id, j) => {
        if (!known[part].has(id))
          report([i, part, j], `There is no ${kinds[part]} ${id}.`, `Mend the id, or add the ${kinds[part]}.`);
      });
    for (const field of ["title", "what"] as const)
      for (const language of ["nl", "en"] as const) {
        const cause = claims[language].exec(event[field][language]);
        if (cause)
          report(
            [i, field, language],
            `“${cause[0]}” claims an effect.`,
            "Say what happened only: an event beside a line is no explanation.",
          );
      }
  });
}

/** Words with which a text says that one thing brought about another. */
const claims = {
  nl: /\b(?:doordat|daardoor|hierdoor|waardoor|dankzij|leid(?:de|den|t) tot|zorgde(?:n)? voor|als gevolg van)\b/i,
  en: /\b(?:because|therefore|thanks to|(?:led|leads) to|caused?|as a result|resulted in)\b/i,
} as const;

function checkCodelist(file: YamlFile<Catalogue["codelists"][number]>, report: Report): void {
  const ids = file.value.codes.map((code) => code.id);
  file.value.codes.forEach((code, i) => {
    if (ids.indexOf(code.id) !== i) report(["codes", i, "id"], `${code.id} is there twice.`, "Remove one.");
    if (code.parent && !ids.includes(code.parent))
      report(["codes", i, "parent"], `There is no code ${code.parent}.`, "Mend the parent.");
  });
}

/** Two indicators may share a limitation text only when they share their source: the limit is then the source's. */
function checkLimitations(files: CatalogueFiles["indicators"], reporter: (file: YamlFile<unknown>) => Report): void {
  const first = new Map<string, YamlFile<Indicator>>();
  for (const file of files)
    file.value.doesNotSay.forEach((text, i) => {
      const other = first.get(text.nl);
      if (other && (other.value.source !== file.value.source || !file.value.source))
        reporter(file)(
          ["doesNotSay", i],
          `This text is also in ${other.file}.`,
          "Say what is special to this indicator.",
        );
      else first.set(text.nl, file);
    });
}
