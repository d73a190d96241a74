import { seededRandom } from '../random.ts';
import type { Level, Levels } from './levels.ts';

export interface Estimate {
  /** Posterior of each pairing, row-major remains x (missing + 1). */
  readonly posterior: Float64Array;
  readonly standardErrors: Float64Array;
  readonly notFound: Float64Array;
  readonly chains: number;
  readonly sweeps: number;
  readonly seed: number;
  /** Largest standard error of any pairing. */
  readonly worst: number;
}

const chains = 4;
const batches = 8;
const pairLimit = 4000;

/**
 * Gibbs sampling over assignments: families are drawn anew given all others, alone and two at a time (two families can then exchange
 * remains); the conditional probabilities, not the draws, are averaged. Standard errors from batches of independent chains.
 * An estimate, deterministic by its seed. Source: Gelfand and Smith 1990 (doi:10.1080/01621459.1990.10476213).
 */
export function estimatePosterior(source: Levels, options: { seed: number; work: number }): Estimate {
  const columns = source.missing + 1;
  const cells = source.remains * columns;
  const rivals = findRivals(source);
  // A sweep draws each family alone, and with one rival; a fill takes about eight steps, a pair of fills four.
  const pairsOf = (level: Level, own: readonly number[]): number => (own.reduce((n, o) => n + (source.levels[o]?.count ?? 0), 0) * level.count) / Math.max(1, own.length);
  const perSweep = source.levels.reduce((n, level, l) => n + 200 + 8 * level.count + 4 * pairsOf(level, rivals[l] ?? []), 1);
  const sweeps = Math.max(40, Math.floor(options.work / (chains * perSweep)));
  const length = Math.max(1, Math.floor(sweeps / batches));
  const means: Float64Array[] = [];
  const lost: Float64Array[] = [];
  for (let chain = 0; chain < chains; chain++) {
    const walk = new Walk({ source, rivals }, seededRandom((options.seed + chain * 0x9e3779b9) >>> 0));
    for (let s = 0; s < length * 2; s++) walk.sweep(null);
    for (let b = 0; b < batches; b++) {
      const sums = { pairs: new Float64Array(cells), notFound: new Float64Array(source.missing) };
      for (let s = 0; s < length; s++) walk.sweep(sums);
      for (let r = 0; r < source.remains; r++) {
        let taken = 0;
        for (let m = 0; m < source.missing; m++) taken += sums.pairs[r * columns + m] ?? 0;
        sums.pairs[r * columns + source.missing] = (sums.pairs[r * columns + source.missing] ?? 0) + Math.max(0, length - taken);
      }
      means.push(sums.pairs.map((x) => x / length));
      lost.push(sums.notFound.map((x) => x / length));
    }
  }
  const mean = (rows: readonly Float64Array[], i: number): number => rows.reduce((x, row) => x + (row[i] ?? NaN), 0) / rows.length;
  const posterior = Float64Array.from({ length: cells }, (_, i) => mean(means, i));
  const standardErrors = posterior.map((m, i) => Math.sqrt(means.reduce((x, row) => x + ((row[i] ?? NaN) - m) ** 2, 0) / (means.length - 1) / means.length));
  const worst = standardErrors.reduce((x, y) => Math.max(x, y), 0);
  return { posterior, standardErrors, notFound: Float64Array.from({ length: source.missing }, (_, i) => mean(lost, i)), chains, sweeps: length * (batches + 2), seed: options.seed, worst };
}

/** Families that want some of the same remains, and are small enough to be drawn together. */
function findRivals(source: Levels): readonly (readonly number[])[] {
  return source.levels.map((one, a) =>
    source.levels.flatMap((two, b) => (a !== b && one.count * two.count <= pairLimit && one.reach.some((bits, w) => (bits & (two.reach[w] ?? 0)) !== 0) ? [b] : [])),
  );
}

interface Sums {
  readonly pairs: Float64Array;
  readonly notFound: Float64Array;
}

class Walk {
  private readonly source: Levels;
  private readonly rivals: readonly (readonly number[])[];
  private readonly random: () => number;
  private readonly at: Int32Array;
  private readonly used: Int32Array;
  private readonly weight: Float64Array[];

