import type { Language } from "@impactmonitor/model/text";
import type { VNode } from "preact";
import type { Library, Shelfmark } from "../library.ts";
import { ExplainedTerms } from "../parts/explained.tsx";
import { Layout, type LayoutProps } from "../parts/layout.tsx";
import { inside, withQuery, type Word } from "../paths.ts";
import { renderPage } from "../render.ts";

/** What was asked: the edition, the language and the parameters of the address. */
export interface Asked {
  readonly library: Library;
  readonly mark: Shelfmark;
  readonly language: Language;
  readonly query: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: 200 | 202 | 400 | 404 | 413 | 500 | 503;
  readonly html: string;
  /** Where they differ from those of every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

const other = (language: Language): Language => (language === "nl" ? "en" : "nl");

interface Shell {
  readonly title: string;
  readonly description?: string;
  readonly current?: Word;
  readonly needs?: LayoutProps["needs"];
  /** Address of this page in a language. */
  readonly address: (language: Language) => string;
  readonly status?: Answer["status"];
  /** Not for search engines; of practice figures no page is. */
  readonly closed?: boolean;
}

export function page(asked: Asked, shell: Shell, content: VNode): Answer {
  const { mark, language, query } = asked;
  const desk = mark.desk(language);
  const at = (it: Language): string => inside(mark.book.kind, shell.address(it));
  const newest = desk.latest ? undefined : withQuery(at(language), { ...query, editie: undefined });
  const html = renderPage(
    <Layout
      desk={desk}
      title={shell.title}
      description={shell.description}
      current={shell.current}
      needs={shell.needs}
      otherLanguage={withQuery(at(other(language)), shell.status && shell.status !== 200 ? {} : query)}
      newest={newest}
      closed={shell.closed || mark.book.kind === "practice"}
    >
      <ExplainedTerms.Provider value={new Set()}>{content}</ExplainedTerms.Provider>
    </Layout>,
  );
  return { status: shell.status ?? 200, html };
}
