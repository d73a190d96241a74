import { isFounder, trimFamily, type Frame } from '../pedigree/frame.ts';
import { addOuter, passOnPairs } from './asked-table.ts';
import { sureKey, type Evidence } from './evidence.ts';
import { genotypeProbability } from './founders.ts';
import { pathMatrix, type Locus } from './locus.ts';

interface CoupleInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  /** A child of the couple of whom nothing is seen, -1 for nobody. */
  readonly target: number;
}

/** One couple, their typed children, and people related to nobody. */
interface Couple {
  readonly father: number;
  readonly mother: number;
  readonly children: readonly number[];
  readonly alone: readonly number[];
}

/** 3^n vectors are made for n children. */
const mostChildren = 8;

// A memo, not state: a frame is never changed in place, and every marker asks for the same people.
const known = new WeakMap<Frame, Map<number, Map<number, Couple | null>>>();

/**
 * P(evidence) without theta of children of one couple, each of one sure genotype, the parents typed or not, at an autosomal marker
 * with any mutation. Whichever of a child's alleles is the paternal one, the parents are independent, and of an untyped
 * parent with alleles u, w the mean of the product over children of (P(c | u) + P(c | w)) / 2 is 2^-n times the sum over subsets of the
 * children of m(subset) m(the others), m(S) = sum over u of p(u) prod over S of P(c | u).
 * With a target: P(evidence, paternal allele x, maternal allele y) at [x * K + y]. Null for other families, and where a plain number could underflow.
 */
export function sumCouple(input: CoupleInput): Float64Array | null {
  const { frame, locus, evidence, target } = input;
  const key = sureKey(evidence);
  if (key === null) return null;
  const ofFrame = known.get(frame) ?? new Map<number, Map<number, Couple | null>>();
  known.set(frame, ofFrame);
  const memo = ofFrame.get(target) ?? new Map<number, Couple | null>();
  ofFrame.set(target, memo);
  let couple = memo.get(key);
  if (couple === undefined) {
    couple = coupleOf(frame, evidence.map((seen) => seen !== null), target);
    memo.set(key, couple);
  }
  if (couple === null) return null;
  const { k, freqs } = locus;
  const n = couple.children.length;
  const isAsked = target >= 0;
  let beside = 1;
  for (const i of couple.alone) beside *= genotypeProbability(freqs, { a: evidence[i]?.first[0] ?? -1, b: evidence[i]?.second[0] ?? -1 });
  // A homozygote has one phase.
  let homozygotes = 0;
  couple.children.forEach((i, c) => {
    const [a, b] = [evidence[i]?.first[0] ?? -1, evidence[i]?.second[0] ?? -1];
    if (a === b) homozygotes |= 1 << c;
    fathers.take(c, a, b);
    mothers.take(c, b, a);
  });
  fathers.load(locus, { path: 'm', typed: evidence[couple.father] ?? null, children: n, isAsked });
  mothers.load(locus, { path: 'f', typed: evidence[couple.mother] ?? null, children: n, isAsked });
  const out = new Float64Array(isAsked ? k * k : 1);
  // Few phases are led through mutation vector by vector, many as one table.
  const isFew = 2 ** n < k;
  for (let phase = 0; phase < 2 ** n; phase++) {
    if ((phase & homozygotes) !== 0) continue;
    if (isAsked) addOuter(out, isFew ? fathers.passedOn(phase) : fathers.vector(phase), isFew ? mothers.passedOn(phase) : mothers.vector(phase), beside);
    else out[0] = (out[0] ?? NaN) + beside * fathers.probability(phase) * mothers.probability(phase);
  }
  const summed = isAsked && !isFew ? passOnPairs(out, locus, { first: 'm', second: 'f' }) : out;
  for (const p of summed) if (p > 1e-250) return summed;
  return null;
}

function coupleOf(frame: Frame, typed: readonly boolean[], target: number): Couple | null {
  const { needed, father, mother } = trimFamily(frame, { typed, target, mutates: true });
  const people = frame.ids.map((_, i) => i).filter((i) => needed[i] === 1);
  if (people.some((i) => frame.haploid[i] === 1 || (frame.inbreeding[i] ?? 0) > 0)) return null;
  const below = people.filter((i) => !isFounder({ father, mother }, i));
  const [first] = below;
  if (first === undefined || (target >= 0 && !below.includes(target))) return null;
  const [f, m] = [father[first] ?? -1, mother[first] ?? -1];
  const children = below.filter((i) => i !== target);
  if (f < 0 || m < 0 || !below.every((i) => father[i] === f && mother[i] === m) || below.includes(f) || below.includes(m)) return null;
  if (children.length === 0 || children.length > mostChildren || !children.every((i) => typed[i] === true)) return null;
  return { father: f, mother: m, children, alone: people.filter((i) => i !== f && i !== m && !below.includes(i)) };
}

/** What the children's alleles say of one parent, given which of each child's two is this parent's: by phase, bit c for the second of child c. */
class ParentSide {
  #k = 0;
  #n = 0;
  /** By child, the alleles of its two options. */
  readonly #alleles = new Int32Array(2 * mostChildren);
  #typed: Evidence | null = null;
  /** P(genotype) of a typed parent, and by child and option P(allele | parent). */
  #own = 1;
  readonly #passed = new Float64Array(2 * mostChildren);
  /** By subset of the children and their options, a digit of three each (0: not in it): p(u) prod P(c | u) at [number * K + u], and its sum over u. */
  #vectors = new Float64Array(0);
  #sums = new Float64Array(0);
  #out = new Float64Array(0);
  #below = new Float64Array(0);
  /** P(c | u) at [c * K + u]. */
  #columns: Float64Array = new Float64Array(0);
  readonly #places = new Int32Array(2 ** mostChildren);

