import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { PngQueue } from "@impactmonitor/exports/png-queue";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Answer, Asked } from "./answers/answer.tsx";
import { areaAnswer, homeAnswer, regionsAnswer } from "./answers/area-answers.tsx";
import { indicatorAnswer, overviewAnswer } from "./answers/indicator-answers.tsx";
import { lostSuggestions, notFound, trouble } from "./answers/problem-answers.tsx";
import * as text from "./answers/text-answers.tsx";
import { downloadAnswer, type Picture } from "./download.ts";
import { keepable, Shelf } from "./keep.ts";
import type { Library } from "./library.ts";
import { areaLevels, levelPath, path, withQuery, type Word } from "./paths.ts";
import { fileHeaders, securityHeaders } from "./security.ts";
import { send } from "./send.ts";
import type { StaticFiles } from "./static.ts";

export interface SiteOptions {
  readonly library: Library;
  readonly files: StaticFiles;
  readonly draw: PngQueue["draw"];
  /** Bytes of rendered pages to keep; 0 renders every page anew. */
  readonly keepBytes: number;
  /** Told of a bug; never of who asked or what for. */
  readonly report: (error: unknown) => void;
}

/** Parameters that mean something; any other is ignored, so that nobody can fill the shelf with variants. */
const known = [
  "regio",
  "periode",
  "uitsplitsing",
  "maat",
  "thema",
  "bron",
  "niveau",
  "status",
  "vraag",
  "grafiek",
  "editie",
] as const;

/** Bytes of a form that are read: many times a place name or a few words to search for. */
const longestForm = 4000;

