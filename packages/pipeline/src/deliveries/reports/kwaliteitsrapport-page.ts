import { mostNamed, type Kwaliteitsrapport, type RuleResult } from "./kwaliteitsrapport.ts";
import { foundResults, qualityFindings, severityWords } from "./quality-findings.ts";
import { findingsSection, html, page, table, type ReportCover } from "./report-page.ts";
import { sayCount, sayShare, shareOf } from "./say-figures.ts";

/** The report as one file of HTML. */
export function kwaliteitsrapportPage(report: Kwaliteitsrapport, cover: ReportCover): string {
  const found = foundResults(report);
  const details = found.map(resultSection).join("\n");
  const body = [
    findingsSection(qualityFindings(report)),
    `<p>Dit rapport zoekt gegevens die niet bij elkaar passen. De levering is wel aangenomen. Een ${badge("waarschuwing")} kan niet kloppen. Een ${badge("signaal")} kan kloppen, maar valt op. Verbeteren doet u in uw eigen registratie. Daarna levert u de hele periode opnieuw.</p>`,
    `<h2 id="regels">Alle regels</h2>${rulesTable(report.results)}`,
    ...(found.length > 0
      ? [`<section class="part"><h2 id="gevonden">Wat er is gevonden</h2>${details}</section>`]
      : []),
    notChecked(report.notChecked),
  ];
  return page("Kwaliteitsrapport", report.about, cover, body.join("\n"));
}

const badge = (severity: RuleResult["rule"]["severity"]): string =>
  `<span class="severity ${severity}">${severity}</span>`;

function rulesTable(results: readonly RuleResult[]): string {
  const rows = results.map((it) => [
    it.hits > 0 ? `<a href="#${html(it.rule.id)}">${html(it.rule.title)}</a>` : html(it.rule.title),
    html(it.about ?? "Hele levering"),
    badge(it.rule.severity),
    ...(it.skipped === undefined
      ? [it.hits === 0 ? '<span class="zero">0</span>' : `<strong>${sayCount(it.hits)}</strong>`, sayCount(it.records)]
      : ["niet getoetst", "–"]),
    it.skipped === undefined ? sayShare(shareOf(it.hits, it.records)) : "–",
  ]);
  return `${table(
    "Wat elke regel vond",
    [
      { title: "Regel" },
      { title: "Over" },
      { title: "Soort" },
      { title: "Gevonden", number: true },
      { title: "Van", number: true },
      { title: "Deel", number: true },
    ],
    rows,
  )}<p class="meaning">Van: de records waar de regel over gaat. Bij een regel over de hele levering: de soorten records of de velden die zijn vergeleken.</p>`;
}

function resultSection(it: RuleResult): string {
  const { rule } = it;
  const count =
    it.about === undefined
      ? `<ul>${it.found.map((line) => `<li>${html(line)}</li>`).join("")}</ul>`
      : `<p><strong>${sayCount(it.hits)} van ${sayCount(it.records)}</strong> (${sayShare(shareOf(it.hits, it.records))}) in ${html(it.about.toLowerCase())}.</p>`;
  return `<section aria-labelledby="${html(rule.id)}"><div class="lead"><h3 id="${html(rule.id)}">${html(rule.title)}</h3>
<p>${badge(rule.severity)} ${html(severityWords[rule.severity])}</p>
${count}
<p>${html(rule.means)}</p>
<p><strong>Wat u kunt doen.</strong> ${html(rule.mend)}</p></div>
${numbers(it)}</section>`;
}

function numbers({ first, hits, rule }: RuleResult): string {
  if (first.length === 0) return "";
  const items = first.map(({ record, key }) => `<li>${record}${key === "" ? "" : ` (${html(key)})`}</li>`);
  const which =
    hits > mostNamed ? `De eerste ${mostNamed} records` : first.length === 1 ? "Dit record" : "Deze records";
  return `<p id="${html(rule.id)}-records">${which}. De telling begint bij 1, zonder de regel met kolomnamen. Tussen haakjes uw eigen nummer.</p>
<ul class="numbers" aria-labelledby="${html(rule.id)}-records">${items.join("")}</ul>`;
}

const notChecked = (sentences: readonly string[]): string =>
  sentences.length === 0
    ? ""
    : `<section class="keep"><h2 id="niet-getoetst">Wat dit rapport niet kan zien</h2><ul>${sentences.map((it) => `<li>${html(it)}</li>`).join("")}</ul></section>`;
