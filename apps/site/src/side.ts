import type { Context, Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Area } from "@impactmonitor/model/area";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Answer, Asked } from "./answers/answer.tsx";
import { areaAnswer, bookAnswer, homeAnswer, regionsAnswer } from "./answers/area-answers.tsx";
import { comparableAddress, comparableAnswer } from "./answers/comparable-answers.tsx";
import { indicatorAnswer, overviewAnswer } from "./answers/indicator-answers.tsx";
import { exerciseAnswer } from "./answers/exercise-answers.tsx";
import { embedAnswer, embedOfUnknownEdition } from "./answers/embed-answer.tsx";
import { reportAnswer, reportsAnswer } from "./answers/report-answers.tsx";
import { trouble } from "./answers/problem-answers.tsx";
import * as guide from "./answers/guide-answers.tsx";
import * as text from "./answers/text-answers.tsx";
import { compareAnswer, compareFile, inOneAddress } from "./answers/compare-answers.tsx";
import {
  areaOrder,
  compareOrder,
  documentEndings,
  editionOrder,
  indicatorOrder,
  isEnding,
  reportOrder,
  type OrderRead,
} from "./document-query.ts";
import { document } from "./documents.ts";
import { ask, askNothing, file, kept, list, unkept, unshelved, type Counter } from "./counter.ts";
import { downloadAnswer } from "./download.ts";
import type { Shelfmark } from "./library.ts";
import type { AreaEntry } from "./find-area.ts";
import { listBody, listPath, type ListName } from "./lists.ts";
import { packedEntries } from "./search-list.ts";
import { searchAnswer } from "./answers/search-answers.tsx";
import { textWords } from "./text-addresses.ts";
import { addPictures } from "./pictures.ts";
import {
  areaLevels,
  areaParameter,
  homePath,
  inside,
  languageOf,
  levelPath,
  path,
  talkFile,
  bookWord,
  type Word,
} from "./paths.ts";

/** Bytes of a form that are read: many times a place name or a few words to search for. */
const longestForm = 4000;

/** Adds every page and file of a library to the site: the real ones at its root, those for practice in their own place. */
export function addSide(app: Hono, counter: Counter): void {
  for (const language of languages) {
    addPictures(app, counter, language);
    addPages(app, counter, language);
    addFiles(app, counter, language);
    addDocuments(app, counter, language);
    addForms(app, counter, language);
  }
}

const addressIn =
  ({ kind }: Counter, language: Language) =>
  (word: Word, rest?: string): string =>
    inside(kind, path(language, word, rest));

function addPages(app: Hono, counter: Counter, language: Language): void {
  const { kind } = counter;
  const at = addressIn(counter, language);
  const page = (address: string, make: (asked: Asked, c: Context) => Answer): void => {
    app.get(address, (c) => kept(counter, c, language, (asked) => make(asked, c)));
  };
  const home = inside(kind, homePath(language));
  page(home, homeAnswer);
  if (home !== "/") app.get(home.slice(0, -1), (c) => c.redirect(home, 308));
  page(at("indicators"), (asked) => overviewAnswer(asked));
  page(at("regions"), (asked) => regionsAnswer(asked));
  app.get(at("comparable"), (c) => {
    const asked = ask(counter, c, language);
    const short = asked && comparableAddress(asked, c.req.path);
    // The form names everything, also what is as usual: what is shared is the one short address of that choice.
    return short !== undefined && !sameQuery(short, c.req.url)
      ? c.redirect(short, 303)
      : kept(counter, c, language, comparableAnswer);
  });
  page(at("nation"), (asked) => areaAnswer(asked, "nation", "nederland"));
  page(at("sources"), text.sourcesAnswer);
  page(at("glossary"), text.glossaryAnswer);
  if (kind === "practice") page(at("exercise"), (asked) => exerciseAnswer(asked));
  page(at("search"), (asked) => searchAnswer(asked));
  page(at("news"), text.newsAnswer);
  page(at("editions"), text.editionsAnswer);
  page(at("questions"), guide.questionsAnswer);
  page(at("questions", ":id"), (asked, c) => guide.questionAnswer(asked, c.req.param("id") ?? ""));
  page(at("questions", ":id/plan"), (asked, c) => guide.planSheetAnswer(asked, c.req.param("id") ?? ""));
  page(at("examples"), guide.examplesAnswer);
  page(at("examples", ":id"), (asked, c) => guide.exampleAnswer(asked, c.req.param("id") ?? ""));
  page(at("source", ":id"), (asked, c) => text.sourceAnswer(asked, c.req.param("id") ?? ""));
  page(at("theme", ":id"), (asked, c) => text.themeAnswer(asked, c.req.param("id") ?? ""));
  for (const level of areaLevels)
    app.get(inside(kind, levelPath(language, level, ":file")), (c) => {
      const [slug, ending] = splitFile(c.req.param("file") ?? "");
      return isEnding(ending)
        ? document(counter, c, language, (asked) => areaOrder(asked, level, slug, ending))
        : kept(counter, c, language, (asked) => areaAnswer(asked, level, c.req.param("file") ?? ""));
    });
  app.get(at("compare"), (c) => {
    const address = inOneAddress(c.req.path, c.req.queries());
    return address === undefined ? unshelved(counter, c, language, compareAnswer) : c.redirect(address, 303);
  });
  page(at("report"), reportsAnswer);
  page(at("report", ":year{\\d+}"), (asked, c) => reportAnswer(asked, c.req.param("year") ?? ""));
  app.get(at("embed", ":id"), (c) =>
    kept(counter, c, language, (asked) => embedAnswer(asked, c.req.param("id") ?? ""), embedOfUnknownEdition),
  );
  for (const word of textWords) page(at(word), (asked) => text.textAnswer(asked, word));
}