/** The public site: a function from requests to answers over sealed editions. */
export function createSite(options: SiteOptions): Hono {
  const { library } = options;
  const shelf = new Shelf(options.keepBytes);
  const app = new Hono({ strict: true });

  app.use(async (c, next) => {
    await next();
    // What is left unread of a body is never waited for; a request that brings none has no such header.
    if (c.req.header("content-length") !== undefined || c.req.header("transfer-encoding") !== undefined)
      c.res.headers.set("connection", "close");
    const headers = c.req.path.startsWith("/static/") ? fileHeaders : securityHeaders;
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });

  const ask = (c: Context, language: Language): Asked | undefined => {
    const query: Record<string, string> = {};
    for (const key of known) {
      const value = c.req.query(key);
      if (value !== undefined && value !== "") query[key] = value.slice(0, 200);
    }
    const mark = query.editie === undefined ? library.newest : library.byId.get(query.editie);
    return mark && { library, mark, language, query };
  };

  /** A page that depends on address and edition only: made once, then kept. */
  const kept = (c: Context, language: Language, make: (asked: Asked) => Answer): Response => {
    const asked = ask(c, language);
    const address = withQuery(c.req.path, asked?.query ?? {});
    const before = asked && shelf.get(address);
    if (before) return send(c, before);
    const answer = asked ? make(asked) : unknownEdition(library, language);
    const it = keepable(answer.status, "text/html; charset=utf-8", answer.html);
    return send(c, answer.status === 200 ? shelf.put(address, it) : it);
  };

  const unkept = (c: Context, answer: Answer, headers: Readonly<Record<string, string>> = {}): Response =>
    send(
      c,
      keepable(answer.status, "text/html; charset=utf-8", answer.html, { "cache-control": "no-store", ...headers }),
    );

  /** A list for the script of the page, of the newest edition. */
  const json = (c: Context, make: () => unknown): Response => {
    const before = shelf.get(c.req.path);
    const cache = { "cache-control": "public, max-age=3600" };
    return send(c, before ?? shelf.put(c.req.path, keepable(200, "application/json", JSON.stringify(make()), cache)));
  };

  /** Draws a picture while others are served; who went away meanwhile gets nothing. */
  const drawn = async (c: Context, asked: Asked, address: string, it: Picture): Promise<Response> => {
    const result = await options.draw(it.svg, c.req.raw.signal);
    if (result.ok) return send(c, shelf.put(address, keepable(200, "image/png", result.png, it.headers)));
    if (result.why === "left") return c.body(null, 503);
    return result.why === "busy"
      ? unkept(c, trouble(asked, 503), { "retry-after": "3" })
      : unkept(c, trouble(asked, 500));
  };

  /** A form that is larger than anybody types is refused before it is read. */
  const small = bodyLimit({
    maxSize: longestForm,
    onError: (c) => {
      const language: Language = c.req.path.startsWith("/en/") ? "en" : "nl";
      return unkept(c, trouble({ library, mark: library.newest, language, query: {} }, 413));
    },
  });

  app.get("/healthz", (c) => c.text(`ok ${library.newest.book.id}\n`, 200, { "cache-control": "no-store" }));
  app.get("/favicon.ico", (c) => c.redirect("/static/icon.svg", 308));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));

  for (const language of languages) {
    const at = (word: Word, rest?: string): string => path(language, word, rest);
    const page = (address: string, make: (asked: Asked, c: Context) => Answer): void => {
      app.get(address, (c) => kept(c, language, (asked) => make(asked, c)));
    };
    page(language === "nl" ? "/" : "/en/", homeAnswer);
    if (language === "en") app.get("/en", (c) => c.redirect("/en/", 308));
    page(at("indicators"), (asked) => overviewAnswer(asked));
    page(at("regions"), (asked) => regionsAnswer(asked));
    page(at("nation"), (asked) => areaAnswer(asked, "nation", "nederland"));
    page(at("sources"), text.sourcesAnswer);
    page(at("glossary"), text.glossaryAnswer);
    page(at("news"), text.newsAnswer);
    page(at("editions"), text.editionsAnswer);
    page(at("source", ":id"), (asked, c) => text.sourceAnswer(asked, c.req.param("id") ?? ""));
    page(at("theme", ":id"), (asked, c) => text.themeAnswer(asked, c.req.param("id") ?? ""));
    for (const level of areaLevels)
      page(levelPath(language, level, ":slug"), (asked, c) => areaAnswer(asked, level, c.req.param("slug") ?? ""));
    for (const word of Object.keys(text.textPages) as (keyof typeof text.textPages)[])
      page(at(word), (asked) => text.textAnswer(asked, word));

    app.get(at("indicator", ":file"), (c) => {
      const [id = "", kind] = splitFile(c.req.param("file") ?? "");
      if (!kind) return kept(c, language, (asked) => indicatorAnswer(asked, id));
      const asked = ask(c, language);
      const address = withQuery(c.req.path, asked?.query ?? {});
      const before = asked && shelf.get(address);
      if (before) return send(c, before);
      if (!asked) return unkept(c, unknownEdition(library, language));
      const it = downloadAnswer(asked, id, kind);
      if ("page" in it) return unkept(c, it.page);
      return "file" in it ? send(c, shelf.put(address, it.file)) : drawn(c, asked, address, it);
    });

    // What a visitor types is posted: it stands in no address, no log and no history.
    app.post(at("find"), small, async (c) => {
      const asked = ask(c, language) ?? { library, mark: library.newest, language, query: {} };
      const value = await field(c, "plaats");
      const found = asked.mark.findArea(language)(value);
      if (found.exact) return c.redirect(found.exact.href, 303);
      const answer = regionsAnswer(asked, { value, suggestions: found.near });
      return unkept(c, { ...answer, status: 200 });
    });
    app.get(at("find"), (c) => c.redirect(at("regions"), 303));
    app.post(at("indicators"), small, async (c) => {
      const asked = ask(c, language) ?? { library, mark: library.newest, language, query: {} };
      return unkept(c, overviewAnswer(asked, await field(c, "zoek")));
    });
    app.get(`/static/subjects.${language}.json`, (c) => {
      const entries = (): unknown => library.newest.subjects(language).map((it) => [it.id, `${it.title} ${it.words}`]);
      return json(c, entries);
    });
    app.get(`/static/areas.${language}.json`, (c) => {
      const entries = (): unknown => library.newest.areaEntries(language).map((it) => [it.names, it.label, it.href]);
      return json(c, entries);
    });
  }

  app.get("/static/:name", (c) => {
    const file = options.files.get(c.req.param("name"));
    return file ? send(c, file) : c.text("not found\n", 404);
  });
  app.notFound((c) => {
    const language: Language = c.req.path.startsWith("/en/") ? "en" : "nl";
    const asked: Asked = { library, mark: library.newest, language, query: {} };
    return unkept(c, notFound(asked, lostSuggestions(asked, c.req.path)));
  });
  app.onError((error, c) => {
    options.report(error);
    const language: Language = c.req.path.startsWith("/en/") ? "en" : "nl";
    return unkept(c, trouble({ library, mark: library.newest, language, query: {} }, 500));
  });
  return app;
}

/** "reports-received.csv" → its id and kind; an id has no dot. */
function splitFile(file: string): [string, string?] {
  const dot = file.lastIndexOf(".");
  return dot < 0 ? [file] : [file.slice(0, dot), file.slice(dot + 1)];
}

async function field(c: Context, name: string): Promise<string> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return "";
  return (new URLSearchParams(await c.req.text()).get(name) ?? "").slice(0, 80);
}

function unknownEdition(library: Library, language: Language): Answer {
  return notFound({ library, mark: library.newest, language, query: {} }, [
    { href: path(language, "editions"), label: language === "nl" ? "Alle edities" : "All editions" },
  ]);
}
