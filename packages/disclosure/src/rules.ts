/** How counts are protected. One policy holds for a whole edition. */
export interface Rules {
  /** Counts from 1 up to this, this one not included, are hidden. 1 hides nothing. */
  readonly threshold: number;
  /** Whether a zero is shown. A hidden zero is protected like any other hidden count. */
  readonly zeros: "open" | "hidden";
  /** Shown counts are rounded to a multiple of this, each on its own. 1: not rounded. */
  readonly roundingBase: number;
  /** An attacker who uses all that is published must be left with at least this many possible values for a hidden count. */
  readonly choices: number;
}

/**
 * `plain`: the rule of the usual tools, against exact disclosure only. `cbs-visible`: what Statistics Netherlands can be seen to do in
 * its Veilig Thuis tables (multiples of 5, nothing printed below 10). `strict`: our default, the same with a guarantee of width.
 */
export type ProfileName = "plain" | "cbs-visible" | "strict";

export const profiles: Readonly<Record<ProfileName, Rules>> = {
  plain: { threshold: 5, zeros: "open", roundingBase: 1, choices: 2 },
  "cbs-visible": { threshold: 10, zeros: "open", roundingBase: 5, choices: 2 },
  strict: { threshold: 10, zeros: "open", roundingBase: 5, choices: 9 },
};

/** Every whole number that is left with `choices` unset: plain asks for two, strict for threshold − 1. */
export function rulesOf(profile: ProfileName, own: Partial<Rules> = {}): Rules {
  const base = profiles[profile];
  const threshold = own.threshold ?? base.threshold;
  const choices = profile === "strict" ? Math.max(2, threshold - 1) : base.choices;
  return { ...base, choices, ...own, threshold };
}

/** Nearest multiple of the base. Counts are whole and bases odd or 1, so that there is no tie; an even base rounds half up. */
export const rounded = (count: number, base: number): number => Math.floor(count / base + 0.5) * base;
