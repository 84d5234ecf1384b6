import type { MarkdownIt } from "markdown-it";

/** Links of an editor's text to pages of the site go through `inside`, so that a text among practice figures stays there. */
export const ownLinks =
  (inside: (address: string) => string) =>
  (markdown: MarkdownIt): void => {
    markdown.core.ruler.push("own-links", ({ tokens }) => {
      for (const token of tokens.flatMap((it) => it.children ?? [])) {
        const href = token.type === "link_open" ? String(token.attrGet("href") ?? "") : "";
        if (/^\/(?!\/)/.test(href)) token.attrSet("href", inside(href));
      }
    });
  };
