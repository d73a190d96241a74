import type { Frame, Marks } from '../pedigree/frame.ts';
import { AskedTable } from './asked-table.ts';
import { ordered, type Evidence } from './evidence.ts';
import { layoutsOf, type Layout, type Walked } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import { UrnSum } from './urn-sum.ts';

export interface DirectInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  readonly target: number;
}

/** Ordered states of somebody walked through; a founder's two orders are one state of double weight. */
interface States {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
}

const marksOf = (input: DirectInput): Marks => ({ typed: input.evidence.map((seen) => seen !== null), target: input.target, mutates: input.locus.female !== null || input.locus.male !== null });

function statesOf(walked: Walked, seen: Evidence | null, k: number): States {
  if (seen !== null) {
    if (!walked.unordered) return ordered(seen);
    return { first: seen.first, second: seen.second, weight: seen.weight.map((w, i) => (walked.haploid || seen.first[i] === seen.second[i] ? w : 2 * w)) };
  }
  const count = walked.haploid ? k : k * k;
  return {
    first: Int32Array.from({ length: count }, (_, s) => (walked.haploid ? s : Math.floor(s / k))),
    second: Int32Array.from({ length: count }, (_, s) => (walked.haploid ? -1 : s % k)),
    weight: new Float64Array(count).fill(1),
  };
}

/** About what one walked state takes beside its sums, in multiplications. */
const leafOverhead = 150;

/** About how many multiplications `sumDirectly` takes. */
export function directCost(input: DirectInput): number {
  // Without theta a network does as well for large families, and laying out many lines takes longer than that.
  if (input.theta === 0 && input.frame.ids.length > 100) return Infinity;
  const { k } = input.locus;
  let total = 0;
  const mutates = input.locus.female !== null || input.locus.male !== null;
  const layouts = layoutsOf(input.frame, marksOf(input));
  if (layouts === null) return Infinity;
  for (const layout of layouts) {
    let states = 1;
    for (const w of layout.walked) {
      const seen = input.evidence[w.person] ?? null;
      const own = seen === null ? (w.haploid ? k : k * k) : w.unordered ? seen.first.length : ordered(seen).first.length;
      states *= own * (w.founder && w.inbreeding > 0 && input.theta > 0 ? 2 : 1);
    }
    let divisions = 1;
    let draws = 0;
    let vectors = 0;
    for (const f of layout.founders) {
      divisions *= f.divisions.length;
      draws += Math.max(...f.divisions.map((d) => d.draws.length), 0);
      vectors += 2 ** f.paths.length;
    }
    const sets = input.theta > 0 ? 3 ** draws + 2 ** draws * (layout.target === null ? 1 : k) : draws + (layout.target === null ? 1 : k);
    total += states * (leafOverhead + layout.walked.length + vectors * k + divisions * sets * k) + (layout.target === null || !mutates ? 0 : k ** 3);
  }
  return total;
}

/**
 * The likelihood by walking through the genotypes of all typed people (and of hidden ones who passed on two alleles or more),
 * with the untyped founders summed in closed form (`UrnSum`). Null where the sum could have underflowed, or a founder has too many children to be laid out.
 * With a target: P(evidence, first allele x, second allele y) at [x * K + y], or [x] for one allele.
 */
export function sumDirectly(input: DirectInput): Float64Array | null {
  const { locus, theta } = input;
  const layouts = layoutsOf(input.frame, marksOf(input));
  if (layouts === null) return null;
  const size = input.target < 0 ? 1 : input.frame.haploid[input.target] === 1 ? locus.k : locus.k ** 2;
  const out = new Float64Array(size);
  let sureAbove = 0;
  for (const layout of layouts) {
    const walk = new Walk(layout, input);
    walk.run();
    walk.addTo(out, layout.weight);
    sureAbove = Math.min(sureAbove, leastLn(layout, locus, theta));
  }
  const largest = out.reduce((x, y) => Math.max(x, y), 0);
  return sureAbove > -600 || largest > 1e-200 ? out : null;
}

/** A bound below ln of every term that is not 0. */
function leastLn(layout: Layout, locus: Locus, theta: number): number {
  const least = (values: Float64Array | null): number => (values === null ? 0 : leastOf(values));
  const transmissions = layout.walked.reduce((n, w) => n + w.alleles.reduce((m, d) => m + d.path.length, 0), 4);
  const draws = 2 * layout.walked.filter((w) => w.founder).length + 2 * layout.founders.length + 2;
  return draws * (least(locus.freqs) + Math.log(1 - theta) - Math.log(2)) + transmissions * (Math.min(least(locus.female), least(locus.male)) - Math.log(2)) - 40;
}

