import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import { levelName, levelNames } from "./area-words.ts";
import type { Book } from "./book.ts";
import { byPeriod } from "./shown.ts";
import { predecessors, type Predecessor } from "./succession.ts";

export interface Reason {
  readonly why: Text;
  /** An area with a figure that may serve instead. */
  readonly instead?: Area;
  /** Former areas of this territory that have a figure. These stay figures of those areas: nothing adds them up. */
  readonly former: readonly FormerFigure[];
}
export interface FormerFigure extends Predecessor {
  /** The last period with a figure. */
  readonly until: string;
}

/** Why an area has no figure for an indicator, and where there is one: in another area, or in former ones. */
export function why(book: Book, indicator: Indicator, area: Area): Reason {
  const former = predecessors(book, area).flatMap((it): FormerFigure[] => {
    const rows = book.observationsOf(indicator.id, it.area.code).filter((row) => !isAbsent(row.cell));
    const last = [...rows].sort(byPeriod).at(-1);
    return last ? [{ ...it, until: last.period }] : [];
  });
  return { ...reasonOf(book, indicator, area), former };
}

/**
 * Why an area has no figure for an indicator, and which area has one that may serve instead.
 * The order is from the most certain reason to the least: not measured anywhere, not at this level, not in this region, not read in.
 */
function reasonOf(book: Book, indicator: Indicator, area: Area): Omit<Reason, "former"> {
  const nation = book.area("NL01");
  const instead =
    area.level !== "nation" && nation && book.observationsOf(indicator.id, "NL01").length > 0
      ? { instead: nation }
      : {};
  if (indicator.status === "advised" || indicator.status === "to-be-determined")
    return { why: indicator.statusReason ?? notYet };
  if (!indicator.levels.includes(area.level)) {
    const [one, many] = [levelName(area.level), levelNames(area.level)];
    const levels = indicator.levels.map((it) => levelNames(it));
    return {
      why: {
        nl: `De bron geeft dit niet per ${one.nl}${levels.length > 0 ? `, wel voor: ${levels.map((it) => it.nl).join(", ")}` : ""}.`,
        en: `The source does not give this for ${many.en}${levels.length > 0 ? `, but does for: ${levels.map((it) => it.en).join(", ")}` : ""}.`,
      },
      ...instead,
    };
  }
  if (indicator.source === "cohort-studies" && area.level === "vt-region") {
    const cohort = book.catalogue.cohorts.find((it) => it.region === area.code)?.cohort;
    if (cohort === undefined) return { why: notInCohort(book, area), ...instead };
    return { why: cohort === "second" ? cohortTwo : cohortThree, ...instead };
  }
  if (indicator.status === "partly" && indicator.statusReason && book.observations(indicator.id).length === 0)
    return { why: indicator.statusReason };
  if (book.observations(indicator.id).length === 0) return { why: notReadIn };
  const table = indicator.tables[0];
  return { why: table ? inTable(table) : notInEdition, ...instead };
}

const notYet: Text = { nl: "Dit wordt nog niet gemeten.", en: "This is not measured yet." };
const notReadIn: Text = {
  nl: "De bron heeft dit cijfer, maar het staat niet in deze editie.",
  en: "The source has this figure, but it is not in this edition.",
};
const notInEdition: Text = {
  nl: "Voor dit gebied staat geen cijfer in deze editie.",
  en: "This edition has no figure for this area.",
};
const inTable = (table: string): Text => ({
  nl: `Voor dit gebied staat geen cijfer in deze editie. Kijk in StatLine, tabel ${table}.`,
  en: `This edition has no figure for this area. Look in StatLine, table ${table}.`,
});
function notInCohort(book: Book, area: Area): Text {
  const followed = predecessors(book, area).flatMap(({ area: former }) => {
    const cohort = book.catalogue.cohorts.find((it) => it.region === former.code)?.cohort;
    return cohort ? [{ name: former.name, cohort }] : [];
  });
  const list = (words: { readonly second: string; readonly third: string }): string =>
    followed.length === 0 ? "" : `: ${followed.map((it) => `${it.name} (${words[it.cohort]})`).join(", ")}`;
  return {
    nl: `Het onderzoek volgde de regio’s van vóór 2023${list({ second: "tweede cohort", third: "derde cohort" })}. Voor dit gebied zelf is er geen uitkomst.`,
    en: `The study followed the regions as they were before 2023${list({ second: "second cohort", third: "third cohort" })}. There is no outcome for this area itself.`,
  };
}
const cohortTwo: Text = {
  nl: "Deze regio deed mee aan het tweede cohortonderzoek (2016–2020). De regionale uitkomsten staan in geen open tabel.",
  en: "This region took part in the second cohort study (2016–2020). The regional outcomes are in no open table.",
};
const cohortThree: Text = {
  nl: "Deze regio deed mee aan het derde cohortonderzoek (2021–2023), niet aan het tweede. De regionale uitkomsten staan in geen open tabel.",
  en: "This region took part in the third cohort study (2021–2023), not the second. The regional outcomes are in no open table.",
};
