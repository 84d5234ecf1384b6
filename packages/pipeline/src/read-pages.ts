import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Page } from "@impactmonitor/model/catalogue";
import type { Problem } from "./problem.ts";

export const pagesFolder = "catalogue/pages";
export const frontMatter = /^---\ntitle: (.+)\ndescription: (.+)\n---\n/;

/** Reads `catalogue/pages/<id>.<language>.md`; each page needs both languages. */
export function readPages(root: string, problems: Problem[]): Page[] {
  const folder = pagesFolder;
  if (!existsSync(`${root}/${folder}`)) return [];
  const names = readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".md"));
  const ids = [...new Set(names.map((name) => name.split(".")[0]!))].sort();
  const read = (id: string, language: string) => {
    const file = `${folder}/${id}.${language}.md`;
    const text = existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, "utf8") : "";
    const head = frontMatter.exec(text);
    if (!head) {
      const mend = "Write the file; begin with lines ---, title: …, description: …, ---";
      problems.push({ file, line: 1, what: "The page or its front matter is missing.", mend });
    }
    const plain = (value = ""): string => value.replace(/^"(.*)"$/, "$1");
    return { title: plain(head?.[1]), description: plain(head?.[2]), body: text.slice(head?.[0].length ?? 0) };
  };
  return ids.map((id) => {
    const [nl, en] = [read(id, "nl"), read(id, "en")];
    return {
      id,
      title: { nl: nl.title, en: en.title },
      description: { nl: nl.description, en: en.description },
      body: { nl: nl.body, en: en.body },
    };
  });
}
