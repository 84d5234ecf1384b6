import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";

/** A checked YAML file, with the means to point at a place in it. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line of a path such as ["breakdowns", 0, "dimension"]; the nearest parent's when the path is absent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads a YAML file and checks it against a schema.
 * @returns the value with line numbers, or every problem with its line and how to mend it.
 */
export function readYaml<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): { ok: true; value: YamlFile<z.output<S>> } | { ok: false; problems: Problem[] } {
  const text = readText(root, file);
  if (!text.ok) return text;
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      what: `This is not valid YAML: ${error.message.split("\n")[0]}`,
      mend: "Check indentation (two spaces), quotes around texts with a colon, and hyphens of lists.",
    }));
    return { ok: false, problems };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: { file, value: parsed.data, lineOf } };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path),
      ...explain(issue),
    })),
  };
}

function offsetOf(node: unknown, path: readonly PropertyKey[], fallback?: number): number | undefined {
  const here = (node as Node | null)?.range?.[0] ?? fallback;
  const [step, ...rest] = path;
  if (step === undefined) return here;
  if (isMap(node)) {
    const pair = node.items.find((it) => isPair(it) && isScalar(it.key) && it.key.value === step);
    if (!pair) return here;
    const keyOffset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
    return rest.length === 0 ? keyOffset : offsetOf(pair.value, rest, keyOffset);
  }
  if (isSeq(node) && typeof step === "number") return offsetOf(node.items[step], rest, here);
  return here;
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue): { what: string; mend: string } {
  const name = issue.path.map(String).join(".") || "the file";
  switch (issue.code) {
    case "unrecognized_keys":
      return {
        what: `${name} has an unknown field: ${issue.keys.join(", ")}.`,
        mend: "Remove it, or check its spelling in the schema.",
      };
    case "invalid_value":
      return {
        what: `${name} has a value that is not in the list.`,
        mend: `Choose one of: ${issue.values.join(", ")}.`,
      };
    case "invalid_type":
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? { what: `${name} is missing.`, mend: "Write it." }
        : { what: `${name}: ${issue.message}.`, mend: `Write it as ${issue.expected}.` };
    case "too_small":
      return { what: `${name} is empty or too short.`, mend: "Fill it in." };
    default:
      return { what: `${name}: ${issue.message}.`, mend: "Mend this field." };
  }
}