  /** Child c has allele `first` or `second` of this parent. */
  take(c: number, first: number, second: number): void {
    this.#alleles[2 * c] = first;
    this.#alleles[2 * c + 1] = second;
  }

  load(locus: Locus, about: { readonly path: 'f' | 'm'; readonly typed: Evidence | null; readonly children: number; readonly isAsked: boolean }): void {
    const { k } = locus;
    const { typed, children, isAsked } = about;
    const columns = pathMatrix(locus, about.path);
    this.#k = k;
    this.#n = children;
    this.#typed = typed;
    this.#columns = columns;
    if (isAsked && this.#out.length !== k) {
      this.#out = new Float64Array(k);
      this.#below = new Float64Array(k);
    }
    if (typed === null) this.#multiply(locus.freqs, columns, isAsked);
    else {
      const [a, b] = [typed.first[0] ?? -1, typed.second[0] ?? -1];
      this.#own = genotypeProbability(locus.freqs, { a, b });
      for (let o = 0; o < 2 * children; o++) {
        const row = (this.#alleles[o] ?? -1) * k;
        this.#passed[o] = 0.5 * ((columns[row + a] ?? NaN) + (columns[row + b] ?? NaN));
      }
    }
  }

  #multiply(freqs: Float64Array, columns: Float64Array, isAsked: boolean): void {
    const k = this.#k;
    const n = this.#n;
    if (this.#sums.length < 3 ** n) this.#sums = new Float64Array(3 ** n);
    if (this.#vectors.length < 3 ** n * k) this.#vectors = new Float64Array(3 ** n * k);
    const vectors = this.#vectors;
    const sums = this.#sums;
    let all = 0;
    for (let u = 0; u < k; u++) {
      const p = freqs[u] ?? NaN;
      vectors[u] = p;
      all += p;
    }
    sums[0] = all;
    for (let c = 0, size = 1; c < n; c++, size *= 3) {
      // What holds the last child is asked for by its sum alone, unless somebody is to be given an allele too.
      const isKept = isAsked || c + 1 < n;
      for (let option = 0; option < 2; option++) {
        const row = (this.#alleles[2 * c + option] ?? -1) * k;
        if (option === 1 && row === (this.#alleles[2 * c] ?? -1) * k) break;
        for (let before = 0; before < size; before++) {
          const number = before + (option + 1) * size;
          const [from, to] = [before * k, number * k];
          let sum = 0;
          for (let u = 0; u < k; u++) {
            const p = (vectors[from + u] ?? NaN) * (columns[row + u] ?? NaN);
            if (isKept) vectors[to + u] = p;
            sum += p;
          }
          sums[number] = sum;
        }
      }
    }
  }

  /** P(the children's alleles of this parent). */
  probability(phase: number): number {
    if (this.#typed !== null) return this.#ofTyped(phase);
    const sets = this.#placeSets(phase);
    const places = this.#places;
    const sums = this.#sums;
    let sum = 0;
    // A subset and the others come twice.
    for (let set = 0; set < sets / 2; set++) sum += (sums[places[set] ?? 0] ?? NaN) * (sums[places[sets - 1 - set] ?? 0] ?? NaN);
    return (2 * sum) / sets;
  }

  /** The same with the allele u that the person asked for got, by u, before mutation; holds until the next call. */
  vector(phase: number): Float64Array {
    const out = this.#out.fill(0);
    const k = this.#k;
    if (this.#typed !== null) {
      const half = 0.5 * this.#ofTyped(phase);
      for (const a of [this.#typed.first[0] ?? -1, this.#typed.second[0] ?? -1]) out[a] = (out[a] ?? NaN) + half;
      return out;
    }
    const sets = this.#placeSets(phase);
    const places = this.#places;
    const vectors = this.#vectors;
    for (let set = 0; set < sets; set++) {
      const from = (places[set] ?? 0) * k;
      const rest = (this.#sums[places[sets - 1 - set] ?? 0] ?? NaN) / sets;
      for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + rest * (vectors[from + u] ?? NaN);
    }
    return out;
  }

  /** The same after mutation: by the allele that the person asked for has. */
  passedOn(phase: number): Float64Array {
    const given = this.vector(phase);
    const k = this.#k;
    const out = this.#below;
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let u = 0; u < k; u++) sum += (this.#columns[c * k + u] ?? NaN) * (given[u] ?? NaN);
      out[c] = sum;
    }
    return out;
  }

  #ofTyped(phase: number): number {
    let p = this.#own;
    for (let c = 0; c < this.#n; c++) p *= this.#passed[2 * c + ((phase >> c) & 1)] ?? NaN;
    return p;
  }

  /** Notes the number of the vector of each subset of the children in this phase; returns how many subsets there are. */
  #placeSets(phase: number): number {
    const places = this.#places;
    let size = 1;
    for (let c = 0, power = 1; c < this.#n; c++, power *= 3, size *= 2) {
      const digit = (1 + ((phase >> c) & 1)) * power;
      for (let set = 0; set < size; set++) places[size + set] = (places[set] ?? 0) + digit;
    }
    return size;
  }
}

// Room to work in, not state: each sum fills both anew.
const fathers = new ParentSide();
const mothers = new ParentSide();