  constructor({ source, rivals }: { source: Levels; rivals: readonly (readonly number[])[] }, random: () => number) {
    this.source = source;
    this.rivals = rivals;
    this.random = random;
    this.at = new Int32Array(source.levels.length);
    this.used = new Int32Array(source.words);
    this.weight = source.levels.map((level) => {
      const top = level.lnWeight.reduce((x, y) => Math.max(x, y), -Infinity);
      return level.lnWeight.map((x) => Math.exp(x - top));
    });
    // A greedy start, so that the first sweeps are not spent far from all weight.
    source.levels.forEach((level, l) => {
      let best = 0;
      for (let q = 0; q < level.count; q++) if (this.fits(level, q) && (level.lnWeight[q] ?? NaN) > (level.lnWeight[best] ?? NaN)) best = q;
      this.put(l, best);
    });
  }

  sweep(sums: Sums | null): void {
    for (let l = 0; l < this.source.levels.length; l++) {
      this.redraw(l, sums);
      const rivals = this.rivals[l] ?? [];
      const other = rivals[Math.floor(this.random() * rivals.length)];
      if (other !== undefined) this.redrawBoth(l, other);
    }
  }

  private redraw(l: number, sums: Sums | null): void {
    const level = this.source.levels[l];
    const weight = this.weight[l];
    if (level === undefined || weight === undefined) return;
    this.take(l);
    let total = 0;
    const fitting: number[] = [];
    for (let q = 0; q < level.count; q++)
      if (this.fits(level, q)) {
        fitting.push(q);
        total += weight[q] ?? 0;
      }
    let left = this.random() * total;
    let chosen = fitting[0] ?? 0;
    let isChosen = false;
    for (const q of fitting) {
      const w = weight[q] ?? 0;
      if (sums !== null && w > 0) this.record(level, q, { sums, share: w / total });
      left -= w;
      if (!isChosen && left < 0 && w > 0) {
        chosen = q;
        isChosen = true;
      }
    }
    this.put(l, chosen);
  }

  private record(level: Level, fill: number, to: { sums: Sums; share: number }): void {
    const { members, missing } = this.source;
    const columns = missing + 1;
    const { pairs, notFound } = to.sums;
    if (level.unknown >= 0) return;
    level.missing.forEach((m, i) => {
      const candidate = level.fills[fill * level.missing.length + i] ?? -1;
      if (candidate < 0) notFound[m] = (notFound[m] ?? 0) + to.share;
      else for (const r of members[candidate] ?? []) pairs[r * columns + m] = (pairs[r * columns + m] ?? 0) + to.share;
    });
  }

  private redrawBoth(a: number, b: number): void {
    const one = this.source.levels[a];
    const two = this.source.levels[b];
    if (one === undefined || two === undefined ) return;
    this.take(a);
    this.take(b);
    const first: number[] = [];
    const second: number[] = [];
    for (let q = 0; q < one.count; q++) if (this.fits(one, q)) first.push(q);
    for (let q = 0; q < two.count; q++) if (this.fits(two, q)) second.push(q);
    let total = 0;
    const cumulative = new Float64Array(first.length * second.length);
    const { words } = this.source;
    first.forEach((p, i) => {
      second.forEach((q, j) => {
        let clash = 0;
        for (let w = 0; w < words; w++) clash |= (one.masks[p * words + w] ?? 0) & (two.masks[q * words + w] ?? 0);
        if (clash === 0) total += (this.weight[a]?.[p] ?? 0) * (this.weight[b]?.[q] ?? 0);
        cumulative[i * second.length + j] = total;
      });
    });
    const u = this.random() * total;
    let at = 0;
    while (at < cumulative.length - 1 && (cumulative[at] ?? 0) <= u) at += 1;
    this.put(a, first[Math.floor(at / second.length)] ?? 0);
    this.put(b, second[at % second.length] ?? 0);
  }

  private fits(level: Level, fill: number): boolean {
    const { words } = this.source;
    for (let w = 0; w < words; w++) if (((this.used[w] ?? 0) & (level.masks[fill * words + w] ?? 0)) !== 0) return false;
    return true;
  }

  private take(l: number): void {
    const { words, levels } = this.source;
    for (let w = 0; w < words; w++) this.used[w] = (this.used[w] ?? 0) & ~(levels[l]?.masks[(this.at[l] ?? 0) * words + w] ?? 0);
  }

  private put(l: number, fill: number): void {
    const { words, levels } = this.source;
    this.at[l] = fill;
    for (let w = 0; w < words; w++) this.used[w] = (this.used[w] ?? 0) | (levels[l]?.masks[fill * words + w] ?? 0);
  }
}
