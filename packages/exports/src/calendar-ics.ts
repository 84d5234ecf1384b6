import type { Calendar, CalendarEntry } from "@impactmonitor/model/calendar";
import type { Language } from "@impactmonitor/model/text";
import { calendarCertainty, calendarDay } from "@impactmonitor/views/calendar-words";

/**
 * The calendar as an iCalendar file (RFC 5545), one all-day entry each; of a month whose day isn't known the whole month,
 * tentative. The same calendar gives the same bytes: no clock is asked, the day of the last check is its stamp.
 */
export function calendarIcs(calendar: Calendar, language: Language): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Impactmonitor//Calendar//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Impactmonitor",
    ...calendar.entries.flatMap((it) => entryLines(it, calendar, language)),
    "END:VCALENDAR",
  ];
  return lines.map((it) => `${folded(it)}\r\n`).join("");
}

function entryLines(it: CalendarEntry, { checked }: Calendar, language: Language): string[] {
  const [start, end] = days(it.date);
  const about = [
    ...it.expects.map((one) => one[language]),
    `${calendarDay(it, language)}: ${calendarCertainty(it, language)}`,
    ...(it.reason ? [it.reason[language]] : []),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${it.id}@impactmonitor`,
    `DTSTAMP:${checked.replaceAll("-", "")}T000000Z`,
    `DTSTART;VALUE=DATE:${start}`,
    `DTEND;VALUE=DATE:${end}`,
    `SUMMARY:${escaped(`Impactmonitor: ${it.title[language]}`)}`,
    `DESCRIPTION:${escaped(about.join("\n"))}`,
    `STATUS:${it.status === "published" || it.announced ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** First day, and the day after the last, as iCalendar wants them. */
function days(date: string): [string, string] {
  const [year = 0, month = 1, day] = date.split("-").map(Number);
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
  const start = Date.UTC(year, month - 1, day ?? 1);
  const end = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return [iso(start), iso(end)];
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** Lines of at most 75 octets; a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > 75) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += letter;
    size += octets;
  }
  return [...parts, part].join("\r\n");
}
