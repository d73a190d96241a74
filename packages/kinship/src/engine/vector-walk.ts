import { tooComplex } from '../kinship-error.ts';
import { childrenFirst, countTransmissions, isFounder, trimFamily, type Frame, type Lineage } from '../pedigree/frame.ts';
import { costLimit } from './eliminate.ts';
import { ordered, type Evidence } from './evidence.ts';
import { splitEvidence, type Option } from './split-evidence.ts';
import { oneDraw } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import { UrnSum } from './urn-sum.ts';

interface VectorInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
}

/** What is walked through: which allele each parent whose genotype is not sure passed on, which allele of one that is sure is the paternal one, and the terms of one that is not. */
interface Plan {
  readonly lineage: Lineage;
  /** People, children before parents. */
  readonly order: readonly number[];
  /** Transmissions of parents without a sure genotype that may be of either allele; a founder's first is fixed, because its alleles are exchangeable. */
  readonly choices: readonly { readonly child: number; readonly side: 0 | 1 }[];
  readonly phased: readonly { readonly person: number; readonly states: { readonly first: Int32Array; readonly second: Int32Array; readonly weight: Float64Array } }[];
  /** People of whom several genotypes fit (alleles dropped out, or one known allele): the evidence as a sum of products. */
  readonly unsure: readonly { readonly person: number; readonly options: readonly Option[] }[];
  readonly leaves: number;
  readonly draws: number;
}

/** About what one leaf takes, in multiplications, and how many leaves show the same set of vectors. */
const leafCost = 600;
const leavesOfSet = 6;

/** About how many multiplications `sumByVectors` takes; Infinity where it cannot be asked: X, inbred founders. */
export function vectorCost(input: VectorInput): number {
  const plan = planOf(input);
  if (plan === null) return Infinity;
  return plan.leaves * leafCost + Math.max(Math.min(plan.leaves, 1000), plan.leaves / leavesOfSet) * setCost(plan.draws, input.locus.k);
}

const setCost = (draws: number, k: number): number => 3 ** draws + 3 * 2 ** draws * k;

function planOf({ frame, locus, evidence }: VectorInput): Plan | null {
  const typed = evidence.map((seen) => seen !== null);
  const lineage = trimFamily(frame, { typed, target: -1, mutates: true });
  const { father, mother } = lineage;
  const order = childrenFirst(lineage);
  if (order.some((i) => frame.haploid[i] === 1 || (frame.inbreeding[i] ?? 0) > 0)) return null;
  const isSure = (i: number): boolean => evidence[i]?.first.length === 1;
  const passed = countTransmissions(lineage);
  const bound = new Set<number>();
  const choices: { child: number; side: 0 | 1 }[] = [];
  let draws = 0;
  for (const i of order) {
    if (isFounder(lineage, i)) {
      if (!isSure(i)) draws += typed[i] === true ? 2 : Math.min(2, passed[i] ?? 0);
      continue;
    }
    for (const side of [0, 1] as const) {
      const parent = (side === 0 ? father : mother)[i] ?? -1;
      if (isSure(parent)) continue;
      if (isFounder(lineage, parent) && !bound.has(parent)) bound.add(parent);
      else choices.push({ child: i, side });
    }
  }
  const phased = order.filter((i) => isSure(i) && !isFounder(lineage, i)).map((person) => ({ person, states: ordered(evidence[person] ?? nothing) }));
  const unsure = order.filter((i) => typed[i] === true && !isSure(i)).map((person) => ({ person, options: splitEvidence(evidence[person] ?? nothing, locus.k) }));
  const leaves = phased.reduce((n, { states }) => n * states.first.length, 2 ** choices.length) * unsure.reduce((n, { options }) => n * options.length, 1);
  return { lineage, order, choices, phased, unsure, leaves, draws };
}

const nothing: Evidence = { first: new Int32Array(0), second: new Int32Array(0), weight: new Float64Array(0) };

/**
 * P(evidence) with theta, for families in which many untyped people pass on alleles and no alleles can be joined: given who
 * passed on which allele, what is seen of a founder allele u is a vector over u, and the likelihood depends only on which vectors the
 * founder alleles show, in any order. These sets of vectors repeat: each is summed over the urn once (`UrnSum`) and looked up at
 * every further leaf. Null where a plain number could underflow, or the family is beyond this way.
 * @throws KinshipError kinship.too_complex
 */
