import type { CalendarEntry } from "@impactmonitor/model/calendar";
import type { Language } from "@impactmonitor/model/text";
import { formatDate } from "./format.ts";

/** "17 mei 2027", or "mei 2027" as long as no day is known. */
export const calendarDay = (it: CalendarEntry, language: Language): string => formatDate(it.date, language);

/** How sure a date is, so that nobody takes an expectation for a promise. */
export function calendarCertainty(it: CalendarEntry, language: Language): string {
  const nl = language === "nl";
  if (it.status === "published") return nl ? "verschenen" : "published";
  const sure = it.announced
    ? nl
      ? "aangekondigd door de bron"
      : "announced by the source"
    : nl
      ? "verwachting op grond van eerdere jaren, niet aangekondigd"
      : "expected from earlier years, not announced";
  if (it.status === "planned") return sure;
  const was = formatDate(it.movedFrom ?? it.date, language);
  return nl ? `verplaatst (was ${was}); ${sure}` : `moved (was ${was}); ${sure}`;
}
