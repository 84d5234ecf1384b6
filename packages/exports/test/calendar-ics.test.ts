import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarSchema, type Calendar } from "@impactmonitor/model/calendar";
import { calendarIcs } from "../src/calendar-ics.ts";

const entry = {
  id: "veilig-thuis-2026h2",
  date: "2027-05",
  title: { nl: "Veilig Thuis, tweede halfjaar", en: "Veilig Thuis, second half" },
  expects: [{ nl: "adviezen; meldingen", en: "advice; reports" }],
  status: "planned",
} as const;
const calendar = (...entries: object[]): Calendar => calendarSchema.parse({ checked: "2026-11-22", entries });
/** The lines as a program reads them: folded ones put together again. */
const linesOf = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar as a file", () => {
  test("gives a month without a day as the whole month, tentative", () => {
    const lines = linesOf(calendarIcs(calendar(entry), "nl"));
    expect(lines).toContain("DTSTART;VALUE=DATE:20270501");
    expect(lines).toContain("DTEND;VALUE=DATE:20270601");
    expect(lines).toContain("STATUS:TENTATIVE");
    expect(lines).toContain("SUMMARY:Impactmonitor: Veilig Thuis\\, tweede halfjaar");
    expect(lines.find((it) => it.startsWith("DESCRIPTION:"))).toBe(
      "DESCRIPTION:adviezen\\; meldingen\\nmei 2027: verwachting op grond van eerdere jaren\\, niet aangekondigd",
    );
  });

  test("gives an announced day as that day, also the last of a year", () => {
    const lines = linesOf(calendarIcs(calendar({ ...entry, date: "2027-12-31", announced: true }), "en"));
    expect(lines).toContain("DTSTART;VALUE=DATE:20271231");
    expect(lines).toContain("DTEND;VALUE=DATE:20280101");
    expect(lines).toContain("STATUS:CONFIRMED");
  });

  test("keeps the name of an entry that was moved, and says why", () => {
    const reason = { nl: "De bron had meer tijd nodig.", en: "The source needed more time." };
    const moved = { ...entry, date: "2027-06", status: "moved", movedFrom: "2027-05", reason };
    const lines = linesOf(calendarIcs(calendar(moved), "nl"));
    expect(lines).toContain("UID:veilig-thuis-2026h2@impactmonitor");
    expect(lines.join("\n")).toContain("verplaatst (was mei 2027)");
    expect(lines.join("\n")).toContain("De bron had meer tijd nodig.");
  });

  test("has lines of at most 75 octets that end as the standard says, whatever a title holds", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1 }).filter((it) => it.trim() !== "");
    fc.assert(
      fc.property(title, (text) => {
        const file = calendarIcs(calendar({ ...entry, title: { nl: text, en: text } }), "nl");
        expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(linesOf(file).filter((it) => it === "END:VEVENT")).toHaveLength(1);
      }),
    );
  });
});
