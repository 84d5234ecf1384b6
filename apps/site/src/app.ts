import { Hono, type Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Answer, Asked } from "./answers/answer.tsx";
import { areaAnswer, homeAnswer, regionsAnswer } from "./answers/area-answers.tsx";
import { indicatorAnswer, overviewAnswer } from "./answers/indicator-answers.tsx";
import { broken, lostSuggestions, notFound } from "./answers/problem-answers.tsx";
import * as text from "./answers/text-answers.tsx";
import { downloadAnswer } from "./download.ts";
import { keepable, Shelf, type Kept } from "./keep.ts";
import type { Library } from "./library.ts";
import { areaLevels, levelPath, path, withQuery, type Word } from "./paths.ts";
import { securityHeaders } from "./security.ts";
import type { StaticFiles } from "./static.ts";

export interface SiteOptions {
  readonly library: Library;
  readonly files: StaticFiles;
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

/** The public site: a function from requests to answers over sealed editions. */
export function createSite(options: SiteOptions): Hono {
  const { library } = options;
  const shelf = new Shelf(options.keepBytes);
  const app = new Hono({ strict: true });

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
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
    if (answer.status === 200) shelf.put(address, it);
    return send(c, it);
  };

  const unkept = (c: Context, answer: Answer): Response =>
    send(c, keepable(answer.status, "text/html; charset=utf-8", answer.html, { "cache-control": "no-store" }));

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
      const file = asked && downloadAnswer(asked, id, kind);
      if (!file) return kept(c, language, (it) => notFound(it, []));
      shelf.put(address, file);
      return send(c, file);
    });

    // What a visitor types is posted: it stands in no address, no log and no history.
    app.post(at("find"), async (c) => {
      const asked = ask(c, language) ?? { library, mark: library.newest, language, query: {} };
      const value = await field(c, "plaats");
      const found = asked.mark.findArea(language)(value);
      if (found.exact) return c.redirect(found.exact.href, 303);
      const answer = regionsAnswer(asked, { value, suggestions: found.near });
      return unkept(c, { ...answer, status: 200 });
    });
    app.get(at("find"), (c) => c.redirect(at("regions"), 303));
    app.post(at("indicators"), async (c) => {
      const asked = ask(c, language) ?? { library, mark: library.newest, language, query: {} };
      return unkept(c, overviewAnswer(asked, await field(c, "zoek")));
    });
    app.get(`/static/subjects.${language}.json`, (c) => {
      const entries = library.newest.subjects(language).map((it) => [it.id, `${it.title} ${it.words}`]);
      return send(
        c,
        keepable(200, "application/json", JSON.stringify(entries), { "cache-control": "public, max-age=3600" }),
      );
    });
    app.get(`/static/areas.${language}.json`, (c) => {
      const entries = library.newest.areaEntries(language).map((it) => [it.names, it.label, it.href]);
      return send(
        c,
        keepable(200, "application/json", JSON.stringify(entries), { "cache-control": "public, max-age=3600" }),
      );
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
    return unkept(c, broken({ library, mark: library.newest, language, query: {} }));
  });
  return app;
}

/** "reports-received.csv" → its id and kind; an id has no dot. */
function splitFile(file: string): [string, string?] {
  const dot = file.lastIndexOf(".");
  return dot < 0 ? [file] : [file.slice(0, dot), file.slice(dot + 1)];
}

async function field(c: Context, name: string): Promise<string> {
  const length = Number(c.req.header("content-length") ?? 0);
  const type = c.req.header("content-type") ?? "";
  if (length > 4000 || !type.startsWith("application/x-www-form-urlencoded")) return "";
  const text = (await c.req.text()).slice(0, 4000);
  return (new URLSearchParams(text).get(name) ?? "").slice(0, 80);
}

function unknownEdition(library: Library, language: Language): Answer {
  return notFound({ library, mark: library.newest, language, query: {} }, [
    { href: path(language, "editions"), label: language === "nl" ? "Alle edities" : "All editions" },
  ]);
}

function send(c: Context, it: Kept): Response {
  const headers: Record<string, string> = {
    "content-type": it.type,
    "cache-control": "public, max-age=300",
    vary: "accept-encoding",
    etag: it.etag,
    ...it.headers,
  };
  if (c.req.header("if-none-match") === it.etag) return c.body(null, 304, headers);
  const accepts = it.gzip && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  if (accepts) headers["content-encoding"] = "gzip";
  const body = accepts ? it.gzip! : it.body;
  headers["content-length"] = String(body.length);
  return c.body(
    new Uint8Array(body.buffer, body.byteOffset, body.length) as Uint8Array<ArrayBuffer>,
    it.status as ContentfulStatusCode,
    headers,
  );
}
