/** Whole numbers in a growing typed array: millions of cases fit where objects would not. */
class Column<A extends Uint8Array | Uint16Array | Int32Array | Uint32Array> {
  values: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.values = make(1024);
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) {
      const larger = this.#make(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[at] = value;
  }
}

const bytes = (length: number) => new Uint8Array(length);
const words = (length: number) => new Int32Array(length);
const numbers = (length: number) => new Uint32Array(length);

/** One person as a case names it. */
export interface Person {
  /** 0 is unknown. */
  readonly number: number;
  /** As delivered, `JJJJMMDD` with 00 for what isn't known; 0 is absent. */
  readonly born: number;
  /** Character code of V, M or O. */
  readonly sex: number;
}

export const unborn: Person = { number: 999_999_999, born: 99_999_999, sex: "O".charCodeAt(0) };
export const isKnown = (number: number): boolean => number !== 0 && number !== unborn.number;

/** What a region remembers of a case that it opens. */
export interface NewCase {
  readonly owner: number;
  readonly number: number;
  readonly start: number;
  readonly municipality: number;
  readonly nature: number;
  readonly persons: readonly Person[];
}

/** All cases of a region with their persons, by index in the order in which they were opened. */
export class CaseStore {
  size = 0;
  #persons = 0;
  readonly #owner = new Column(bytes);
  readonly #number = new Column(numbers);
  readonly #start = new Column(words);
  readonly #close = new Column(words);
  readonly #assessed = new Column(words);
  readonly #monitored = new Column(words);
  readonly #lastMoment = new Column(words);
  readonly #municipality = new Column(words);
  readonly #nature = new Column(bytes);
  readonly #first = new Column(numbers);
  readonly #count = new Column(bytes);
  readonly #used = new Column(bytes);
  readonly #personNumber = new Column(numbers);
  readonly #born = new Column(numbers);
  readonly #sex = new Column(bytes);

  add(it: NewCase): number {
    const at = this.size++;
    this.#owner.set(at, it.owner);
    this.#number.set(at, it.number);
    this.#start.set(at, it.start);
    this.#close.set(at, it.start);
    this.#assessed.set(at, it.start);
    this.#monitored.set(at, never);
    this.#lastMoment.set(at, 0);
    this.#municipality.set(at, it.municipality);
    this.#nature.set(at, it.nature);
    this.#first.set(at, this.#persons);
    this.#count.set(at, it.persons.length);
    this.#used.set(at, 0);
    for (const { number, born, sex } of it.persons) {
      this.#personNumber.set(this.#persons, number);
      this.#born.set(this.#persons, born);
      this.#sex.set(this.#persons++, sex);
    }
    return at;
  }

  /** Takes over a case of a region that merged into this one: it keeps the number that it had. */
  takeOver(from: CaseStore, at: number): number {
    const copy = this.add({
      owner: from.owner(at),
      number: from.number(at),
      start: from.start(at),
      municipality: from.municipality(at),
      nature: from.nature(at),
      persons: from.persons(at),
    });
    this.#close.set(copy, from.close(at));
    this.#assessed.set(copy, from.assessed(at));
    this.#monitored.set(copy, from.monitored(at));
    this.#lastMoment.set(copy, from.lastMoment(at));
    this.#used.set(copy, from.isContinued(at) ? 1 : 0);
    return copy;
  }

  /** Which region gave the number. */
  owner = (at: number): number => this.#owner.values[at]!;
  number = (at: number): number => this.#number.values[at]!;
  start = (at: number): number => this.#start.values[at]!;
  /** The day on which it closes, which may lie in a later period. */
  close = (at: number): number => this.#close.values[at]!;
  /** The day on which its latest report is assessed, or `never`. */
  assessed = (at: number): number => this.#assessed.values[at]!;
  /** The first monitoring moment after the latest report, or `never`. */
  monitored = (at: number): number => this.#monitored.values[at]!;
  lastMoment = (at: number): number => this.#lastMoment.values[at]!;
  municipality = (at: number): number => this.#municipality.values[at]!;
  nature = (at: number): number => this.#nature.values[at]!;
  personCount = (at: number): number => this.#count.values[at]!;
  /** Whether a later case is about persons of this one. */
  isContinued = (at: number): boolean => this.#used.values[at] === 1;

  keepOpenUntil(at: number, day: number): void {
    if (day > this.close(at)) this.#close.set(at, day);
  }
  closeOn(at: number, day: number): void {
    this.#close.set(at, day);
  }
  assessOn(at: number, day: number): void {
    this.#assessed.set(at, day);
  }
  monitorOn(at: number, day: number): void {
    if (day < this.monitored(at)) this.#monitored.set(at, day);
    if (day > this.lastMoment(at)) this.#lastMoment.set(at, day);
  }
  /** Another report came in: what was monitored before it says nothing about what comes after it. */
  reportAgain(at: number, day: number): void {
    if (this.monitored(at) <= day) this.#monitored.set(at, this.lastMoment(at) > day ? this.lastMoment(at) : never);
  }
  moveTo(at: number, municipality: number): void {
    this.#municipality.set(at, municipality);
  }
  continueLater(at: number): void {
    this.#used.set(at, 1);
  }

  personNumber = (at: number, i: number): number => this.#personNumber.values[this.#first.values[at]! + i]!;
  born = (at: number, i: number): number => this.#born.values[this.#first.values[at]! + i]!;
  sex = (at: number, i: number): number => this.#sex.values[this.#first.values[at]! + i]!;

  persons(at: number): Person[] {
    return Array.from({ length: this.personCount(at) }, (_, i) => ({
      number: this.personNumber(at, i),
      born: this.born(at, i),
      sex: this.sex(at, i),
    }));
  }
}

export const never = 0x7fffffff;
