import type { Problem } from "../problem.ts";
import type { DutchText } from "./dutch-texts.ts";
import type { PlainDutch } from "./plain-dutch.ts";
import { isPassive, sentences, wordsOf } from "./sentences.ts";

/** A word to avoid, ready to be looked for. */
interface Avoided {
  readonly find: RegExp;
  readonly mend: string;
  readonly where: "everywhere" | "pages";
}

/**
 * Reads Dutch texts for how hard they are: sentences that are too long, hard words, two words for one concept, and texts with long
 * sentences or many passive ones. These are signs, no measure of a text: a short sentence can be unclear as well.
 */
export function checkDutch(texts: readonly DutchText[], rules: PlainDutch): Problem[] {
  const avoided = avoidedWords(rules);
  return texts.flatMap((text) => [...checkLines(text, rules, avoided), ...checkWhole(text, rules)]);
}

function avoidedWords({ words, concepts }: PlainDutch): readonly Avoided[] {
  const whole = (it: string): RegExp => new RegExp(`(?<![\\p{L}-])${it.replace(/\*$/, "\\p{L}*")}(?![\\p{L}])`, "iu");
  return [
    ...words.flatMap(({ avoid, write, where }) =>
      avoid.map((it) => ({ find: whole(it), mend: `Write: ${write}.`, where })),
    ),
    ...concepts.flatMap(({ term, avoid }) =>
      avoid.map((it) => ({
        find: whole(it),
        mend: `Write “${term}”: one word for one concept.`,
        where: "everywhere" as const,
      })),
    ),
  ];
}

function checkLines(text: DutchText, rules: PlainDutch, avoided: readonly Avoided[]): Problem[] {
  const problems: Problem[] = [];
  for (const { line, text: said } of text.lines) {
    const at = { file: text.file, line };
    for (const it of sentences(said)) {
      const count = wordsOf(it).length;
      const most = rules.longestSentence[text.kind];
      if (count > most)
        problems.push({
          ...at,
          what: `This sentence has ${count} words: “${it.slice(0, 60)}…”`,
          mend: `Make two of it; ${most} words are the most.`,
        });
    }
    const own = withoutNames(said, rules.except);
    for (const { find, mend, where } of avoided) {
      if (where === "pages" && text.kind !== "page") continue;
      const found = find.exec(own);
      if (found) problems.push({ ...at, what: `“${found[0]}” is hard or says too much.`, mend });
    }
  }
  return problems;
}

/** What others called something stays as it is: names that are listed, titles in quotes, and addresses. */
function withoutNames(text: string, names: readonly string[]): string {
  let own = text
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/https?:\S+/g, "")
    .replace(/‘[^’]*’/g, "‘’")
    .replace(/`[^`]*`/g, "");
  for (const it of names) own = own.replaceAll(it, "");
  return own;
}

function checkWhole(text: DutchText, rules: PlainDutch): Problem[] {
  const all = text.lines.flatMap((it) => sentences(it.text)).filter((it) => /[.!?]$/.test(it));
  if (all.length < rules.fewestSentences) return [];
  const problems: Problem[] = [];
  const at = { file: text.file, line: text.lines[0]?.line ?? 1 };
  const average = all.reduce((sum, it) => sum + wordsOf(it).length, 0) / all.length;
  if (text.kind === "page" && average > rules.averageSentence)
    problems.push({
      ...at,
      what: `A sentence of this text has ${average.toFixed(1)} words on average.`,
      mend: `Make them shorter; ${rules.averageSentence} is the most.`,
    });
  const passive = all.filter((it) => isPassive(it));
  if (passive.length / all.length > rules.passiveShare)
    problems.push({
      ...at,
      what: `${passive.length} of ${all.length} sentences are passive, such as “${passive[0]?.slice(0, 60)}”.`,
      mend: `Say who does it; ${Math.round(rules.passiveShare * 100)}% is the most.`,
    });
  return problems;
}