// A memo, not state: matrices and frequencies are never changed in place.
const leasts = new WeakMap<Float64Array, number>();

/** ln of the smallest entry above 0. */
function leastOf(values: Float64Array): number {
  const known = leasts.get(values);
  if (known !== undefined) return known;
  let least = 1;
  for (const p of values) if (p > 0 && p < least) least = p;
  leasts.set(values, Math.log(least));
  return Math.log(least);
}

class Walk {
  readonly #layout: Layout;
  readonly #states: readonly States[];
  readonly #urn: UrnSum;
  readonly #asked: AskedTable | null;
  /** Matrix of each allele of each person walked through, [to * K + from]. */
  readonly #matrices: readonly (readonly Float64Array[])[];
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #k: number;
  #total = 0;

  constructor(layout: Layout, input: DirectInput) {
    const { locus } = input;
    this.#layout = layout;
    this.#k = locus.k;
    this.#states = layout.walked.map((w) => statesOf(w, input.evidence[w.person] ?? null, locus.k));
    this.#matrices = layout.walked.map((w) => w.alleles.map((d) => pathMatrix(locus, d.path)));
    this.#urn = new UrnSum(layout, locus, input.theta);
    this.#asked = layout.target === null ? null : new AskedTable(layout, layout.target, locus);
    this.#first = new Int32Array(layout.walked.length);
    this.#second = new Int32Array(layout.walked.length);
  }

  run(): void {
    this.#visit(0, 1);
  }

  addTo(out: Float64Array, weight: number): void {
    if (this.#asked === null) out[0] = (out[0] ?? NaN) + weight * this.#total;
    else this.#asked.addTo(out, weight);
  }

  #visit(at: number, weight: number): void {
    const walked = this.#layout.walked[at];
    const states = this.#states[at];
    if (walked === undefined || states === undefined) {
      this.#leaf(weight);
      return;
    }
    for (let s = 0; s < states.first.length; s++) {
      const a = states.first[s] ?? -1;
      const b = states.second[s] ?? -1;
      this.#first[at] = a;
      this.#second[at] = b;
      const w = weight * (states.weight[s] ?? NaN);
      if (!walked.founder) {
        const p = w * this.#arrive(at, 0, a) * (b < 0 ? 1 : this.#arrive(at, 1, b));
        if (p > 0) this.#visit(at + 1, p);
        continue;
      }
      const f = walked.inbreeding;
      if (b < 0 || (f > 0 && a === b)) this.#draw(at, w * (b < 0 ? 1 : f), [a]);
      if (b >= 0) this.#draw(at, w * (1 - f), [a, b]);
    }
  }

  /** A typed founder's alleles out of the urn, and all that follows with them gone. */
  #draw(at: number, weight: number, alleles: readonly number[]): void {
    let p = weight;
    for (const a of alleles) p *= this.#urn.take(a);
    if (p > 0) this.#visit(at + 1, p);
    for (const a of alleles) this.#urn.putBack(a);
  }

  /** P(this allele arrives), 1 where it waits for the founders or for the person asked for. */
  #arrive(at: number, side: 0 | 1, c: number): number {
    const descent = this.#layout.walked[at]?.alleles[side];
    const matrix = this.#matrices[at]?.[side];
    if (descent === undefined || matrix === undefined) return NaN;
    const { origin } = descent;
    const row = c * this.#k;
    switch (origin.kind) {
      case 'person': {
        const a = this.#first[origin.at] ?? -1;
        const b = this.#second[origin.at] ?? -1;
        return b < 0 ? (matrix[row + a] ?? NaN) : 0.5 * ((matrix[row + a] ?? NaN) + (matrix[row + b] ?? NaN));
      }
      case 'target':
        this.#asked?.showChild(at, side, c);
        return 1;
      case 'founder':
        this.#urn.show(origin.at, origin.slot, matrix.subarray(row, row + this.#k));
        return 1;
    }
  }

  #leaf(weight: number): void {
    if (this.#asked === null) {
      this.#total += weight * this.#urn.sum();
      return;
    }
    this.#asked.turnToLeaf({ first: this.#first, second: this.#second });
    this.#urn.sumAsked(weight, this.#asked);
  }
}