export function sumByVectors(input: VectorInput): number | null {
  const plan = planOf(input);
  if (plan === null) return null;
  const total = new VectorWalk(plan, input).run();
  return total > 1e-250 ? total : null;
}

class VectorWalk {
  readonly #plan: Plan;
  readonly #input: VectorInput;
  readonly #k: number;
  /** 1 where the maternal allele of the parent was passed on, by 2 * child + side. */
  readonly #passed: Uint8Array;
  readonly #allele: Int32Array;
  readonly #isTyped: Uint8Array;
  readonly #founder: Uint8Array;
  /** What is seen below each allele: number of a vector, 0 for nothing; where a leaf begins: of people of whom several genotypes fit. */
  readonly #below: Int32Array;
  readonly #seen: Int32Array;
  /** Numbers of the vectors of each option. */
  readonly #options: readonly { readonly person: number; readonly pairs: readonly (readonly [number, number])[] }[];
  /** Vectors by number, and their numbers by what they were made of. */
  readonly #vectors: Float64Array[] = [new Float64Array(0)];
  readonly #numbers = new Map<number, number>();
  readonly #sums = new Map<string, number>();
  /** Urns by how many founder alleles show something, the typed founders taken out, with their probability. */
  readonly #urns = new Map<number, { readonly urn: UrnSum; readonly typed: number }>();
  readonly #typedFounders: readonly number[];
  #total = 0;
  #spent = 0;

  constructor(plan: Plan, input: VectorInput) {
    const { lineage, order } = plan;
    const people = lineage.needed.length;
    this.#plan = plan;
    this.#input = input;
    this.#k = input.locus.k;
    this.#passed = new Uint8Array(2 * people);
    this.#allele = new Int32Array(2 * people).fill(-1);
    this.#below = new Int32Array(2 * people);
    this.#seen = new Int32Array(2 * people);
    this.#options = plan.unsure.map(({ person, options }) => ({ person, pairs: options.map(({ first, second }) => [this.#vectors.push(first) - 1, this.#vectors.push(second) - 1] as const) }));
    this.#isTyped = Uint8Array.from(input.evidence, (seen) => (seen?.first.length === 1 ? 1 : 0));
    this.#founder = Uint8Array.from({ length: people }, (_, i) => (isFounder(lineage, i) ? 1 : 0));
    this.#typedFounders = order.filter((i) => this.#founder[i] === 1 && this.#isTyped[i] === 1);
    for (const i of this.#typedFounders) {
      this.#allele[2 * i] = input.evidence[i]?.first[0] ?? -1;
      this.#allele[2 * i + 1] = input.evidence[i]?.second[0] ?? -1;
    }
  }

  run(): number {
    this.#choose(0, 1 / 2 ** this.#plan.choices.length);
    return this.#total;
  }

