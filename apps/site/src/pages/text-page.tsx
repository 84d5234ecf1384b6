import MarkdownIt from "markdown-it";
import type { Page } from "@impactmonitor/model/catalogue";
import type { EditionKind } from "@impactmonitor/model/edition";
import type { Desk } from "../desk.ts";
import { inside } from "../paths.ts";
import { ownLinks } from "./text-links.ts";
import { stackTables } from "./text-tables.ts";
import { HelpNumbers } from "../parts/help-numbers.tsx";

const reader = (kind: EditionKind) =>
  new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(stackTables)
    .use(ownLinks((address) => inside(kind, address)));
const markdown = { published: reader("published"), practice: reader("practice") };

/** A text that an editor writes in Markdown; HTML in it is shown as text, never run. */
export function TextPage({ desk, page }: { desk: Desk; page: Page }) {
  const body = page.body[desk.language].replaceAll("{contact}", desk.contact);
  return (
    <article class="prose">
      <h1>{desk.say(page.title)}</h1>
      <div dangerouslySetInnerHTML={{ __html: markdown[desk.book.kind].render(body) }} />
      {page.id === "safe-browsing" && <HelpNumbers desk={desk} />}
    </article>
  );
}
