import type { Frame } from '../pedigree/frame.ts';

/**
 * What is known of a person at a marker: the unordered genotypes that fit, each with P(observation | genotype).
 * `second` is -1 throughout for a person with one allele (a man on the X chromosome).
 */
export interface Evidence {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
}

/** Evidence of genotypes that fit with certainty. */
export function certain(genotypes: readonly (readonly [number, number])[]): Evidence {
  return {
    first: Int32Array.from(genotypes, (g) => Math.min(g[0], g[1] < 0 ? g[0] : g[1])),
    second: Int32Array.from(genotypes, (g) => (g[1] < 0 ? -1 : Math.max(g[0], g[1]))),
    weight: new Float64Array(genotypes.length).fill(1),
  };
}

/** Place of an unordered genotype in a table of genotypes; of a single allele (`b` -1) its own number. */
export function entryOf(a: number, b: number): number {
  if (b < 0) return a;
  return a <= b ? (b * (b + 1)) / 2 + a : (a * (a + 1)) / 2 + b;
}

/** The sums of a table over ordered pairs of alleles [a * K + b] by unordered genotype, in the order of `entryOf`. */
export function byGenotype(pairs: Float64Array, k: number): Float64Array {
  const out = new Float64Array((k * (k + 1)) / 2);
  let entry = 0;
  for (let b = 0; b < k; b++) for (let a = 0; a <= b; a++) out[entry++] = a === b ? (pairs[b * k + b] ?? NaN) : (pairs[a * k + b] ?? NaN) + (pairs[b * k + a] ?? NaN);
  return out;
}

/** The same text for the same evidence. */
export function evidenceKey(seen: readonly (Evidence | null)[]): string {
  return seen.map((e) => (e === null ? '' : `${e.first.join()} ${e.second.join()} ${e.weight.join()}`)).join('|');
}

/** Who is typed, as a sum of powers of two; null where a genotype is not sure, or somebody stands beyond the 53rd place, up to which such sums are exact. */
export function sureKey(evidence: readonly (Evidence | null)[]): number | null {
  let key = 0;
  for (let i = 0; i < evidence.length; i++) {
    const seen = evidence[i] ?? null;
    if (seen === null) continue;
    if (seen.first.length !== 1 || seen.weight[0] !== 1 || i > 52) return null;
    key += 2 ** i;
  }
  return key;
}

// A memo, not state: the same few genotypes are read again and again, and evidence is never changed in place.
const single = new Map<number, Evidence>();
const numbers = 2 ** 20;

/** Evidence of one genotype, or of one allele with `b` = -1. */
export function certainly(a: number, b: number): Evidence {
  const key = a * numbers + b + 1;
  const known = single.get(key);
  if (known !== undefined) return known;
  const made = certain([[a, b]]);
  single.set(key, made);
  return made;
}

/** Both of two observations of one genotype; no state is left where they contradict each other. */
export function both(one: Evidence, other: Evidence): Evidence {
  const place = new Map<string, number>();
  other.first.forEach((a, i) => place.set(`${String(a)} ${String(other.second[i] ?? -1)}`, i));
  const first: number[] = [];
  const second: number[] = [];
  const weight: number[] = [];
  one.first.forEach((a, i) => {
    const b = one.second[i] ?? -1;
    const at = place.get(`${String(a)} ${String(b)}`);
    if (at === undefined) return;
    first.push(a);
    second.push(b);
    weight.push((one.weight[i] ?? NaN) * (other.weight[at] ?? NaN));
  });
  return { first: Int32Array.from(first), second: Int32Array.from(second), weight: Float64Array.from(weight) };
}

/** The same evidence over ordered pairs (paternal, maternal): a heterozygote stands twice. */
export function ordered(evidence: Evidence): Evidence {
  const count = evidence.first.length;
  let states = count;
  for (let i = 0; i < count; i++) if ((evidence.second[i] ?? -1) >= 0 && evidence.first[i] !== evidence.second[i]) states += 1;
  if (states === count) return evidence;
  const first = new Int32Array(states);
  const second = new Int32Array(states);
  const weight = new Float64Array(states);
  let at = 0;
  const put = (a: number, b: number, w: number): void => {
    first[at] = a;
    second[at] = b;
    weight[at] = w;
    at += 1;
  };
  for (let i = 0; i < count; i++) {
    const a = evidence.first[i] ?? -1;
    const b = evidence.second[i] ?? -1;
    const w = evidence.weight[i] ?? NaN;
    put(a, b, w);
    if (b >= 0 && a !== b) put(b, a, w);
  }
  return { first, second, weight };
}

/** Evidence with that of monozygotic twins joined in the one who stands for them. */
export function joinTwins(frame: Frame, evidence: readonly (Evidence | null)[]): readonly (Evidence | null)[] {
  if (frame.twinOf.every((t, i) => t === i)) return evidence;
  const out: (Evidence | null)[] = evidence.map(() => null);
  evidence.forEach((seen, i) => {
    const at = frame.twinOf[i] ?? i;
    const before = out[at] ?? null;
    out[at] = before === null ? seen : seen === null ? before : both(before, seen);
  });
  return out;
}
