import type { Context } from "hono";
import type { PngQueue } from "@impactmonitor/exports/png-queue";
import type { Press } from "@impactmonitor/exports/press/press";
import type { EditionKind } from "@impactmonitor/model/edition";
import type { Language } from "@impactmonitor/model/text";
import type { Answer, Asked } from "./answers/answer.tsx";
import { trouble, unknownEdition } from "./answers/problem-answers.tsx";
import type { Picture } from "./picture.ts";
import { formOf, keepable, ready, type Kept, type Shelf } from "./keep.ts";
import type { Library } from "./library.ts";
import { withQuery } from "./paths.ts";
import { codingOf, send } from "./send.ts";

/** Parameters that mean something; any other is ignored, so that nobody can fill the shelf with variants. */
const known = [
  "regio",
  "periode",
  "uitsplitsing",
  "maat",
  "van",
  "tot",
  "gebeurtenissen",
  "thema",
  "bron",
  "niveau",
  "status",
  "vraag",
  "grafiek",
  "gewicht",
  "zonder",
  "aantal",
  "naast",
  "editie",
  "gebieden",
  "cijfers",
  "als",
  "beeld",
  "binnen",
  "themas",
  "tabellen",
  "vorm",
  "achtergrond",
  "schaal",
] as const;

/** Parameters that hold several values, and how many characters of them are read: of a comparison enough to tell which are too many. */
const lists: ReadonlyMap<string, number> = new Map([
  ["gewicht", 1_000],
  ["zonder", 1_000],
  ["gebieden", 8_000],
  ["cijfers", 8_000],
  ["themas", 1_000],
]);

/** Where requests about one library become answers, made anew or taken from its own shelf. */
export interface Counter {
  readonly kind: EditionKind;
  readonly library: Library;
  readonly shelf: Shelf;
  readonly draw: PngQueue["draw"];
  /** Makes documents; absent where none are made. */
  readonly press?: Press;
}

/** What a request asks for; undefined when it names an edition that isn't here. */
export function ask({ library }: Counter, c: Context, language: Language): Asked | undefined {
  const query: Record<string, string> = {};
  for (const key of known) {
    // A form gives a list one by one; in the address of a page it is one value.
    const value = lists.has(key) ? c.req.queries(key)?.filter(Boolean).join(",") : c.req.query(key);
    if (value !== undefined && value !== "") query[key] = value.slice(0, lists.get(key) ?? 200);
  }
  const mark = query.editie === undefined ? library.newest : library.byId.get(query.editie);
  return mark && { library, mark, language, query };
}

/** The newest edition and nothing else: for what is not about an edition, such as a problem. */
export const askNothing = ({ library }: Counter, language: Language): Asked => ({
  library,
  mark: library.newest,
  language,
  query: {},
});

/**
 * A page that depends on address and edition only: made once, then kept.
 * @param lost what is answered when the edition isn't here
 */
export function kept(
  counter: Counter,
  c: Context,
  language: Language,
  make: (asked: Asked) => Answer,
  lost: (asked: Asked) => Answer = unknownEdition,
): Response {
  const { shelf } = counter;
  const asked = ask(counter, c, language);
  const address = withQuery(c.req.path, asked?.query ?? {});
  const before = asked && shelf.get(address, codingOf(c));
  if (before) return send(c, before);
  const answer = asked ? make(asked) : lost(askNothing(counter, language));
  const it = keepable(answer.status, "text/html; charset=utf-8", answer.html, answer.headers);
  return send(c, answer.status === 200 ? shelf.put(address, it, codingOf(c)) : it);
}

/** A page of which there are more than anybody could keep: made for each who asks, so that it pushes no other off the shelf. */
export function unshelved(counter: Counter, c: Context, language: Language, make: (asked: Asked) => Answer): Response {
  const asked = ask(counter, c, language);
  const { status, html } = asked ? make(asked) : unknownEdition(askNothing(counter, language));
  return send(c, keepable(status, "text/html; charset=utf-8", html));
}

/** A page that is made for this request alone: what a visitor typed, or what went wrong. */
export function unkept(c: Context, answer: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { "cache-control": "no-store", ...headers };
  return send(c, keepable(answer.status, "text/html; charset=utf-8", answer.html, all));
}

/** A file of an edition: made once, then kept; a picture is drawn while others are served. */
export function file(
  counter: Counter,
  c: Context,
  language: Language,
  make: (asked: Asked) => { readonly file: Kept } | Picture | { readonly page: Answer },
): Response | Promise<Response> {
  const asked = ask(counter, c, language);
  const address = withQuery(c.req.path, asked?.query ?? {});
  const before = asked && counter.shelf.get(address, codingOf(c));
  if (before) return send(c, before);
  if (!asked) return unkept(c, unknownEdition(askNothing(counter, language)));
  const it = make(asked);
  if ("page" in it) return unkept(c, it.page);
  if ("svg" in it) return drawn(counter, c, asked, address, it);
  const made = ready(it.file, codingOf(c));
  const large = formOf(made, codingOf(c)).bytes.length > largestKept;
  return send(c, large ? made : counter.shelf.put(address, made, codingOf(c)));
}

/** One file may not push everything else off the shelf. */
const largestKept = 1_000_000;

/** Draws a picture; who went away meanwhile gets nothing. */
async function drawn(counter: Counter, c: Context, asked: Asked, address: string, it: Picture): Promise<Response> {
  const result = await counter.draw(it.svg, c.req.raw.signal);
  if (result.ok) {
    const png = keepable(200, "image/png", result.png, it.headers);
    return send(c, counter.shelf.put(address, png, "identity"));
  }
  if (result.why === "left") return c.body(null, 503);
  return result.why === "busy"
    ? unkept(c, trouble(asked, 503), { "retry-after": "3" })
    : unkept(c, trouble(asked, 500));
}

/** A list for the script of a page, of the newest edition. */
export function list({ shelf }: Counter, c: Context, make: () => unknown): Response {
  const coding = codingOf(c);
  const before = shelf.get(c.req.path, coding);
  const cache = { "cache-control": "public, max-age=3600" };
  return send(
    c,
    before ?? shelf.put(c.req.path, keepable(200, "application/json", JSON.stringify(make()), cache), coding),
  );
}
