import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatsOf } from "../../src/documents/make-document.ts";
import type { Format, Order, Subject } from "../../src/documents/order.ts";
import { expectedTime } from "../../src/press/expected.ts";

const orderOf = (subject: Subject, format: Format): Order => ({
  edition: "2026-11",
  subject,
  format,
  language: "nl",
  choices: {},
});

test("every document of a whole edition may take longer the more figures there are, in proportion", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...formatsOf("edition")),
      fc.integer({ min: 1, max: 10_000_000 }),
      (format, figures) => {
        const time = (many: number): number => expectedTime(orderOf({ kind: "edition" }, format), many);
        expect(time(figures)).toBeGreaterThan(time(0));
        expect(time(2 * figures) - time(0)).toBeCloseTo(2 * (time(figures) - time(0)));
      },
    ),
  );
});

test("a document of one area takes as long in an edition of any size", () => {
  for (const format of formatsOf("area")) {
    const order = orderOf({ kind: "area", area: "VT02" }, format);
    expect(expectedTime(order, 1_000_000)).toBe(expectedTime(order, 1));
  }
});
