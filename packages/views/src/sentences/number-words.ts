import { isValue } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { formatCell, isOne } from "../format.ts";
import type { Shown } from "../shown.ts";
import type { Part } from "../statement.ts";

/**
 * A figure as the end of a clause that began with its subject: "was het 42,8%", "waren het er 1.200", "was het er 1". In English with the
 * subject: "it was 42.8%", "there were 1,200".
 * @param when words between the verb and the number in Dutch, after the number in English; empty for none
 */
export function wasNumber(it: Shown, when: string, language: Language): Part[] {
  const amount = it.measure !== "percent" && it.measure !== "mean" && it.measure !== "years";
  const many = amount && !isOne(it.cell, it.measure);
  const figure: Part = { figure: it, text: formatCell(it.cell, it.indicator, it.measure, language) };
  const after = perWords(it, language);
  const between = when === "" ? "" : ` ${when}`;
  const mean = it.measure === "mean" || it.measure === "years";
  if (language === "nl")
    return [
      `${many ? "waren" : "was"} het${amount ? " er" : ""}${between} ${mean ? "gemiddeld " : ""}`,
      figure,
      `${after}`,
    ];
  return [
    amount ? `there ${many ? "were" : "was"} ` : mean ? "the mean was " : "it was ",
    figure,
    `${after}${between}`,
  ];
}

/** " per 10.000 inwoners": the unit that a bare number can't do without; nothing for a count, whose noun was just said. */
export function perWords(it: Shown, language: Language): string {
  const nl = language === "nl";
  switch (it.measure) {
    case "per-10000":
      return nl ? " per 10.000 inwoners" : " per 10,000 inhabitants";
    case "per-100000":
      return nl ? " per 100.000 inwoners" : " per 100,000 inhabitants";
    case "per-million":
      return nl ? " per miljoen inwoners" : " per million inhabitants";
    case "years":
      return nl ? " jaar" : isValue(it.cell) && it.cell.value === 1 ? " year" : " years";
    default:
      return "";
  }
}
