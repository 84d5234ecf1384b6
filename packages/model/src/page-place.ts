/**
 * Live places in an editor's text: `{contact}` and `{number figures}` within a sentence, `{figure reports-received}`,
 * `{example provisional}`, `{list sources}` and `{contents}` alone on a line. What stands there is taken from the edition.
 */
export const exampleKinds = [
  "provisional",
  "revised",
  "rounded-parts",
  "dot",
  "hidden",
  "zero",
  "small",
  "per-inhabitant",
  "not-clear",
  "margin",
  "range",
  "break",
  "overlap",
] as const;
export type ExampleKind = (typeof exampleKinds)[number];

export const listNames = ["themes", "sources", "cohorts", "model", "gaps", "local-set", "regional"] as const;
export type ListName = (typeof listNames)[number];

export const numberNames = [
  "subjects",
  "filled",
  "figures",
  "sources",
  "regions",
  "regional",
  "municipal",
  "missing",
] as const;
export type NumberName = (typeof numberNames)[number];

/** Within a sentence. */
export type InlinePlace =
  { readonly kind: "contact" } | { readonly kind: "edition" } | { readonly kind: "number"; readonly of: NumberName };

/** Alone on a line. */
export type BlockPlace =
  | { readonly kind: "contents" }
  | { readonly kind: "print" }
  | { readonly kind: "example"; readonly of: ExampleKind }
  | { readonly kind: "figure"; readonly of: string }
  | { readonly kind: "list"; readonly of: ListName };

const placeLine = /^\{([^{}]*)\}$/;

/** The place that a line of text is, if it is one and nothing else. */
export function blockPlace(line: string): BlockPlace | undefined {
  const [, inner = ""] = placeLine.exec(line.trim()) ?? [];
  const [kind, of = "", ...rest] = inner.split(" ");
  if (rest.length > 0) return undefined;
  if ((kind === "contents" || kind === "print") && of === "") return { kind };
  if (kind === "figure" && /^[a-z0-9-]+$/.test(of)) return { kind, of };
  const example = exampleKinds.find((it) => it === of);
  if (kind === "example" && example) return { kind, of: example };
  const list = listNames.find((it) => it === of);
  return kind === "list" && list ? { kind, of: list } : undefined;
}

/** What stands between braces within a sentence, if it is a place. */
export function inlinePlace(inner: string): InlinePlace | undefined {
  if (inner === "contact" || inner === "edition") return { kind: inner };
  const [kind, of, ...rest] = inner.split(" ");
  const number = numberNames.find((it) => it === of);
  return kind === "number" && number && rest.length === 0 ? { kind, of: number } : undefined;
}

/** A text in pieces: Markdown, and the places that stand alone on a line between them. */
export function pieces(body: string): readonly (string | BlockPlace)[] {
  const list: (string | BlockPlace)[] = [];
  let text: string[] = [];
  const flush = (): void => {
    if (text.some((it) => it.trim() !== "")) list.push(text.join("\n"));
    text = [];
  };
  for (const line of body.split("\n")) {
    const place = blockPlace(line);
    if (!place) text.push(line);
    else {
      flush();
      list.push(place);
    }
  }
  flush();
  return list;
}

/** The text with each inline place filled in; what is no place stays as it is. */
export const fillInline = (text: string, fill: (it: InlinePlace) => string): string =>
  text.replace(/\{([^{}\n]*)\}/g, (whole, inner: string) => {
    const place = inlinePlace(inner);
    return place ? fill(place) : whole;
  });
