import { unborn, type Person } from "./case-store.ts";
import { dayText } from "./calendar.ts";
import { below, type Random } from "./random.ts";
import type { Shares } from "./settings.ts";

const [woman, man, unknownSex] = ["V", "M", "O"].map((it) => it.charCodeAt(0)) as [number, number, number];

interface Role {
  readonly youngest: number;
  readonly oldest: number;
  /** Share of women. */
  readonly women: number;
}
const adult: Role = { youngest: 20, oldest: 55, women: 0.5 };
const mother: Role = { youngest: 20, oldest: 50, women: 1 };
const father: Role = { youngest: 21, oldest: 55, women: 0 };
const partner: Role = { youngest: 19, oldest: 60, women: 0.08 };
const child: Role = { youngest: 0, oldest: 17, women: 0.49 };
const teenager: Role = { youngest: 12, oldest: 17, women: 0.4 };
const elder: Role = { youngest: 65, oldest: 95, women: 0.64 };
const grownUp: Role = { youngest: 30, oldest: 62, women: 0.4 };

/** Who a case is about, given what it is about: two to five people. */
function roles(random: Random, answers: readonly string[]): Role[] {
  const has = (answer: string): boolean => answers.includes(answer);
  if (has("04")) return random() < 0.3 ? [elder, elder, grownUp] : [elder, grownUp];
  if (has("02")) return random() < 0.6 ? [mother, father, teenager] : [mother, teenager];
  const children = (most: number): Role[] => Array.from({ length: 1 + below(random, most) }, () => child);
  if (has("01")) return random() < 0.85 ? [mother, father, ...children(3)] : [mother, ...children(3)];
  if (has("03")) return random() < 0.3 ? [mother, partner, child] : [mother, partner];
  return random() < 0.4 ? [adult, adult, child] : [adult, adult];
}

/**
 * Makes the people of a case.
 * @param keep people who are known already; they come first
 * @param anonymous Veilig Thuis knows the number of nobody
 */
export function household(
  random: Random,
  shares: Shares["persons"],
  answers: readonly string[],
  day: number,
  next: () => number,
  { keep = [], anonymous = false, unknown = 1 }: { keep?: readonly Person[]; anonymous?: boolean; unknown?: number },
): Person[] {
  const wanted = roles(random, answers);
  const people = [...keep].slice(0, 5);
  for (const role of wanted.slice(Math.min(keep.length, wanted.length))) {
    // The first one is known, or the report couldn't be told from one about strangers.
    const nameless = anonymous || (people.length > 0 && random() < shares.numberUnknown * unknown);
    people.push({
      number: nameless ? 0 : next(),
      born: birthDate(random, shares, role, day),
      sex: random() < shares.sexUnknown * unknown ? unknownSex : random() < role.women ? woman : man,
    });
  }
  if (people.length < 2) people.push({ number: anonymous ? 0 : next(), born: 0, sex: unknownSex });
  if (answers.includes("01") && people.length < 5 && random() < shares.unborn) people.push(unborn);
  return people;
}

function birthDate(random: Random, shares: Shares["persons"], role: Role, day: number): number {
  const years = role.youngest + random() * (role.oldest + 1 - role.youngest);
  const draw = random();
  if (draw < shares.birthDateAbsent) return 0;
  const date = years < 18 ? Number(dayText(day - Math.floor(years * 365.25))) : longAgo(random, day, years);
  if (draw < shares.birthDateAbsent + shares.dayUnknown) return date - (date % 100);
  if (draw < shares.birthDateAbsent + shares.dayUnknown + shares.monthUnknown) return date - (date % 10_000);
  return date;
}

/** The calendar doesn't go back to the birth of an adult; every month has 28 days. */
function longAgo(random: Random, day: number, years: number): number {
  const year = Number(dayText(day).slice(0, 4)) - Math.floor(years) - 1;
  return year * 10_000 + (1 + below(random, 12)) * 100 + 1 + below(random, 28);
}
