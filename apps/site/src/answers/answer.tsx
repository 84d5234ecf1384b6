import type { Language } from "@impactmonitor/model/text";
import type { VNode } from "preact";
import type { Library, Shelfmark } from "../library.ts";
import { Layout } from "../parts/layout.tsx";
import { withQuery, type Word } from "../paths.ts";
import { renderPage } from "../render.ts";

/** What was asked: the edition, the language and the parameters of the address. */
export interface Asked {
  readonly library: Library;
  readonly mark: Shelfmark;
  readonly language: Language;
  readonly query: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: 200 | 400 | 404 | 413 | 500 | 503;
  readonly html: string;
}

const other = (language: Language): Language => (language === "nl" ? "en" : "nl");

interface Shell {
  readonly title: string;
  readonly description?: string;
  readonly current?: Word;
  /** Address of this page in a language. */
  readonly address: (language: Language) => string;
  readonly status?: Answer["status"];
}

export function page(asked: Asked, shell: Shell, content: VNode): Answer {
  const { mark, language, query } = asked;
  const desk = mark.desk(language);
  const newest = desk.latest ? undefined : withQuery(shell.address(language), { ...query, editie: undefined });
  const html = renderPage(
    <Layout
      desk={desk}
      title={shell.title}
      description={shell.description}
      current={shell.current}
      otherLanguage={withQuery(shell.address(other(language)), shell.status && shell.status !== 200 ? {} : query)}
      newest={newest}
    >
      {content}
    </Layout>,
  );
  return { status: shell.status ?? 200, html };
}
