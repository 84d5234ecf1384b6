import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import { levelName, levelNames } from "./area-words.ts";
import type { Book } from "./book.ts";

/**
 * Why an area has no figure for an indicator, and which area has one that may serve instead.
 * The order is from the most certain reason to the least: not measured anywhere, not at this level, not in this region, not read in.
 */
export function why(book: Book, indicator: Indicator, area: Area): { why: Text; instead?: Area } {
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
    if (cohort === undefined) return { why: notInCohort, ...instead };
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
const notInCohort: Text = {
  nl: "Het onderzoek volgde de regio’s van vóór 2023. Voor dit gebied zelf is er geen uitkomst.",
  en: "The study followed the regions as they were before 2023. There is no outcome for this area itself.",
};
const cohortTwo: Text = {
  nl: "Deze regio deed mee aan het tweede cohortonderzoek (2016–2020). De regionale uitkomsten staan in geen open tabel.",
  en: "This region took part in the second cohort study (2016–2020). The regional outcomes are in no open table.",
};
const cohortThree: Text = {
  nl: "Deze regio deed mee aan het derde cohortonderzoek (2021–2023), niet aan het tweede. De regionale uitkomsten staan in geen open tabel.",
  en: "This region took part in the third cohort study (2021–2023), not the second. The regional outcomes are in no open table.",
};
