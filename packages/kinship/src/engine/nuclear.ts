import { isFounder, trimFamily, type Frame } from '../pedigree/frame.ts';
import { sureKey, type Evidence } from './evidence.ts';
import type { Locus } from './locus.ts';

/** Typed children of one couple, and people related to nobody. */
interface Nuclear {
  readonly father: number;
  readonly mother: number;
  readonly children: readonly number[];
  readonly alone: readonly number[];
}

// A memo, not state: a frame is never changed in place, and every marker asks for the same people.
const known = new WeakMap<Frame, Map<number, Nuclear | null>>();

/**
 * ln P(evidence) of parents, typed or not, and any number of typed children at an autosomal marker where nothing mutates, with
 * theta too: the first child has one allele of each parent; the sum runs over which, and over the parents' other alleles, with all
 * alleles that nobody shows as one. Null where the family or a genotype asks for a general way. Exact.
 * Source: docs/methods/pedigree-likelihood.md.
 */
export function nuclearLn({ frame, locus, evidence, theta }: { readonly frame: Frame; readonly locus: Locus; readonly evidence: readonly (Evidence | null)[]; readonly theta: number }): number | null {
  if (locus.female !== null || locus.male !== null) return null;
  const key = sureKey(evidence);
  if (key === null) return null;
  const memo = known.get(frame) ?? new Map<number, Nuclear | null>();
  known.set(frame, memo);
  let family = memo.get(key);
  if (family === undefined) {
    family = nuclearOf(frame, evidence.map((seen) => seen !== null));
    memo.set(key, family);
  }
  return family === null ? null : Math.log(new NuclearSum(locus, theta, evidence).of(family));
}

function nuclearOf(frame: Frame, typed: readonly boolean[]): Nuclear | null {
  const lineage = trimFamily(frame, { typed, target: -1, mutates: false });
  const { needed, father, mother } = lineage;
  const people = frame.ids.map((_, i) => i).filter((i) => needed[i] === 1);
  if (people.some((i) => frame.haploid[i] === 1 || (frame.inbreeding[i] ?? 0) > 0)) return null;
  const children = people.filter((i) => !isFounder(lineage, i));
  const [first] = children;
  if (first === undefined) return null;
  const [f, m] = [father[first] ?? -1, mother[first] ?? -1];
  if (f < 0 || m < 0 || !children.every((i) => father[i] === f && mother[i] === m && typed[i] === true) || children.includes(f) || children.includes(m)) return null;
  const alone = people.filter((i) => i !== f && i !== m && !children.includes(i));
  return { father: f, mother: m, children, alone };
}

/** The sum at one marker. Alleles are numbered as they are shown; the last number stands for all that nobody shows. */
class NuclearSum {
  readonly #evidence: readonly (Evidence | null)[];
  readonly #theta: number;
  readonly #freqs: Float64Array;
  readonly #shown: number[] = [];
  /** Frequencies, or with theta the urn's weights, by number of allele. */
  #weights = new Float64Array(0);
  #total = 1;

  constructor(locus: Locus, theta: number, evidence: readonly (Evidence | null)[]) {
    this.#evidence = evidence;
    this.#theta = theta;
    this.#freqs = locus.freqs;
  }

