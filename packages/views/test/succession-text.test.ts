import { expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { areaView } from "../src/area-view.ts";
import { successionText } from "../src/succession-text.ts";

const book = builtBook();

test("every area that came from others or has ended says so, with all their names; others say nothing", () => {
  const codes = [...new Set(book.catalogue.areas.map((it) => it.code))].filter((it) => /^(VT|PV)/.test(it));
  for (const language of languages)
    for (const code of codes) {
      const view = areaView(book, book.area(code)!, language);
      const text = successionText(book, view, language).join(" ");
      const { predecessors, successors } = view.succession;
      for (const it of [...predecessors.map((one) => one.area), ...successors]) expect(text).toContain(it.name);
      expect(text === "").toBe(predecessors.length === 0 && view.area.validTo === undefined);
      expect(text).not.toMatch(/\{|undefined/);
    }
});
