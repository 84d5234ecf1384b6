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

/** Each heading under the title, with the text of the first paragraph after it. */
export function headedParts(markdown: MarkdownIt, body: string): readonly (Heading & { readonly first: string })[] {
  const tokens = markdown.parse(body, {});
  return tokens.flatMap((token, i) => {
    if (token.type !== "heading_open" || token.tag === "h1") return [];
    const text = plain(tokens[i + 1]);
    const next = tokens.findIndex((it, at) => at > i + 1 && (it.type === "inline" || it.type === "heading_open"));
    const first = next > 0 && tokens[next]!.type === "inline" ? plain(tokens[next]) : "";
    return text === "" ? [] : [{ id: headingId(text), text, first }];
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
    .map((it) => (it.type === "softbreak" ? " " : it.type === "text" || it.type === "code_inline" ? it.content : ""))
    .join("");
