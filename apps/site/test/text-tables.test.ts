import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { stackTables } from "../src/pages/text-tables.ts";

test("a cell says which column it is of, and the first of a row heads it", () => {
  const html = new MarkdownIt()
    .use(stackTables)
    .render("| Vraag | Antwoord | Bron |\n|---|---|---|\n| Wat? | *Dit* | CBS |\n\n| A |\n|---|\n| b |\n");
  const flat = html.replace(/\n/g, "");
  expect(flat).toContain('<table class="stack">');
  expect(flat).toContain('<th scope="col">Vraag</th>');
  expect(flat).toContain(
    '<th scope="row">Wat?</th><td data-label="Antwoord"><em>Dit</em></td><td data-label="Bron">CBS</td>',
  );
  expect(flat).toContain('<th scope="row">b</th>');
});