function addFiles(app: Hono, counter: Counter, language: Language): void {
  const at = addressIn(counter, language);
  app.get(at("indicator", ":file"), (c) => {
    const [id, kind] = splitFile(c.req.param("file") ?? "");
    if (isEnding(kind) && kind !== "csv")
      return document(counter, c, language, (asked) => indicatorOrder(asked, id, kind));
    return kind
      ? file(counter, c, language, (asked) => downloadAnswer(asked, id, kind))
      : kept(counter, c, language, (asked) => indicatorAnswer(asked, id));
  });
  app.get(`${at("compare")}.csv`, (c) => file(counter, c, language, compareFile));
  app.get(`${at("news")}.csv`, (c) => file(counter, c, language, text.newsFile));
  app.get(`${at("editions")}.ics`, (c) => file(counter, c, language, text.calendarFile));

  const entries: Readonly<Record<ListName, (it: Shelfmark) => unknown[]>> = {
    areas: (mark) => mark.areaEntries(language).map((it) => [it.names, it.label, it.href]),
    subjects: (mark) => mark.subjects(language).map((it) => [it.id, `${it.title} ${it.words}`]),
    terms: ({ book }) => book.catalogue.glossary.map((it) => [it.id, it.term[language], it.explanation[language]]),
    everything: (mark) => packedEntries(mark.everything(language)),
  };
  for (const name of ["areas", "subjects", "everything", "terms"] as const)
    app.get(listPath(counter.kind, language, name), (c) =>
      list(counter, c, () => {
        const { newest } = counter.library;
        return listBody(newest.desk(language), entries[name](newest));
      }),
    );
}

/** Documents of areas and indicators are where their pages are; these are the others. */
function addDocuments(app: Hono, counter: Counter, language: Language): void {
  const { kind } = counter;
  const at = addressIn(counter, language);
  const file = (address: string, read: (asked: Asked, c: Context) => OrderRead): void => {
    app.get(address, (c) => document(counter, c, language, (asked) => read(asked, c)));
  };
  for (const ending of documentEndings) {
    file(`${at("nation")}.${ending}`, (asked) => areaOrder(asked, "nation", "nederland", ending));
    // Comparisons had a table of their own before there were documents.
    if (ending !== "csv") file(`${at("compare")}.${ending}`, (asked) => compareOrder(asked, ending));
    file(`${at("editions")}/:id{.+\\.${ending}}`, (asked, c) =>
      editionOrder(asked, splitFile(c.req.param("id") ?? "")[0], ending),
    );
  }
  file(`${at("report")}/:year{.+\\.pdf}`, (asked, c) =>
    reportOrder(asked, splitFile(c.req.param("year") ?? "")[0], "pdf"),
  );
  app.get(`${at("nation")}/${bookWord[language]}`, (c) =>
    kept(counter, c, language, (asked) => bookAnswer(asked, "nation", "nederland")),
  );
  for (const level of areaLevels)
    app.get(`${inside(kind, levelPath(language, level, ":slug"))}/${bookWord[language]}`, (c) =>
      kept(counter, c, language, (asked) => bookAnswer(asked, level, c.req.param("slug") ?? "")),
    );
  file(`${at("nation")}/${talkFile[language]}`, (asked) => areaOrder(asked, "nation", "nederland", "talk"));
  for (const level of areaLevels)
    file(`${inside(kind, levelPath(language, level, ":slug"))}/${talkFile[language]}`, (asked, c) =>
      areaOrder(asked, level, c.req.param("slug") ?? "", "talk"),
    );
}

