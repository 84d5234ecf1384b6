import MarkdownIt, { type Token } from "markdown-it";
import type { InsertBlock, InsertSpan } from "@impactmonitor/model/report-insert";
import type { Problem } from "./problem.ts";

/** HTML is read as such, so that it can be refused instead of standing in a report as text. */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/**
 * An editor's Markdown as plain blocks: small headings, paragraphs and lists, with strong words and links in them. That is all that a page and
 * a PDF can both hold; anything else is a problem with its line.
 */
export function insertBlocks(file: string, text: string, problems: Problem[]): InsertBlock[] {
  const refuse = (line: number, what: string, mend: string): void => void problems.push({ file, line, what, mend });
  const blocks: InsertBlock[] = [];
  let items: (readonly InsertSpan[])[] | undefined;
  let depth = 0;
  let heading = false;
  for (const token of markdown.parse(text, {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case "paragraph_open":
      case "paragraph_close":
      case "list_item_open":
      case "list_item_close":
        break;
      case "heading_open":
        heading = true;
        if (token.tag !== "h3") refuse(line, `A heading here begins with ###, not with ${token.markup}.`, "Write ###.");
        break;
      case "heading_close":
        heading = false;
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        depth += 1;
        if (depth > 1) refuse(line, "A list stands within a list.", "Make it one list.");
        else items = [];
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        depth -= 1;
        if (depth === 0 && items) blocks.push({ kind: "list", items });
        if (depth === 0) items = undefined;
        break;
      case "inline": {
        const spans = spansOf(token, line, refuse);
        if (items) items.push(spans);
        else blocks.push({ kind: heading ? "heading" : "text", spans });
        break;
      }
      default:
        refuse(line, `A report can’t hold this (${nameOf(token)}).`, "Write it as a paragraph or a list.");
    }
  }
  if (blocks.length === 0)
    refuse(1, "The text is empty.", "Write it, or remove the file and that of the other language.");
  return blocks;
}

const names: Readonly<Record<string, string>> = {
  html_block: "HTML",
  html_inline: "HTML",
  image: "a picture",
  table_open: "a table",
  fence: "code",
  code_block: "an indented text",
  code_inline: "code",
  blockquote_open: "a quotation",
  hr: "a line",
};
const nameOf = (token: Token): string => names[token.type] ?? token.type;

type Refuse = (line: number, what: string, mend: string) => void;

/** A page of the monitor, a page on the web, or an address for mail. */
const isAddress = (href: string): boolean => /^\/(?!\/)/.test(href) || /^(https:\/\/|mailto:)\S+$/.test(href);

function spansOf(inline: Token, line: number, refuse: Refuse): InsertSpan[] {
  const spans: InsertSpan[] = [];
  let strong = false;
  let href: string | undefined;
  let below = 0;
  const add = (text: string): void => {
    if (text === "") return;
    spans.push({ text, ...(strong ? { strong } : {}), ...(href === undefined ? {} : { href }) });
  };
  for (const token of inline.children ?? []) {
    switch (token.type) {
      case "text":
      case "text_special":
        add(token.content);
        break;
      case "softbreak":
        below += 1;
        add(" ");
        break;
      case "strong_open":
      case "em_open":
        strong = true;
        break;
      case "strong_close":
      case "em_close":
        strong = false;
        break;
      case "link_open":
        href = String(token.attrGet("href") ?? "");
        if (!isAddress(href))
          refuse(
            line + below,
            `The link to “${href}” leads nowhere safe.`,
            "Write https://…, or /… for a page of this site.",
          );
        break;
      case "link_close":
        href = undefined;
        break;
      default:
        refuse(line + below, `A report can’t hold this (${nameOf(token)}).`, "Write it in words.");
    }
  }
  return spans;
}
