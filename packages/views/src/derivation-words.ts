import type { Language } from "@impactmonitor/model/text";
import { formatDate, formatNumber } from "./format.ts";
import type { Shown } from "./shown.ts";

/** How a derived figure was made, in words: it names what it was divided by. */
export function derivationWords(it: Shown, language: Language): string {
  const { derivation } = it;
  if (!derivation) return "";
  const number = (value: number): string => formatNumber(value, 0, language);
  if (derivation.kind === "share") {
    const whole = `${number(derivation.whole)} ${derivation.wholeIndicator.unit[language]}`;
    return language === "nl"
      ? `Zelf berekend: ${number(derivation.part)} van de ${whole}.`
      : `Our own calculation: ${number(derivation.part)} of ${whole}.`;
  }
  const day = formatDate(derivation.populationDay, language);
  return language === "nl"
    ? `Zelf berekend: ${number(derivation.count)} gedeeld door ${number(derivation.population)} inwoners (${day}, CBS), maal 10.000.`
    : `Our own calculation: ${number(derivation.count)} divided by ${number(derivation.population)} inhabitants (${day}, CBS), times 10,000.`;
}
