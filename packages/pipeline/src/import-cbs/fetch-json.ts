import type { Effects } from "./effects.ts";
import { fail, type Failure, type Result } from "./failure.ts";
import { sameHostLink } from "./link.ts";

export interface FetchPolicy {
  /** How often one address is tried. */
  readonly attempts: number;
  /** Wait before the second attempt, in milliseconds; doubles each time. */
  readonly firstWait: number;
  /** A server that asks for a longer wait than this (milliseconds) is left alone. */
  readonly longestWait: number;
  /** Silence after which a connection counts as broken, in milliseconds. */
  readonly silence: number;
  /** An answer above this size is refused: a page of 100,000 observations is some 20 MB. */
  readonly maxBytes: number;
  readonly redirects: number;
}

export const defaultPolicy: FetchPolicy = {
  attempts: 5,
  firstWait: 1_000,
  longestWait: 120_000,
  silence: 60_000,
  maxBytes: 256 * 1024 * 1024,
  redirects: 3,
};

export interface JsonAnswer {
  readonly json: unknown;
  readonly text: string;
  /** Where the answer came from, after redirects within the host. */
  readonly url: string;
}

/** One attempt: an answer, a failure that a new attempt may mend (`again`), or one that it won't. */
type Attempt = { answer: JsonAnswer } | { failure: Failure; again: boolean; wait?: number };

export type Web = Pick<Effects, "fetch" | "sleep" | "now" | "log">;

/**
 * Reads a JSON document. Outages (no connection, 408, 429, 5xx, a broken or half answer, a page of HTML) are tried
 * again with growing waits; `Retry-After` is obeyed.
 * @returns the document, or what went wrong at the last attempt
 */
export async function fetchJson(
  url: string,
  web: Web,
  policy: FetchPolicy = defaultPolicy,
): Promise<Result<JsonAnswer>> {
  let wait = policy.firstWait;
  for (let attempt = 1; ; attempt++) {
    const tried = await fetchOnce(url, web, policy, policy.redirects);
    if ("answer" in tried) return { ok: true, value: tried.answer };
    const pause = tried.wait ?? wait;
    if (!tried.again || attempt >= policy.attempts || pause > policy.longestWait)
      return { ok: false, failure: tried.failure };
    web.log(`  ${tried.failure.what.en} Attempt ${attempt + 1} of ${policy.attempts} in ${Math.ceil(pause / 1000)} s.`);
    await web.sleep(pause);
    wait *= 2;
  }
}

async function fetchOnce(url: string, web: Web, policy: FetchPolicy, redirects: number): Promise<Attempt> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), policy.silence);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), policy.silence);
  };
  try {
    const headers = { accept: "application/json", "user-agent": "impactmonitor-import (EUPL-1.2)" };
    const response = await web.fetch(url, { headers, redirect: "manual", signal: stop.signal });
    alive();
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      const to = sameHostLink(url, response.headers.get("location") ?? "");
      if (to === undefined || redirects === 0) return refusedRedirect(url, response.headers.get("location"));
      return await fetchOnce(to, web, policy, redirects - 1);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return wrongStatus(url, response, web.now());
    }
    const text = await readText(response, policy.maxBytes, alive);
    if (text === undefined) return tooLarge(url, policy.maxBytes);
    return parse(url, response.headers.get("content-type") ?? "", text);
  } catch (error) {
    return noConnection(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/** @returns the body, or undefined when it is larger than allowed; throws when the connection breaks or bytes are no UTF-8. */
async function readText(response: Response, maxBytes: number, alive: () => void): Promise<string | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, size] = ["", 0];
  if (!response.body) return text;
  for await (const chunk of response.body) {
    alive();
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(url: string, type: string, text: string): Attempt {
  if (!/\bjson\b/i.test(type)) {
    const what = {
      nl: `De server stuurt geen JSON maar “${type || "onbekend"}” (misschien een storingspagina).`,
      en: `The server sends no JSON but “${type || "unknown"}” (perhaps an outage page).`,
    };
    return { ...fail("bad-answer", url, what, later), again: true };
  }
  try {
    return { answer: { json: JSON.parse(text), text, url } };
  } catch {
    const what = {
      nl: `Het antwoord is afgebroken of beschadigd (${text.length} tekens).`,
      en: `The answer is cut off or damaged (${text.length} characters).`,
    };
    return { ...fail("bad-answer", url, what, later), again: true };
  }
}

const later = { nl: "Probeer het later opnieuw.", en: "Try again later." };

/** What to do when CBS is out of reach: the same words wherever it happens. */
export const downloadByHand = {
  nl: "Controleer de verbinding, of download de tabel met de hand en gebruik --file.",
  en: "Check the connection, or download the table by hand and use --file.",
};

function noConnection(url: string, error: unknown): Attempt {
  const detail = reasonOf(error);
  const what = {
    nl: `CBS kan niet worden bereikt (${detail}).`,
    en: `CBS can't be reached (${detail}).`,
  };
  return { ...fail("unreachable", url, what, downloadByHand), again: true };
}

/** The innermost reason: fetch wraps ECONNREFUSED and the like in “fetch failed”. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "AbortError") return "no answer in time";
  if (error.cause !== undefined) return reasonOf(error.cause);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

function wrongStatus(url: string, response: Response, now: Date): Attempt {
  const status = response.status;
  if (status === 408 || status === 429 || status >= 500) {
    const wait = retryAfter(response.headers.get("retry-after"), now);
    const what = { nl: `CBS antwoordt nu niet (${status}).`, en: `CBS does not answer now (${status}).` };
    const failure = fail("unreachable", url, what, downloadByHand).failure;
    return { failure, again: true, ...(wait === undefined ? {} : { wait }) };
  }
  if (status === 404 || status === 410) {
    const what = { nl: `Dit adres bestaat niet (${status}).`, en: `This address does not exist (${status}).` };
    const mend = { nl: "Controleer het nummer van de tabel.", en: "Check the id of the table." };
    return { ...fail("not-found", url, what, mend), again: false };
  }
  const what = { nl: `De server weigert de vraag (${status}).`, en: `The server refuses the request (${status}).` };
  return { ...fail("refused", url, what, downloadByHand), again: false };
}

/** @returns milliseconds to wait, from seconds or an HTTP date; undefined when the header is absent or unreadable */
function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}

function refusedRedirect(url: string, location: string | null): Attempt {
  const what = {
    nl: `De server verwijst door naar een ander adres (${location ?? "onbekend"}). Dat volgen we niet.`,
    en: `The server redirects to another address (${location ?? "unknown"}). We don't follow that.`,
  };
  const mend = {
    nl: "Geef het nieuwe adres met --base als het klopt.",
    en: "Give the new address with --base if it is right.",
  };
  return { ...fail("refused", url, what, mend), again: false };
}

function tooLarge(url: string, maxBytes: number): Attempt {
  const size = `${Math.round(maxBytes / 1024 / 1024)} MB`;
  const what = { nl: `Het antwoord is groter dan ${size}.`, en: `The answer is larger than ${size}.` };
  return { ...fail("bad-answer", url, what, downloadByHand), again: false };
}