/** What a visitor types is posted: it stands in no address, no log and no history. */
function addForms(app: Hono, counter: Counter, language: Language): void {
  const at = addressIn(counter, language);
  const small = smallForms(counter);
  app.post(at("find"), small, async (c) => {
    const asked = ask(counter, c, language) ?? askNothing(counter, language);
    const value = await field(c, "plaats");
    const question = askedQuestion(asked, await field(c, "vraag"));
    const found = asked.mark.findArea(language)(value);
    const to = (it: AreaEntry): string =>
      question === undefined ? it.href : questionAddress(asked, question, it.area);
    if (found.exact) return c.redirect(to(found.exact), 303);
    const suggestions = found.near.map((it) => ({ label: it.label, href: to(it) }));
    const answer = regionsAnswer(asked, { value, suggestions, ...(question === undefined ? {} : { question }) });
    return unkept(c, { ...answer, status: 200 });
  });
  app.get(at("find"), (c) => c.redirect(at("regions"), 303));
  app.post(at("indicators"), small, async (c) => {
    const asked = ask(counter, c, language) ?? askNothing(counter, language);
    return unkept(c, overviewAnswer(asked, await field(c, "zoek")));
  });
  if (counter.kind === "practice")
    app.post(at("exercise"), small, async (c) => {
      const asked = ask(counter, c, language) ?? askNothing(counter, language);
      const [regio, zin, vraag] = await fields(c, ["regio", "zin", "vraag"]);
      const about = { ...asked, query: { ...asked.query, ...(regio ? { regio } : {}) } };
      // What is no form holds nobody's words: the exercise itself, and no empty sheet.
      const written = zin === undefined || vraag === undefined ? undefined : { zin, vraag };
      return unkept(c, exerciseAnswer(about, written));
    });
  app.post(at("search"), small, async (c) => {
    const asked = ask(counter, c, language) ?? askNothing(counter, language);
    return unkept(c, searchAnswer(asked, await field(c, "woorden")));
  });
}

/** The question for which an area was looked for, or "alle" for all; undefined when it was for an area's own page. */
const askedQuestion = ({ mark }: Asked, value: string): string | undefined =>
  value === guide.allQuestions || mark.book.catalogue.questions.some((it) => it.id === value) ? value : undefined;

const questionAddress = ({ mark, language }: Asked, question: string, area: Area): string =>
  mark.desk(language).link("questions", question === guide.allQuestions ? undefined : question, {
    regio: areaParameter(area),
  });

/** A form that is larger than anybody types is refused before it is read. */
const smallForms = (counter: Counter): MiddlewareHandler =>
  bodyLimit({
    maxSize: longestForm,
    onError: (c) => unkept(c, trouble(askNothing(counter, languageOf(c.req.path)), 413)),
  });

/** Whether two addresses ask the same, however their letters are encoded: a redirect between those would never end. */
const sameQuery = (a: string, b: string): boolean =>
  new URL(a, "http://site").searchParams.toString() === new URL(b, "http://site").searchParams.toString();

/** "reports-received.csv" → its id and kind; an id has no dot. */
function splitFile(name: string): readonly [string, string?] {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

async function field(c: Context, name: string): Promise<string> {
  const [value = ""] = await fields(c, [name]);
  return value.slice(0, 80);
}

/** What was typed in each field of a form; empty where there is none. */
async function fields(c: Context, names: readonly string[]): Promise<readonly string[]> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return [];
  const form = new URLSearchParams(await c.req.text());
  return names.map((it) => form.get(it) ?? "");
}
