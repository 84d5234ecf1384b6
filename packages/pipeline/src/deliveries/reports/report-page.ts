import { sayDay, sayPeriod } from "./say-figures.ts";
import type { ReportSubject } from "./spiegelrapport.ts";

/** What a report says of itself, besides what it is about. */
export interface ReportCover {
  readonly regionName: string;
  /** ISO day on which the report was made. */
  readonly madeOn: string;
  /** Made from a practice delivery: said on every report. */
  readonly practice: boolean;
}

export const practiceWords = "Oefencijfers: dit rapport gaat over een bedachte levering.";

/** Text as HTML: safe in an element and in a quoted attribute. */
export const html = (text: string): string =>
  text.replace(/[&<>"']/g, (it) => `&#${it.codePointAt(0)};`).replace(/\p{Cc}|[\ufffe\uffff]/gu, " ");

export interface TableColumn {
  readonly title: string;
  readonly number?: boolean;
}

/** A table with a caption, column heads and row heads. Cells are HTML. */
export function table(caption: string, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const kind = (i: number): string => (columns[i]?.number ? ' class="n"' : "");
  const head = columns.map((it, i) => `<th scope="col"${kind(i)}>${html(it.title)}</th>`).join("");
  const body = rows.map(
    ([first = "", ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell, i) => `<td${kind(i + 1)}>${cell}</td>`).join("")}</tr>`,
  );
  return `<table><caption>${html(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

/** What the report is about, as the cover sheet has it too. */
export function coverLines(about: ReportSubject, cover: ReportCover): (readonly [name: string, value: string])[] {
  return [
    ["Afzender", `Veilig Thuis ${cover.regionName} (${about.region})`],
    ["Periode", sayPeriod(about.period)],
    ["Vergeleken met", about.before === undefined ? "geen vorige levering" : sayPeriod(about.before)],
    ["Protocol", about.protocol.title.nl],
    ["Gemaakt op", sayDay(cover.madeOn)],
  ];
}

/** What stands out, before anything else. */
export function findingsSection([first = "", ...others]: readonly string[]): string {
  const list = others.length === 0 ? "" : `<ul>${others.map((it) => `<li>${html(it)}</li>`).join("\n")}</ul>`;
  return `<section class="findings" aria-labelledby="opvalt"><h2 id="opvalt">Wat opvalt</h2><p>${html(first)}</p>${list}</section>`;
}

/** A whole page: one file, without script and without anything from elsewhere. */
export function page(title: string, about: ReportSubject, cover: ReportCover, body: string): string {
  const named = `${title} Veilig Thuis ${cover.regionName}, ${sayPeriod(about.period)}`;
  const lines = coverLines(about, cover).map(
    ([name, value]) => `<div><dt>${html(name)}</dt><dd>${html(value)}</dd></div>`,
  );
  const practice = cover.practice ? `<p class="practice">${html(practiceWords)}</p>` : "";
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(named)}</title>
<style>${style(named)}</style>
</head>
<body>
<header>
${practice}<p class="kind">Voor de afzender van de levering. Niet verder verspreiden: dit rapport bevat kleine aantallen.</p>
<h1>${html(title)}</h1>
<dl>${lines.join("")}</dl>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Places in CSS strings take no quotes, line ends or backslashes. */
const cssText = (text: string): string => text.replace(/["\\\n\r]/g, " ");

const style = (named: string): string => `
:root { --ink: #1b2733; --soft: #52606d; --line: #cbd2d9; --paper: #fff; --tint: #eef3f7; --bar: #7fa8c9; --warn: #8a3b00; --warn-tint: #fdf0e3; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 2.2rem; line-height: 1.15; margin: 0.25rem 0 1rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2rem 0 0.25rem; }
p, ul { margin: 0.5rem 0; max-width: 44rem; }
a { color: #0b4f8a; }
.kind { color: var(--soft); font-size: 0.9rem; }
.practice { background: #5b2a86; color: #fff; padding: 0.5rem 0.75rem; font-weight: 600; max-width: none; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem 1.25rem; margin: 0 0 1.5rem; }
dt { color: var(--soft); font-size: 0.85rem; }
dd { margin: 0; font-weight: 600; }
.findings { background: var(--tint); border-left: 6px solid #0b4f8a; padding: 1rem 1.25rem 1.1rem; margin: 1.5rem 0; }
.findings h2 { border: 0; margin: 0 0 0.25rem; padding: 0; }
.findings li { margin: 0.3rem 0; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0 1.5rem; font-size: 0.95rem; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.35rem; }
th, td { padding: 0.28rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; line-height: 1.2; }
thead th.n { white-space: normal; }
.spread .n { width: 6.5rem; } .spread .n:nth-child(3) { width: 11rem; }
tbody th { font-weight: 400; }
.n { text-align: right; white-space: nowrap; }
.zero { color: var(--soft); }
.bar { display: inline-block; width: 5.5rem; height: 0.7em; margin-left: 0.6rem; background: var(--tint); vertical-align: baseline; text-align: left; }
.bar i { display: block; height: 100%; background: var(--bar); }
.meaning { color: var(--soft); font-size: 0.92rem; }
.severity { display: inline-block; padding: 0 0.5rem; border: 1px solid currentcolor; border-radius: 0.2rem; font-size: 0.85rem; font-weight: 600; }
.waarschuwing { color: var(--warn); background: var(--warn-tint); }
.signaal { color: #0b4f8a; background: var(--tint); }
.numbers { list-style: none; padding: 0; max-width: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.1rem 1rem; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
.numbers li { overflow-wrap: anywhere; }
@media (max-width: 40rem) { body { padding: 1rem; } .bar { display: none; } }
@page { size: A4; margin: 16mm 14mm 18mm;
  @bottom-left { content: "${cssText(named)}"; font: 8pt sans-serif; color: #52606d; }
  @bottom-right { content: counter(page) " van " counter(pages); font: 8pt sans-serif; color: #52606d; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .part > h2:first-child { margin-top: 0; }
  h2, h3, caption { break-after: avoid; }
  table { font-size: 0.9rem; } tr, .findings li { break-inside: avoid; } thead { display: table-header-group; }
  .part { break-before: page; } .keep, .lead { break-inside: avoid; } .lead, .lead + p { break-after: avoid; }
  .bar, .bar i, .findings, .severity, .practice { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}`;
