import { readFileSync } from "node:fs";
import { root } from "./built-edition.ts";
import { replaced } from "./catalogue-copy.ts";

export interface Mistake {
  readonly file: string;
  readonly edit: (text: string) => string | Uint8Array;
  /** Words on the line that the message must point at; without them line 1. */
  readonly at?: string;
  readonly what: RegExp;
  readonly mend: RegExp;
}
export const reports = "catalogue/indicators/reports-received.yaml";
const trained = "catalogue/indicators/professionals-trained.yaml";
export const types = "catalogue/indicators/violence-type-reports.yaml";

/** Mistakes that people make in the catalogue, one at a time: what is spoilt, and what the check must say of it. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  "an unknown theme": {
    file: reports,
    edit: replaced("theme: reach-veilig-thuis", "theme: reach"),
    at: "theme: reach",
    what: /There is no theme reach\./,
    mend: /Mend the id, or add the theme/,
  },
  "an unknown source": {
    file: reports,
    edit: replaced("source: veilig-thuis", "source: safe-home"),
    at: "source: safe-home",
    what: /There is no source safe-home\./,
    mend: /Mend the id/,
  },
  "an unknown indicator in a reading order": {
    file: "catalogue/themes.yaml",
    edit: replaced(/indicators: \[.*\]/, "indicators: [reports]"),
    at: "indicators: [reports]",
    what: /There is no indicator reports\./,
    mend: /Mend the id, or add the indicator/,
  },
  "missing English": {
    file: reports,
    edit: replaced("  en: Reports received by Veilig Thuis\n", ""),
    at: "nl: Ontvangen meldingen",
    what: /title\.en is missing/,
    mend: /Write it/,
  },
  "a text of blanks": {
    file: reports,
    edit: replaced("  en: Reports received by Veilig Thuis\n", '  en: "  "\n'),
    at: 'en: "  "',
    what: /title\.en is empty/,
    mend: /Fill it in/,
  },
  "an unknown field": {
    file: reports,
    edit: replaced("status: available", "colour: red\nstatus: available"),
    at: "colour: red",
    what: /unknown field: colour/,
    mend: /Remove it, or check its spelling/,
  },
  "an unknown field in a text": {
    file: reports,
    edit: replaced("  en: Reports\n", "  en: Reports\n  de: Meldungen\n"),
    at: "de: Meldungen",
    what: /shortTitle has an unknown field: de/,
    mend: /Remove it/,
  },
  "a value that is not in the list": {
    file: reports,
    edit: replaced("polarity: neither", "polarity: good"),
    at: "polarity: good",
    what: /polarity has a value that is not in the list/,
    mend: /lower-is-better, higher-is-better, neither/,
  },
  "a level that does not exist": {
    file: reports,
    edit: replaced("levels: [nation, landsdeel,", "levels: [nation, neighbourhood,"),
    at: "levels:",
    what: /levels\.1 has a value that is not in the list/,
    mend: /vt-region/,
  },
  "crooked indentation": {
    file: reports,
    edit: replaced("  en: Reports\n", "   en: Reports\n"),
    // YAML takes the crooked line for the rest of the one before it.
    at: "nl: Meldingen",
    what: /not valid YAML/,
    mend: /indentation \(two spaces\)/,
  },
  "a colon in a text without quotes": {
    file: reports,
    edit: replaced("  en: Reports\n", "  en: Reports: all of them\n"),
    at: "en: Reports: all",
    what: /not valid YAML/,
    mend: /quotes around texts with a colon/,
  },
  "the same field twice": {
    file: reports,
    edit: replaced("status: available", "series: true # again\nstatus: available"),
    at: "series: true # again",
    what: /not valid YAML/,
    mend: /indentation/,
  },
  "an id that is not the file's name": {
    file: trained,
    edit: replaced("id: professionals-trained", "id: professionals-equipped"),
    at: "id: professionals-equipped",
    what: /The id is professionals-equipped/,
    mend: /Name the file professionals-equipped\.yaml/,
  },
  "an unknown code list": {
    file: types,
    edit: replaced("dimension: violence-type", "dimension: violence-sort"),
    at: "dimension: violence-sort",
    what: /There is no code list violence-sort/,
    mend: /add the code list/,
  },
  "a limitation text that another source's indicator has too": {
    file: "catalogue/indicators/victims-talked.yaml",
    edit: (text) => {
      const [, nl] = /- nl: (Een melding is geen persoon.*)/.exec(readFileSync(`${root}/${reports}`, "utf8")) ?? [];
      return replaced(/doesNotSay:\n {2}- nl: .*/, `doesNotSay:\n  - nl: ${nl}`)(text);
    },
    at: "Een melding is geen persoon en geen gezin.",
    what: /This text is also in catalogue\/indicators\/reports-received\.yaml/,
    mend: /special to this indicator/,
  },
  "an indicator that is partly available and does not say why": {
    file: reports,
    edit: replaced("status: available", "status: partly"),
    at: "id: reports-received",
    what: /statusReason: an indicator that is not simply available says why/,
    mend: /Mend this field/,
  },
  "a sentence without the value": {
    file: reports,
    edit: replaced(
      "{period}, Veilig Thuis {area} received {value}.",
      "{period}, Veilig Thuis {area} received reports.",
    ),
    at: "received reports.",
    what: /sentence lacks \{value\}/,
    mend: /Say when, where and how much/,
  },
  "a sentence with a loose bracket": {
    file: reports,
    edit: replaced("Veilig Thuis {area} received {value}.", "Veilig Thuis {area} [received {value}."),
    at: "[received {value}.",
    what: /sentence has a loose \[/,
    mend: /\[one\|more\]/,
  },
  "a breakdown without a sentence for its categories": {
    file: types,
    edit: (text) => text.replace(/categorySentence:\n {2}nl: .*\n {2}en: .*\n/, ""),
    at: "breakdowns:",
    what: /There is no categorySentence/,
    mend: /\{category\}/,
  },
  "a break at no period": {
    file: reports,
    edit: replaced("- at: 2019H1", "- at: begin 2019"),
    at: "at: begin 2019",
    what: /“begin 2019” is no period/,
    mend: /2019H1/,
  },
  "a relative that does not exist": {
    file: reports,
    edit: (text) => `${text}related: [advice-started, advice-begun]\n`,
    at: "related:",
    what: /There is no indicator advice-begun/,
    mend: /add the indicator/,
  },
  "an indicator related to itself": {
    file: reports,
    edit: (text) => `${text}related: [advice-started, reports-received]\n`,
    at: "related:",
    what: /not related to itself/,
    mend: /Remove it/,
  },
  "a code twice in a code list": {
    file: "catalogue/codelists/sex.yaml",
    edit: replaced("  - id: men\n", "  - id: women # again\n    title: { nl: Nog eens, en: Again }\n  - id: men\n"),
    at: "  - id: women # again",
    what: /women is there twice/,
    mend: /Remove one/,
  },
  "a part of a code that does not exist": {
    file: "catalogue/codelists/sex.yaml",
    edit: (text) => `${text}    parent: people\n`,
    at: "parent: people",
    what: /There is no code people/,
    mend: /Mend the parent/,
  },
  "a code with a capital": {
    file: "catalogue/codelists/sex.yaml",
    edit: (text) => `${text}  - id: Other\n    title: { nl: Anders, en: Other }\n`,
    at: "id: Other",
    what: /codes\.2\.id: write a code in lower case/,
    mend: /Mend this field/,
  },
  "a question about an indicator that does not exist": {
    file: "catalogue/questions.yaml",
    edit: replaced("  indicators: []", "  indicators: [advice-started, ots-begun]"),
    at: "ots-begun",
    what: /There is no indicator ots-begun/,
    mend: /Mend the id/,
  },
  "a question to begin a talk that asks nothing": {
    file: "catalogue/starters.yaml",
    edit: replaced("nl: Wie zou hier meer van weten?", "nl: Vraag wie hier meer van weet."),
    at: "nl: Vraag wie",
    what: /always\.any\.0\.nl/,
    mend: /Mend this field/,
  },
  "questions for a talk about a theme that does not exist": {
    file: "catalogue/starters.yaml",
    edit: replaced("theme: coherent-help", "theme: incoherent-help"),
    at: "theme: incoherent-help",
    what: /There is no theme incoherent-help/,
    mend: /Mend the id/,
  },
  "a theme without questions for a talk": {
    file: "catalogue/starters.yaml",
    edit: replaced(/^ {2}- theme: coherent-help\n(?: {4}.*\n)*/m, ""),
    at: "themes:",
    what: /The theme coherent-help has no partners and no questions/,
    mend: /Add it/,
  },
  "questions for a talk about an indicator that does not exist": {
    file: "catalogue/starters.yaml",
    edit: replaced("indicators: []", "indicators: [{ indicator: ots-begun }]"),
    at: "ots-begun",
    what: /There is no indicator ots-begun/,
    mend: /Mend the id/,
  },
  "the same theme twice among the questions for a talk": {
    file: "catalogue/starters.yaml",
    edit: replaced("theme: coherent-help", "theme: outcome # again"),
    at: "theme: outcome # again",
    what: /outcome is there twice/,
    mend: /Put their questions together/,
  },
  "nine questions instead of ten": {
    file: "catalogue/questions.yaml",
    edit: (text) => text.slice(0, text.lastIndexOf("\n- id: ") + 1),
    at: "- id: less-severe-violence",
    what: /too short/,
    mend: /Fill it in/,
  },
  "a term that refers to no term": {
    file: "catalogue/glossary.yaml",
    edit: (text) => `${text}  see: [no-such-term]\n`.replace(/ {2}see: .*\n( {2}see: \[no-such-term\]\n)$/, "$1"),
    at: "see: [no-such-term]",
    what: /There is no term no-such-term/,
    mend: /Mend the id/,
  },
  "an address that runs a script": {
    file: "catalogue/sources/police.yaml",
    edit: replaced("url: https://dashboards.cbs.nl/v3/dashboardimpactmonitor_hgkm/", "url: javascript:alert(1)"),
    at: "url: javascript:",
    what: /links\.1\.url/,
    mend: /Mend this field/,
  },
  "a month thirteen in a calendar": {
    file: "catalogue/sources/police.yaml",
    edit: replaced("  - month: 11", "  - month: 13"),
    at: "month: 13",
    what: /expected\.1\.month/,
    mend: /Mend this field/,
  },
  "a file that is cut off": {
    file: reports,
    edit: (text) => text.slice(0, text.indexOf("doesNotSay")),
    at: "id: reports-received",
    what: /(doesNotSay|status|register) is missing/,
    mend: /Write it/,
  },
  "a file that is cut off inside quotes": {
    file: reports,
    edit: (text) => text.slice(0, text.indexOf("kreeg Veilig Thuis {area}")),
    at: 'nl: "{period}',
    what: /not valid YAML/,
    mend: /quotes/,
  },
  "an empty file": {
    file: "catalogue/help.yaml",
    edit: () => "",
    what: /the file/,
    mend: /Write it as object/,
  },
  "a file that is not UTF-8": {
    file: reports,
    edit: (text) => Buffer.from(text.replace("Meldingen\n", "Meldíngen\n"), "latin1"),
    what: /not UTF-8/,
    mend: /Save it again as UTF-8/,
  },
  "an area at a level that does not exist": {
    file: "catalogue/areas/areas.csv",
    edit: replaced("LD01,landsdeel,", "LD01,part,"),
    at: "LD01,part",
    what: /Unknown level “part”/,
    mend: /landsdeel/,
  },
  "an area with capitals in its address": {
    file: "catalogue/areas/areas.csv",
    edit: replaced(",noord-nederland,", ",Noord-Nederland,"),
    at: "LD01",
    what: /“Noord-Nederland” is no slug/,
    mend: /a-z, 0-9 and hyphens/,
  },
  "an area with a date in another order": {
    file: "catalogue/areas/areas.csv",
    edit: replaced("noord-nederland,1986-01-01", "noord-nederland,01-01-1986"),
    at: "LD01",
    what: /“01-01-1986” is no date/,
    mend: /2023-01-01/,
  },
  "a page in Dutch only": {
    file: "catalogue/pages/about.en.md",
    edit: () => "",
    what: /The page or its front matter is missing/,
    mend: /title: …, description: …/,
  },
};
