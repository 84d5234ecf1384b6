import { Hono, type Context } from "hono";
import type { PngQueue } from "@impactmonitor/exports/png-queue";
import type { Press } from "@impactmonitor/exports/press/press";
import { languages } from "@impactmonitor/model/text";
import { noPracticeAnswer } from "./answers/practice-answers.tsx";
import { lostSuggestions, notFound, trouble } from "./answers/problem-answers.tsx";
import { askNothing, kept, unkept, type Counter } from "./counter.ts";
import { Shelf } from "./keep.ts";
import { embedScriptPath } from "./embed-snippet.ts";
import type { Library } from "./library.ts";
import { inside, isPractice, languageOf, path, practiceHome } from "./paths.ts";
import {
  embedHeaders,
  embedScriptHeaders,
  fileHeaders,
  mayBeFramed,
  practiceHeaders,
  securityHeaders,
} from "./security.ts";
import { send } from "./send.ts";
import { addSide } from "./side.ts";
import type { StaticFiles } from "./static.ts";

export interface SiteOptions {
  readonly library: Library;
  /**
   * Practice editions, served in a place of their own; absent where none was made. Opened when first asked for: a site on
   * which nobody practises should not hold their figures in memory.
   */
  readonly practice?: () => Library;
  readonly files: StaticFiles;
  readonly draw: PngQueue["draw"];
  /** Makes documents; without it addresses of documents say that it is too busy. */
  readonly press?: Press;
  /** Bytes of rendered pages to keep; 0 renders every page anew. */
  readonly keepBytes: number;
  /** Told of a bug; never of who asked or what for. */
  readonly report: (error: unknown) => void;
}

/** Of the bytes to keep, what practice pages get besides: those who practise never push real pages out. */
const practiceShare = 0.25;

const robots = ["User-agent: *", ...languages.map((it) => `Disallow: ${practiceHome(it)}`), "Allow: /", ""].join("\n");

/** The public site: a function from requests to answers over sealed editions. */
export function createSite(options: SiteOptions): Hono {
  const { draw, press, keepBytes } = options;
  const makers = { draw, ...(press ? { press } : {}) };
  const real: Counter = { kind: "published", library: options.library, shelf: new Shelf(keepBytes), ...makers };
  const practice = options.practice && practiceCounter(options.practice, new Shelf(keepBytes * practiceShare), makers);
  const app = new Hono({ strict: true });

  app.use(async (c, next) => {
    await next();
    // What is left unread of a body is never waited for; a request that brings none has no such header.
    if (c.req.header("content-length") !== undefined || c.req.header("transfer-encoding") !== undefined)
      c.res.headers.set("connection", "close");
    const headers = c.req.path.startsWith("/static/")
      ? fileHeaders
      : mayBeFramed(c.res.headers)
        ? embedHeaders
        : securityHeaders;
    const all = isPractice(c.req.path) ? { ...headers, ...practiceHeaders } : headers;
    for (const [name, value] of Object.entries(all)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });

  app.get("/healthz", (c) => c.text(`ok ${real.library.newest.book.id}\n`, 200, { "cache-control": "no-store" }));
  app.get("/favicon.ico", (c) => c.redirect("/static/icon.svg", 308));
  app.get("/robots.txt", (c) => c.text(robots));

  addSide(app, real);
  if (practice) addSide(app, practice);
  else addNoPractice(app, real);

  app.get(embedScriptPath, (c) => {
    const file = options.files.get("embed.js");
    return file
      ? send(c, { ...file, headers: { ...file.headers, ...embedScriptHeaders } })
      : c.text("not found\n", 404);
  });
  app.get("/static/:name", (c) => {
    const file = options.files.get(c.req.param("name"));
    return file ? send(c, file) : c.text("not found\n", 404);
  });
  /** Whoever practises gets a problem told there. */
  const counterOf = (c: Context): Counter => (isPractice(c.req.path) && practice ? practice : real);
  app.notFound((c) => {
    const asked = askNothing(counterOf(c), languageOf(c.req.path));
    return unkept(c, notFound(asked, lostSuggestions(asked, c.req.path)));
  });
  app.onError((error, c) => {
    // Who left while sending is no bug, nobody waits for an answer, and nothing is written down of it.
    if (brokenOff(error)) return c.body(null, 400);
    options.report(error);
    return unkept(c, trouble(askNothing(canOpen(counterOf(c)) ? counterOf(c) : real, languageOf(c.req.path)), 500));
  });
  return app;
}

/** What Node says when a body ends before its length, because the sender closed the connection. */
const brokenOff = (error: Error): boolean =>
  error.message === "aborted" && "code" in error && error.code === "ECONNRESET";

function practiceCounter(open: () => Library, shelf: Shelf, makers: Pick<Counter, "draw" | "press">): Counter {
  let opened: Library | undefined;
  return {
    kind: "practice",
    get library() {
      return (opened ??= open());
    },
    shelf,
    ...makers,
  };
}

/** Practice editions that can't be opened take nothing else with them, and their own problem page least of all. */
function canOpen(counter: Counter): boolean {
  try {
    return counter.library.newest !== undefined;
  } catch {
    return false;
  }
}

/** Without a practice edition its first page says what it is and how it is made. */
function addNoPractice(app: Hono, real: Counter): void {
  for (const language of languages) {
    const home = practiceHome(language);
    for (const address of [home, inside("practice", path(language, "exercise"))])
      app.get(address, (c) => kept(real, c, language, noPracticeAnswer));
    app.get(home.slice(0, -1), (c) => c.redirect(home, 308));
  }
}
