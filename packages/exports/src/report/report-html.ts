import { escape } from "@impactmonitor/charts/svg";
import type { InsertBlock, InsertSpan } from "@impactmonitor/model/report-insert";
import type { Block, Term } from "@impactmonitor/views/documents/book-content";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { ReportContent, ReportResult, ReportSection } from "@impactmonitor/views/report/report-content";
import { reportWords } from "@impactmonitor/views/report/report-words";
import { partsText, type Part } from "@impactmonitor/views/statement";

/** A yearly report as one HTML file that loads nothing: for editors who read a draft, and for who keeps it. */
export function reportHtml(report: ReportContent): string {
  const { language, title, themes, introduction, startingPoints, sources, news, missing, conclusion } = report;
  const practice =
    report.edition.kind === "practice" ? `<p class="mark">${escape(practiceWords.band[language])}</p>` : "";
  const part = (it: ReportSection): string =>
    `<section id="${it.id}"><h2>${escape(it.title)}</h2>${written(it.written, language)}${it.blocks.map(blockHtml).join("")}</section>`;
  const theme = (it: ReportContent["themes"][number]): string =>
    `<section id="${it.id}"><h2>${escape(it.title)}</h2><p>${escape(it.about)}</p>${written(it.written, language)}<p class="fine">${escape(it.newest)}</p>${it.results.map((one) => result(one, language)).join("")}</section>`;
  const body = [
    part(introduction),
    part(startingPoints),
    ...themes.map(theme),
    part(sources),
    part(news),
    part(missing),
    part(conclusion),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${title} – Impactmonitor`)}</title><style>${style}</style></head>
<body>${practice}<main><h1>${escape(title)}</h1>${report.lines.map((it) => `<p class="fine">${escape(it)}</p>`).join("")}
${body.join("\n")}
</main>${practice}</body></html>
`;
}

const style = `body{font:1.05rem/1.55 "Source Sans 3",Arial,sans-serif;color:#16252e;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-bottom:2px solid #0b5c7a}.fine{color:#4a5c67;font-size:.9rem}.statement{font-weight:600}dt{font-weight:600}
.written{border-left:4px solid #0b5c7a;padding-left:1rem}.mark{background:#4a1170;color:#fff;padding:.5rem 1rem;font-weight:700}`;

const text = (parts: readonly Part[]): string => escape(partsText(parts));

function result(it: ReportResult, language: ReportContent["language"]): string {
  const limits = [...new Set([...it.guards, ...it.doesNotSay])].map((one) => `<li>${escape(one)}</li>`).join("");
  const signs = it.signs.length > 0 ? `${escape(it.signs.join(" · "))}. ` : "";
  return `<h3>${escape(it.title)} (${escape(it.period)})</h3><p class="statement">${text(it.statement)}</p><p>${it.sentences.map(text).join(" ")}</p><p>${escape(reportWords.doesNotSay[language])}:</p><ul>${limits}</ul><p class="fine">${signs}${escape(it.source)}</p>`;
}

function blockHtml(it: Block): string {
  switch (it.kind) {
    case "heading":
      return `<h3>${escape(it.text)}</h3>`;
    case "text":
      return `<p>${text(it.parts)}</p>`;
    case "fine":
      return `<p class="fine">${text(it.parts)}</p>`;
    case "list":
      return `<ul>${it.items.map((one) => `<li>${text(one)}</li>`).join("")}</ul>`;
    case "note":
      return `<div class="written"><p><strong>${escape(it.title)}</strong></p>${it.items.map((one) => `<p>${text(one)}</p>`).join("")}</div>`;
    case "terms":
      return `<dl>${it.terms.map((one: Term) => `<dt>${escape(one.term)}</dt><dd>${text(one.parts)}</dd>`).join("")}</dl>`;
    case "pictures":
    case "table":
      return "";
  }
}

const span = ({ text: words, strong, href }: InsertSpan): string => {
  const shown = strong ? `<strong>${escape(words)}</strong>` : escape(words);
  return href === undefined || href.startsWith("/") ? shown : `<a href="${escape(href)}">${shown}</a>`;
};

function written(blocks: readonly InsertBlock[] | undefined, language: ReportContent["language"]): string {
  if (!blocks) return "";
  const shown = blocks.map((it) =>
    it.kind === "list"
      ? `<ul>${it.items.map((one) => `<li>${one.map(span).join("")}</li>`).join("")}</ul>`
      : `<${it.kind === "heading" ? "h3" : "p"}>${it.spans.map(span).join("")}</${it.kind === "heading" ? "h3" : "p"}>`,
  );
  return `<div class="written"><p class="fine">${escape(reportWords.written[language])}</p>${shown.join("")}</div>`;
}
