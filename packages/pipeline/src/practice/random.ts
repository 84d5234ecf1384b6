/** Numbers from 0 up to 1. The same stream gives the same numbers on every machine. */
export type Random = () => number;

/**
 * A stream of its own for every use, so that one region can be made without the others.
 * Method: xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, public domain, prng.di.unimi.it), its state filled with the finaliser
 * of MurmurHash3 (Austin Appleby, public domain) as in splitmix32.
 * @param seed any whole number
 * @param name what the numbers are for
 */
export function randomStream(seed: number, name: string): Random {
  let hash = seed >>> 0;
  for (let i = 0; i < name.length; i++) hash = finalise(hash ^ Math.imul(name.charCodeAt(i) + 1, 0x9e3779b1));
  const word = (): number => finalise((hash = (hash + 0x9e3779b9) >>> 0));
  let [a, b, c, d] = [word(), word(), word(), word() | 1];
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 2 ** 32;
  };
}

function finalise(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A whole number from 0 up to `count`. */
export const below = (random: Random, count: number): number => Math.floor(random() * count);

/** Days of waiting with the given mean: exponential, in whole days, at most `most`. */
export const waiting = (random: Random, mean: number, most: number): number =>
  Math.min(most, Math.floor(-Math.log(1 - random()) * mean));

/** A draw from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * Draws an index in proportion to the weights, in constant time: the alias method (Walker 1977; tables after Vose 1991).
 * @param weights zero or more each, together more than zero
 */
export function chooser(weights: readonly number[]): (random: Random) => number {
  const total = weights.reduce((sum, it) => sum + it, 0);
  const size = weights.length;
  const share = weights.map((it) => (it * size) / total);
  const alias = new Int32Array(size);
  const small = [...share.keys()].filter((i) => share[i]! < 1);
  const large = [...share.keys()].filter((i) => share[i]! >= 1);
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    alias[less] = more;
    share[more] = share[more]! + share[less]! - 1;
    if (share[more]! < 1) small.push(large.pop()!);
  }
  // What is left differs from 1 only by rounding.
  for (const i of [...small, ...large]) share[i] = 1;
  const kept = Float64Array.from(share);
  return (random) => {
    const at = random() * size;
    const i = Math.floor(at);
    return at - i < kept[i]! ? i : alias[i]!;
  };
}