  #choose(at: number, weight: number): void {
    const choice = this.#plan.choices[at];
    if (choice === undefined) {
      this.#phase(0, weight);
      return;
    }
    for (const side of [0, 1]) {
      this.#passed[2 * choice.child + choice.side] = side;
      this.#choose(at + 1, weight);
    }
  }

  #phase(at: number, weight: number): void {
    const one = this.#plan.phased[at];
    if (one === undefined) {
      this.#option(0, weight);
      return;
    }
    const { person, states } = one;
    for (let s = 0; s < states.first.length; s++) {
      this.#allele[2 * person] = states.first[s] ?? -1;
      this.#allele[2 * person + 1] = states.second[s] ?? -1;
      this.#phase(at + 1, weight * (states.weight[s] ?? NaN));
    }
  }

  #option(at: number, weight: number): void {
    const one = this.#options[at];
    if (one === undefined) {
      this.#leaf(weight);
      return;
    }
    for (const [first, second] of one.pairs) {
      this.#seen[2 * one.person] = first;
      this.#seen[2 * one.person + 1] = second;
      this.#option(at + 1, weight);
    }
  }

  /** Carries what is seen up to the founders' alleles, and looks up the sum over them. */
  #leaf(weight: number): void {
    const { father, mother } = this.#plan.lineage;
    const below = this.#below;
    this.#spent += leafCost;
    below.set(this.#seen);
    let p = weight;
    for (const i of this.#plan.order) {
      if (this.#founder[i] === 1) continue;
      for (let side = 0; side < 2; side++) {
        const node = 2 * i + side;
        if (this.#isTyped[i] !== 1 && below[node] === 0) continue;
        const message = this.#messageOf(node, side);
        const parent = (side === 0 ? father : mother)[i] ?? -1;
        if (this.#isTyped[parent] === 1) {
          const vector = this.#vectors[message];
          p *= 0.5 * ((vector?.[this.#allele[2 * parent] ?? -1] ?? NaN) + (vector?.[this.#allele[2 * parent + 1] ?? -1] ?? NaN));
        } else {
          const up = 2 * parent + (this.#passed[node] ?? 0);
          below[up] = this.#product(below[up] ?? 0, message);
        }
      }
      if (p === 0) return;
    }
    this.#total += p * this.#sumOfFounders();
  }

  /** P(what is seen below a node | allele u of the parent who passed it on), as the number of a vector. */
  #messageOf(node: number, side: number): number {
    const typed = this.#allele[node] ?? -1;
    const own = typed >= 0 ? typed : (this.#below[node] ?? 0);
    const key = ((typed >= 0 ? 0 : 2) + side) * 2 ** 40 + own;
    return this.#numbered(key, () => {
      const k = this.#k;
      const matrix = pathMatrix(this.#input.locus, side === 0 ? 'm' : 'f');
      if (typed >= 0) return matrix.slice(own * k, (own + 1) * k);
      const seen = this.#vectors[own];
      const out = new Float64Array(k);
      for (let c = 0; c < k; c++) for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + (seen?.[c] ?? NaN) * (matrix[c * k + u] ?? NaN);
      return out;
    });
  }

  #product(one: number, other: number): number {
    if (one === 0) return other;
    const [a, b] = one < other ? [one, other] : [other, one];
    return this.#numbered(2 ** 43 + a * 2 ** 20 + b, () => (this.#vectors[a] ?? this.#vectors[0] ?? new Float64Array(0)).map((x, u) => x * (this.#vectors[b]?.[u] ?? NaN)));
  }

  #numbered(key: number, make: () => Float64Array): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = this.#vectors.push(make()) - 1;
    this.#numbers.set(key, made);
    return made;
  }

  #sumOfFounders(): number {
    const shown: number[] = [];
    for (const i of this.#plan.order) {
      if (this.#founder[i] !== 1 || this.#isTyped[i] === 1) continue;
      for (const node of [2 * i, 2 * i + 1]) if ((this.#below[node] ?? 0) > 0) shown.push(this.#below[node] ?? 0);
    }
    shown.sort((a, b) => a - b);
    const key = shown.join();
    const known = this.#sums.get(key);
    if (known !== undefined) return known;
    this.#spent += setCost(shown.length, this.#k);
    if (this.#spent > costLimit) throw tooComplex(this.#spent);
    const { urn, typed } = this.#urnOf(shown.length);
    shown.forEach((number, d) => {
      urn.show(d, 0, this.#vectors[number] ?? new Float64Array(0));
    });
    const sum = typed * urn.sum();
    this.#sums.set(key, sum);
    return sum;
  }

  #urnOf(draws: number): { readonly urn: UrnSum; readonly typed: number } {
    const known = this.#urns.get(draws);
    if (known !== undefined) return known;
    const founders = Array.from({ length: draws }, () => oneDraw(true, { asksFirst: false, asksSecond: false }));
    const urn = new UrnSum({ founders, target: null }, this.#input.locus, this.#input.theta);
    let typed = 1;
    for (const i of this.#typedFounders) {
      const [a, b] = [this.#allele[2 * i] ?? -1, this.#allele[2 * i + 1] ?? -1];
      typed *= urn.take(a) * urn.take(b) * (a === b ? 1 : 2) * (this.#input.evidence[i]?.weight[0] ?? NaN);
    }
    const made = { urn, typed };
    this.#urns.set(draws, made);
    return made;
  }
}
