import { describe, expect, test } from "vitest";
import type { Indicator } from "@impactmonitor/model/indicator";
import { builtEdition } from "./built-edition.ts";
import { appendix2, instrument02 } from "./registers.ts";

const { catalogue } = builtEdition();
const byId = new Map(catalogue.indicators.map((it) => [it.id, it]));
const sourceNumber = new Map(catalogue.sources.map((it) => [it.id, it.number]));
const inAppendix = (number: string): Indicator[] =>
  catalogue.indicators.filter((it) => it.register.appendix2.includes(number));

describe("instrument 02", () => {
  test("has 69 indicators, and each is one indicator of ours, once", () => {
    expect(instrument02).toHaveLength(69);
    const claimed = catalogue.indicators.flatMap((it) => it.register.instrument02);
    expect(claimed.sort()).toEqual(instrument02.map(([number]) => number));
  });

  test.each(instrument02)("%s is %s, in its theme, from its source", (number, id, theme, source) => {
    const it = byId.get(id);
    expect(it?.register.instrument02).toEqual([number]);
    expect(it?.theme).toBe(theme);
    expect(sourceNumber.get(it?.source ?? "")).toBe(source);
  });

  test("says for which there are figures by region, and the catalogue agrees", () => {
    const differ = instrument02.filter(([, id, , , regional]) => {
      const levels = byId.get(id)?.levels ?? [];
      return levels.includes("vt-region") !== (regional !== "no");
    });
    expect(differ.map(([, id]) => id)).toEqual([]);
  });

  test("says “partly” by region only of the cohort studies, which were done in some regions", () => {
    const partly = instrument02.filter(([, , , , regional]) => regional === "partly");
    expect(partly).toHaveLength(18);
    expect(new Set(partly.map(([, id]) => byId.get(id)?.source))).toEqual(new Set(["cohort-studies"]));
  });

  test("says which are a series, and the catalogue agrees but for one whose yearly counts came later", () => {
    const differ = instrument02.filter(([, id, , , , series]) => byId.get(id)?.series !== series);
    expect(differ.map(([, id]) => id)).toEqual(["om-inflow"]);
  });
});

describe("appendix 2", () => {
  test("has 40 numbers in 48 rows, and the catalogue has them all and no other", () => {
    expect(new Set(appendix2.map(([number]) => number.slice(0, 5))).size).toBe(40);
    const claimed = new Set(catalogue.indicators.flatMap((it) => it.register.appendix2));
    expect([...claimed].sort()).toEqual(appendix2.map(([number]) => number).sort());
  });

  test.each(appendix2)("%s is the same as %j of instrument 02", (number, same) => {
    const ours = inAppendix(number);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.flatMap((it) => it.register.instrument02).sort()).toEqual([...same].sort());
  });

  test("was partly advice: what still has no figures says why", () => {
    const advised = appendix2
      .filter(([, , status]) => status !== "available")
      .flatMap(([number]) => inAppendix(number));
    expect(advised.length).toBeGreaterThan(10);
    const silent = advised.filter(
      (it) => it.statusReason === undefined && builtEdition().observations(it.id).length === 0,
    );
    expect(silent.map((it) => it.id)).toEqual([]);
  });
});

describe("what there is to measure with", () => {
  test("are the eleven sources, numbered 1 to 11", () => {
    expect(catalogue.sources.map((it) => it.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test("are nine themes; three have nothing of instrument 02 and say what is missing", () => {
    const without = catalogue.themes.filter((theme) => !instrument02.some(([, , it]) => it === theme.id));
    expect(catalogue.themes).toHaveLength(9);
    expect(without.map((it) => it.id).sort()).toEqual([
      "coherent-help",
      "initial-training",
      "multidisciplinary-cooperation",
    ]);
    for (const { gap } of without) expect(gap).toMatchObject({ nl: expect.any(String), en: expect.any(String) });
  });

  test("come first in the order of instrument 02", () => {
    const order = [...new Set(instrument02.map(([, , theme]) => theme))];
    expect(catalogue.themes.map((it) => it.id).filter((id) => order.includes(id))).toEqual(order);
  });

  test("never shares a limitation between indicators of different sources", () => {
    const owners = new Map<string, Set<string>>();
    for (const it of catalogue.indicators)
      for (const { nl } of it.doesNotSay) owners.set(nl, (owners.get(nl) ?? new Set()).add(it.source ?? it.id));
    expect([...owners].filter(([, sources]) => sources.size > 1).map(([text]) => text)).toEqual([]);
  });

  test("are figures with a status that fits: none is called available without any, none without a source has any", () => {
    const { observations } = builtEdition();
    const empty = catalogue.indicators.filter((it) => it.status === "available" && observations(it.id).length === 0);
    expect(empty.filter((it) => !it.tables.length && !it.statusReason).map((it) => it.id)).toEqual([]);
    const odd = catalogue.indicators.filter((it) => it.source === undefined && observations(it.id).length > 0);
    expect(odd.map((it) => it.id)).toEqual([]);
  });

  test.each(["title", "shortTitle"] as const)(
    "have a %s of their own, so that no two look the same in a list",
    (field) => {
      for (const language of ["nl", "en"] as const) {
        const titles = catalogue.indicators.map((it) => it[field][language].toLowerCase());
        expect(titles.filter((it, i) => titles.indexOf(it) !== i)).toEqual([]);
      }
    },
  );
});
