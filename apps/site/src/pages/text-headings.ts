import type { MarkdownIt, Token } from "markdown-it";

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Gives each heading of an editor's text an id made of its words, so that others can link straight to it. */
export function headingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.push("heading-ids", ({ tokens }) => {
    for (const [i, token] of tokens.entries())
      if (token.type === "heading_open") token.attrSet("id", headingId(plain(tokens[i + 1])));
  });
}

/** Headings of the second level in a text, in order. */
export function headings(markdown: MarkdownIt, body: string): readonly Heading[] {
  return markdown.parse(body, {}).flatMap((token, i, all) => {
    const text = token.type === "heading_open" && token.tag === "h2" ? plain(all[i + 1]) : "";
    return text === "" ? [] : [{ id: headingId(text), text }];
  });
}

/** "Stap 1. Kies uw doel" becomes "stap-1-kies-uw-doel". */
export const headingId = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-");

/** What a heading says, without marks for bold or links. */
const plain = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .filter((it) => it.type === "text" || it.type === "code_inline")
    .map((it) => it.content)
    .join("");
