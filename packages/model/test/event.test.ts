import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleIndicator } from "../../views/test/sample-book.ts";
import { concerns, eventSchema, type Event } from "../src/event.ts";
import { areaCode } from "../src/id.ts";

const event = (more: Readonly<Record<string, unknown>> = {}): Event =>
  eventSchema.parse({
    id: "act",
    kind: "law",
    from: "2019-01-01",
    title: { nl: "Wet", en: "Act" },
    what: { nl: "De wet gaat in.", en: "The act takes effect." },
    sources: ["veilig-thuis"],
    readings: [{ title: "A gazette", url: "https://example.org/act" }],
    ...more,
  });
const drenthe = areaCode("VT02");

describe("an event", () => {
  test("is shown with the theme, source or indicator that an editor chose, and with no other", () => {
    const indicator = sampleIndicator({ theme: "reach", source: "veilig-thuis" });
    expect(concerns(event(), indicator, drenthe)).toBe(true);
    expect(concerns(event({ sources: [], themes: ["reach"] }), indicator, drenthe)).toBe(true);
    expect(concerns(event({ sources: [], indicators: ["reports-received"] }), indicator, drenthe)).toBe(true);
    expect(concerns(event({ sources: ["police"] }), indicator, drenthe)).toBe(false);
    expect(
      concerns(
        event({ sources: ["police"] }),
        sampleIndicator({ source: undefined, status: "advised", statusReason: { nl: "Nog niet", en: "Not yet" } }),
        drenthe,
      ),
    ).toBe(false);
  });

  test("of some areas is shown for those only, and of none named for all", () => {
    const codes = fc.array(fc.constantFrom("VT01", "VT02", "VT03", "NL01"), { maxLength: 3 });
    fc.assert(
      fc.property(codes, fc.constantFrom("VT01", "VT02", "VT03", "NL01"), (areas, area) => {
        const shown = concerns(event({ areas }), sampleIndicator(), areaCode(area));
        expect(shown).toBe(areas.length === 0 || areas.includes(area));
      }),
    );
  });

  test("takes a date as YAML reads it", () => {
    expect(event({ from: new Date("2019-01-01T00:00:00Z") }).from).toBe("2019-01-01");
  });
});
