/** Something that a person must mend: what, where and how. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** One line for people and editors: `catalogue/themes.yaml:12  title.en is missing. Write it.` */
export const sayProblem = (it: Problem): string => `${it.file}:${it.line}  ${it.what} ${it.mend}`;

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };
