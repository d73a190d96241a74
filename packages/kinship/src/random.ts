import { KinshipError } from './kinship-error.ts';

/**
 * A repeatable source of uniform numbers in [0, 1) with 32 bits each: xoshiro128** (Blackman and Vigna 2021,
 * doi:10.1145/3460772), its state filled from the seed by splitmix32. The same seed gives the same numbers on every machine.
 * @param seed a whole number of 0 to 2^32 - 1
 * @throws KinshipError kinship.seed
 */
export function seededRandom(seed: number): () => number {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) throw new KinshipError('kinship.seed', { seed: String(seed) });
  let mix = seed | 0;
  const fill = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  const turn = (x: number, k: number): number => (x << k) | (x >>> (32 - k));
  return () => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turn(d, 11);
    return result / 4294967296;
  };
}
