import { randomStream } from "./random-stream.ts";

/** A request as bytes, since most of these could be sent by no well-behaved client. */
export interface HostileRequest {
  readonly what: string;
  readonly head: string;
  readonly body: readonly Buffer[];
  /** The server may close without an answer: the request breaks off, or is no HTTP. */
  readonly maySayNothing: boolean;
}

/** Stands in everything that is "typed", so that it can be looked for where it must not be. */
export const secret = "Geheimstraat";

const paths = [
  "/",
  "/indicatoren",
  "/indicator/reports-received",
  "/indicator/reports-received.csv",
  "/indicator/reporter-type.svg",
  "/indicator/advice-started.png",
  "/regio/drenthe",
  "/gemeente/assen",
  "/provincie/drenthe",
  "/thema/size",
  "/bron/veilig-thuis",
  "/nederland",
  "/vergelijken",
  "/vergelijken.csv",
  "/vergelijken?gebieden=drenthe,groningen&cijfers=reports-received",
  "/regios",
  "/vind",
  "/edities",
  "/zoeken",
  "/en/search",
  "/nieuw",
  "/static/areas.nl.json",
  "/healthz",
  "/en",
  "/en/",
  "/en/indicators",
  "/en/indicator/reports-received",
  "/en/region/drenthe",
  "/en/find",
  "/landsdeel/noord-nederland",
];
const parameters = [
  "regio",
  "periode",
  "uitsplitsing",
  "thema",
  "bron",
  "niveau",
  "status",
  "vraag",
  "grafiek",
  "naast",
  "editie",
  "gebieden",
  "cijfers",
  "als",
  "beeld",
  "binnen",
  "maat",
  "van",
  "tot",
  "gebeurtenissen",
  "__proto__",
  "constructor",
];
const nasty = [
  "%00",
  "%0a%0dSet-Cookie:x=1",
  "..",
  "%2e%2e",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "..%5c..%5cwindows",
  "%2f",
  "%252f",
  "%",
  "%zz",
  "%c0%af",
  "%ff%fe",
  "%f0%9f%92%a9",
  "ééé",
  "日本",
  "<script>alert(1)</script>",
  "%3Cimg%20src=x%20onerror=1%3E",
  "'%20OR%201=1--",
  "${7*7}",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e999",
  "2023H3",
  "9999",
  "0000",
  "2023-13-45",
  "2016/2015",
  "a=b=c",
  ";;;",
  "sex=women;sex=men",
  "=",
  "%3D",
  "nederland",
  "gemeente/",
  "/",
  "//",
  "//evil.example",
  "\\evil",
  ".csv",
  ".svg",
  ".png",
  ".",
  "...",
  "a".repeat(300),
  "%41".repeat(200),
  "x".repeat(4000),
  "*",
  "?",
  "#",
  "&",
  "&&&=",
  "+",
  "%20",
  "\t",
  "|",
  "^",
  "`",
  "~",
  "@",
  ":80",
  secret,
  `${secret}%20123`,
];
const methods = [
  "GET",
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "PATCH",
  "TRACE",
  "PROPFIND",
  "FOO",
  "get",
  "",
];
const types = [
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/json",
  "text/plain",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "",
  "application/x-www-form-urlencodedx",
  "image/png",
  "\u00ff",
];
const headers = [
  "accept-encoding: gzip;q=0, br, *",
  "accept-encoding: \u0001",
  "if-none-match: *",
  'if-none-match: W/"x", "y"',
  "range: bytes=0-1,5-",
  "accept: image/webp",
  "expect: 100-continue",
  "upgrade: websocket",
  "x-forwarded-for: 1.2.3.4",
  "cookie: a=b; c=%00",
  "accept-language: xx-XX,*;q=0",
  "content-length: -1",
  "transfer-encoding: gzip",
  "origin: null",
  "referer: javascript:alert(1)",
  "te: trailers",
  `x-long: ${"y".repeat(20_000)}`,
];

/**
 * Requests that nobody means well with: wrong addresses, methods, parameters, encodings and bodies.
 * The same seed gives the same requests.
 */
export function* hostileRequests(count: number, seed: number): Generator<HostileRequest> {
  const random = randomStream(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const often = (chance: number): boolean => random() < chance;
  const anyText = (): string =>
    Array.from({ length: Math.floor(random() * 40) }, () => String.fromCharCode(33 + Math.floor(random() * 220))).join(
      "",
    );

  const address = (): string => {
    let path = pick(paths);
    const changes = Math.floor(random() * 3);
    for (let i = 0; i < changes; i++) {
      const at = Math.floor(random() * (path.length + 1));
      const part = often(0.8) ? pick(nasty) : anyText();
      path = often(0.5) ? `${path}/${part}` : path.slice(0, at) + part + path.slice(at);
    }
    const pairs = Array.from({ length: Math.floor(random() * 4) }, () => {
      const value = often(0.75)
        ? pick(nasty)
        : often(0.5)
          ? anyText()
          : pick(["drenthe", "2021H1", "reporter-type=police", "kaart"]);
      return `${pick(parameters)}${often(0.1) ? "[]" : ""}=${value}`;
    });
    return pairs.length === 0 ? path : `${path}?${pairs.join(often(0.05) ? ";" : "&")}`;
  };
  const form = (): string =>
    [
      `plaats=${pick(nasty)}${secret}`,
      `zoek=${pick(nasty)} ${secret}`,
      `plaats=${"a".repeat(3000)}`,
      `${pick(nasty)}`,
      "plaats",
      "plaats=%",
      "plaats=&plaats=x",
    ][Math.floor(random() * 7)]!;

  for (let i = 0; i < count; i++) {
    const method = pick(methods);
    const to = i % 17 === 0 ? anyText() : address();
    const lines = [
      `${method} ${to} HTTP/${often(0.02) ? "9.9" : "1.1"}`,
      often(0.98) ? "host: localhost" : "",
      "connection: close",
    ];
    while (often(0.3)) lines.push(pick(headers));
    const body: Buffer[] = [];
    let breaksOff = method === "" || method === "get";
    if (method === "POST" || often(0.05)) {
      const type = pick(types);
      if (type !== "") lines.push(`content-type: ${type}`);
      const content = Buffer.from(often(0.02) ? "x".repeat(1_000_000) : form(), "latin1");
      if (often(0.1)) {
        lines.push("transfer-encoding: chunked");
        body.push(
          Buffer.from(`${content.length.toString(16)}\r\n`),
          content,
          Buffer.from(often(0.8) ? "\r\n0\r\n\r\n" : "\r\nzz\r\n"),
        );
        breaksOff = true;
      } else {
        const claimed = often(0.05)
          ? content.length + 50
          : often(0.05)
            ? Math.max(0, content.length - 3)
            : content.length;
        // A server may refuse a large body before it has read it: then the answer can get lost on the way.
        if (claimed > content.length || content.length > 100_000) breaksOff = true;
        lines.push(`content-length: ${claimed}`);
        body.push(content);
      }
    }
    const head = `${lines.filter((line) => line !== "").join("\r\n")}\r\n\r\n`;
    yield { what: head.split("\r\n")[0]!.slice(0, 200), head, body, maySayNothing: breaksOff };
  }
}
