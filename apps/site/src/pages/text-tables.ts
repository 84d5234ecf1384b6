import type { MarkdownIt, Token } from "markdown-it";

/**
 * Makes the tables of an editor's text fit a phone: each cell says which column it is of, for the style that turns a row
 * into a card, and the first cell of a row heads it.
 */
export function stackTables(markdown: MarkdownIt): void {
  markdown.core.ruler.push("stack-tables", ({ tokens }) => {
    let heads: string[] = [];
    let column = 0;
    for (const [i, token] of tokens.entries()) {
      switch (token.type) {
        case "table_open":
          token.attrSet("class", "stack");
          heads = [];
          break;
        case "tr_open":
          column = 0;
          break;
        case "th_open":
          token.attrSet("scope", "col");
          heads.push(tokens[i + 1]?.content ?? "");
          break;
        case "td_open":
          if (column === 0) head(token);
          else token.attrSet("data-label", heads[column] ?? "");
          break;
        case "td_close":
          if (column === 0) token.tag = "th";
          column++;
          break;
      }
    }
  });
}

function head(token: Token): void {
  token.tag = "th";
  token.attrSet("scope", "row");
}
