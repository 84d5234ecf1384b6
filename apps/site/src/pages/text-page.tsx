import MarkdownIt from "markdown-it";
import type { Page } from "@impactmonitor/model/catalogue";
import type { EditionKind } from "@impactmonitor/model/edition";
import { fillInline, pieces, type BlockPlace } from "@impactmonitor/model/page-place";
import type { Desk } from "../desk.ts";
import { GuideExample, GuideFigure } from "../parts/guide-example.tsx";
import { GuideList } from "../parts/guide-lists.tsx";
import { HelpNumbers } from "../parts/help-numbers.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { inside, isPractice, withQuery } from "../paths.ts";
import { headingIds, headings, type Heading } from "./text-headings.ts";
import { inlineText } from "./text-inline.ts";
import { ownLinks } from "./text-links.ts";
import { explainedTerms } from "./text-terms.ts";
import { stackTables } from "./text-tables.ts";

/** Links of a text stay in its edition, and among practice figures. */
const reader = (kind: EditionKind, edition: string | undefined) =>
  new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(headingIds)
    .use(stackTables)
    .use(ownLinks((address) => (isPractice(address) ? address : within(inside(kind, address), edition))));

/** The same page in an edition that is not the newest. */
function within(address: string, edition: string | undefined): string {
  if (edition === undefined) return address;
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? [];
  return withQuery(path, { ...Object.fromEntries(new URLSearchParams(query)), editie: edition }) + hash;
}

const contents = { nl: "Op deze pagina", en: "On this page" } as const;

/** A text that an editor writes in Markdown, with live places; HTML in it is shown as text, never run. */
export function TextPage({ desk, page }: { desk: Desk; page: Page }) {
  const body = fillInline(page.body[desk.language], (it) => inlineText(desk, it));
  const markdown = reader(desk.book.kind, desk.latest ? undefined : desk.book.id).use(
    explainedTerms(desk.terms, (it) => `${desk.link("glossary")}#${it}`, new Set()),
  );
  return (
    <article class={`prose text-${page.id}`}>
      <h1>{desk.say(page.title)}</h1>
      {pieces(body).map((it) =>
        typeof it === "string" ? (
          <div dangerouslySetInnerHTML={{ __html: markdown.render(it) }} />
        ) : (
          <Block desk={desk} place={it} headings={() => headings(reader(desk.book.kind, undefined), body)} />
        ),
      )}
      {page.id === "safe-browsing" && <HelpNumbers desk={desk} />}
    </article>
  );
}

interface BlockProps {
  readonly desk: Desk;
  readonly place: BlockPlace;
  readonly headings: () => readonly Heading[];
}
function Block({ desk, place, headings: list }: BlockProps) {
  switch (place.kind) {
    case "contents":
      return (
        <nav class="toc" aria-label={desk.say(contents)}>
          <ul>
            {list().map((it) => (
              <li>
                <a href={`#${it.id}`}>{it.text}</a>
              </li>
            ))}
          </ul>
        </nav>
      );
    case "print":
      return (
        <p>
          <PrintButton desk={desk} look="copy" />
        </p>
      );
    case "example":
      return <GuideExample desk={desk} kind={place.of} />;
    case "figure":
      return <GuideFigure desk={desk} indicator={place.of} />;
    case "list":
      return <GuideList desk={desk} list={place.of} />;
  }
}