  of({ father, mother, children, alone }: Nuclear): number {
    const pairs = children.map((i) => this.#pairOf(i));
    const fathers = this.#pairOf(father);
    const mothers = this.#pairOf(mother);
    const strangers = alone.map((i) => this.#pairOf(i));
    this.#fill();
    let p = 1;
    for (const pair of strangers) p *= this.#drawPair(pair);
    const [first, ...others] = pairs;
    if (first === undefined || first === null) return p;
    const [a, b] = first;
    const child = (paternal: number, maternal: number): number => this.#parents({ paternal, maternal, fathers, mothers, others });
    return p * (child(a, b) + (a === b ? 0 : child(b, a)));
  }

  /** A person's two alleles by number; null of somebody untyped. */
  #pairOf(person: number): readonly [number, number] | null {
    const seen = this.#evidence[person] ?? null;
    return seen === null ? null : [this.#numberOf(seen.first[0] ?? -1), this.#numberOf(seen.second[0] ?? -1)];
  }

  #numberOf(allele: number): number {
    const at = this.#shown.indexOf(allele);
    return at >= 0 ? at : this.#shown.push(allele) - 1;
  }

  #fill(): void {
    const shown = this.#shown;
    const scale = this.#theta > 0 ? (1 - this.#theta) / this.#theta : 1;
    const weights = new Float64Array(shown.length + 1);
    let rest = 0;
    for (let a = 0; a < this.#freqs.length; a++) if (!shown.includes(a)) rest += this.#freqs[a] ?? NaN;
    for (let n = 0; n < shown.length; n++) weights[n] = scale * (this.#freqs[shown[n] ?? -1] ?? NaN);
    weights[shown.length] = scale * rest;
    this.#weights = weights;
    this.#total = scale;
  }

  /** P(a stranger's genotype), out of the urn. */
  #drawPair(pair: readonly [number, number] | null): number {
    if (pair === null) return 1;
    const p = this.#draw(pair[0]) * this.#draw(pair[1]);
    return pair[0] === pair[1] ? p : 2 * p;
  }

  #draw(a: number): number {
    const w = this.#weights[a] ?? NaN;
    if (this.#theta === 0) return w;
    const p = w / this.#total;
    this.#weights[a] = w + 1;
    this.#total += 1;
    return p;
  }

  /** The parents passed these two alleles to the first child: the sum over their other alleles of P(all four) times the other children. */
  #parents(how: { paternal: number; maternal: number; fathers: readonly [number, number] | null; mothers: readonly [number, number] | null; others: readonly (readonly [number, number] | null)[] }): number {
    const { paternal: d, maternal: e, others } = how;
    const ofFather = otherAlleles(how.fathers, d, this.#weights.length);
    const ofMother = otherAlleles(how.mothers, e, this.#weights.length);
    const w = this.#weights;
    const same = this.#theta > 0 ? 1 : 0;
    const total = this.#total;
    const scale = same === 0 ? 1 : 1 / (total * (total + 1) * (total + 2) * (total + 3));
    const first = (w[d] ?? NaN) * ((w[e] ?? NaN) + (d === e ? same : 0)) * scale;
    let sum = 0;
    for (const d2 of ofFather) {
      const second = (w[d2] ?? NaN) + ((d2 === d ? same : 0) + (d2 === e ? same : 0));
      if (second === 0) continue;
      for (const e2 of ofMother) {
        let p = second * ((w[e2] ?? NaN) + ((e2 === d ? same : 0) + (e2 === e ? same : 0) + (e2 === d2 ? same : 0)));
        for (let c = 0; c < others.length && p > 0; c++) {
          const u = others[c]?.[0] ?? -1;
          const v = others[c]?.[1] ?? -1;
          const fatherU = (d === u ? 1 : 0) + (d2 === u ? 1 : 0);
          const motherV = (e === v ? 1 : 0) + (e2 === v ? 1 : 0);
          if (u === v) p *= 0.25 * fatherU * motherV;
          else p *= 0.25 * (fatherU * motherV + ((d === v ? 1 : 0) + (d2 === v ? 1 : 0)) * ((e === u ? 1 : 0) + (e2 === u ? 1 : 0)));
        }
        sum += p;
      }
    }
    return first * sum;
  }
}

/** What a parent's other allele can be: of a typed parent the one that was not passed on, none where the child's is not theirs. */
function otherAlleles(typed: readonly [number, number] | null, passed: number, count: number): readonly number[] {
  if (typed === null) return everyAllele(count);
  if (typed[0] === passed) return [typed[1]];
  return typed[1] === passed ? [typed[0]] : [];
}

const lists: number[][] = [];

function everyAllele(count: number): readonly number[] {
  return (lists[count] ??= Array.from({ length: count }, (_, a) => a));
}
