import { expect, test } from "vitest";
import { levels } from "@impactmonitor/model/area";
import { languages } from "@impactmonitor/model/text";
import { levelNoun } from "../src/area-words.ts";
import { counted, nouns } from "../src/counted.ts";

test("one has its own word, everything else another, large numbers as people write them", () => {
  expect(counted(1, nouns.source, "nl")).toBe("1 bron");
  expect(counted(0, nouns.source, "nl")).toBe("0 bronnen");
  expect(counted(4, nouns.subject, "en")).toBe("4 subjects");
  expect(counted(1, nouns.subject, "en")).toBe("1 subject");
  expect(counted(1200, nouns.figure, "nl")).toBe("1.200 cijfers");
  expect(counted(1200, nouns.figure, "en")).toBe("1,200 figures");
  expect(counted(1, levelNoun("municipality"), "en")).toBe("1 municipality");
  expect(counted(12, levelNoun("corop"), "nl")).toBe("12 COROP-gebieden");
});

test("every noun has two forms in both languages; only Dutch years are the same", () => {
  const same = languages.flatMap((language) =>
    [...Object.values(nouns), ...levels.map(levelNoun)].flatMap((it) =>
      it.one[language] === it.many[language] ? [it.one[language]] : [],
    ),
  );
  expect(same).toEqual(["jaar"]);
});
