import MarkdownIt from "markdown-it";
import type { Page } from "@impactmonitor/model/catalogue";
import type { Desk } from "../desk.ts";
import { stackTables } from "./text-tables.ts";
import { HelpNumbers } from "../parts/help-numbers.tsx";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(stackTables);

/** A text that an editor writes in Markdown; HTML in it is shown as text, never run. */
export function TextPage({ desk, page }: { desk: Desk; page: Page }) {
  const body = page.body[desk.language].replaceAll("{contact}", desk.contact);
  return (
    <article class="prose">
      <h1>{desk.say(page.title)}</h1>
      <div dangerouslySetInnerHTML={{ __html: markdown.render(body) }} />
      {page.id === "safe-browsing" && <HelpNumbers desk={desk} />}
    </article>
  );
}
