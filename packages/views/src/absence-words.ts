import type { Absence } from "@impactmonitor/model/cell";
import type { Text } from "@impactmonitor/model/text";

interface AbsenceWords {
  /** In a table cell. */
  readonly symbol: string;
  readonly label: Text;
  readonly explanation: Text;
}

const words: Readonly<Record<Absence, AbsenceWords>> = {
  suppressed: {
    symbol: "×",
    label: { nl: "afgeschermd", en: "suppressed" },
    explanation: {
      nl: "Dit cijfer is niet getoond, zodat niemand te herkennen is.",
      en: "This figure is not shown, so that nobody can be recognised.",
    },
  },
  "not-delivered": {
    symbol: "–",
    label: { nl: "niet geleverd", en: "not delivered" },
    explanation: { nl: "De bron heeft dit cijfer niet geleverd.", en: "The source did not deliver this figure." },
  },
  "not-applicable": {
    symbol: "n.v.t.",
    label: { nl: "niet van toepassing", en: "not applicable" },
    explanation: { nl: "Dit cijfer kan niet bestaan.", en: "This figure can't exist." },
  },
  "not-yet": {
    symbol: "…",
    label: { nl: "nog niet bekend", en: "not yet known" },
    explanation: { nl: "Dit cijfer komt nog.", en: "This figure is still to come." },
  },
  "not-collected": {
    symbol: "○",
    label: { nl: "niet gemeten", en: "not measured" },
    explanation: { nl: "Dit is hier niet gemeten.", en: "This was not measured here." },
  },
  unspecified: {
    symbol: ".",
    label: { nl: "geen cijfer bij de bron", en: "no figure at the source" },
    explanation: {
      nl: "De bron zet hier een punt. Dat betekent: onbekend, niet betrouwbaar genoeg of geheim. Welke van de drie, zegt de bron niet.",
      en: "The source prints a dot here. It means: unknown, not reliable enough or secret. The source doesn't say which.",
    },
  },
};

export const absenceSymbol = (reason: Absence): string => words[reason].symbol;
export const absenceLabel = (reason: Absence): Text => words[reason].label;
export const absenceExplanation = (reason: Absence): Text => words[reason].explanation;
