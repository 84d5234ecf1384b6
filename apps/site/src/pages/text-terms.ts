import type { MarkdownIt, Token } from "markdown-it";
import type { TermPiece } from "../mark-terms.ts";

/**
 * Links the first mention of each term in a section of an editor's text to its explanation; never in a heading, a link
 * or a piece of code. Script opens the explanation in place.
 */
export const explainedTerms =
  (
    mark: (text: string, seen: Set<string>) => readonly TermPiece[],
    address: (term: string) => string,
    seen: Set<string>,
  ) =>
  (markdown: MarkdownIt): void => {
    markdown.core.ruler.push("explained-terms", ({ tokens, Token: NewToken }) => {
      const linked = (piece: TermPiece): Token[] => {
        const text = new NewToken("text", "", 0);
        text.content = piece.text;
        if (piece.term === undefined) return [text];
        const open = new NewToken("link_open", "a", 1);
        open.attrs = [
          ["href", address(piece.term)],
          ["class", "term"],
        ];
        return [open, text, new NewToken("link_close", "a", -1)];
      };
      for (const [i, token] of tokens.entries()) {
        if (token.type === "heading_open") seen.clear();
        if (token.type !== "inline" || tokens[i - 1]?.type === "heading_open") continue;
        let links = 0;
        token.children = (token.children ?? []).flatMap((child) => {
          if (child.type === "link_open") links++;
          if (child.type === "link_close") links--;
          return child.type === "text" && links === 0 ? mark(child.content, seen).flatMap(linked) : [child];
        });
      }
    });
  };
