import { tooComplex } from '../kinship-error.ts';
import { childrenFirst, countTransmissions, isFounder, trimFamily, type Frame, type Lineage } from '../pedigree/frame.ts';
import { costLimit } from './eliminate.ts';
import { ordered, type Evidence } from './evidence.ts';
import { splitEvidence, type Option } from './split-evidence.ts';
import { AskedLines, type LineEnd, type OpenDraw } from './asked-lines.ts';
import { oneDraw } from './layout.ts';
import type { Locus } from './locus.ts';
import { UrnSum } from './urn-sum.ts';
import { VectorNumbers } from './vector-numbers.ts';

interface VectorInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  /** The person asked for, -1 for nobody. */
  readonly target: number;
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
const leafCost = 2000;
const leavesOfSet = 6;

/** About how many multiplications `sumByVectors` takes; Infinity where it cannot be asked: X, inbred founders. */
export function vectorCost(input: VectorInput): number {
  const plan = planOf(input);
  if (plan === null) return Infinity;
  const { k } = input.locus;
  const asked = input.target < 0 ? 0 : 2 ** plan.draws * k * k;
  return plan.leaves * leafCost + Math.max(Math.min(plan.leaves, 1000), plan.leaves / leavesOfSet) * (setCost(plan.draws, k) + asked) + (input.target < 0 ? 0 : linePairs * k ** 3);
}

const setCost = (draws: number, k: number): number => 3 ** draws + 3 * 2 ** draws * k;

/** About how many pairs of lines a family has, each led down by itself. */
const linePairs = 10;

function planOf({ frame, locus, evidence, target }: VectorInput): Plan | null {
  const typed = evidence.map((seen) => seen !== null);
  const lineage = trimFamily(frame, { typed, target, mutates: true });
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
 * P(evidence), with theta or without, for families in which many untyped people pass on alleles and no alleles can be joined: given who
 * passed on which allele, what is seen of a founder allele u is a vector over u, and the likelihood depends only on which vectors the
 * founder alleles show, in any order. These sets of vectors repeat: each is summed over the urn once (`UrnSum`) and looked up at
 * every further leaf. Null where a plain number could underflow, or the family is beyond this way.
 * With a target: P(evidence, first allele x, second allele y) at [x * K + y] (`AskedLines`).
 * @throws KinshipError kinship.too_complex
 */
export function sumByVectors(input: VectorInput): Float64Array | null {
  const plan = planOf(input);
  if (plan === null) return null;
  const out = new VectorWalk(plan, input).run();
  return out.some((p) => p > 1e-250) ? out : null;
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
  readonly #numbers: VectorNumbers;
  readonly #asked: AskedLines | null;
  /** Number of the line that runs through each allele, 0 for none. */
  readonly #lines: Int32Array;
  #ends: LineEnd[] = [];
  readonly #sums = new Map<string, number>();
  /** Urns by how many founder alleles show something and are asked for, the typed founders taken out, with their probability. */
  readonly #urns = new Map<string, { readonly urn: UrnSum; readonly typed: number }>();
  readonly #typedFounders: readonly number[];
  #total = 0;
  #spent = 0;

  constructor(plan: Plan, input: VectorInput) {
    const { lineage, order } = plan;
    const people = lineage.needed.length;
    this.#plan = plan;
    this.#input = input;
    this.#k = input.locus.k;
    this.#numbers = new VectorNumbers(input.locus);
    this.#asked = input.target < 0 ? null : new AskedLines(this.#numbers, input.locus);
    this.#lines = new Int32Array(2 * people);
    this.#passed = new Uint8Array(2 * people);
    this.#allele = new Int32Array(2 * people).fill(-1);
    this.#below = new Int32Array(2 * people);
    this.#seen = new Int32Array(2 * people);
    this.#options = plan.unsure.map(({ person, options }) => ({ person, pairs: options.map(({ first, second }) => [this.#numbers.add(first), this.#numbers.add(second)] as const) }));
    this.#isTyped = Uint8Array.from(input.evidence, (seen) => (seen?.first.length === 1 ? 1 : 0));
    this.#founder = Uint8Array.from({ length: people }, (_, i) => (isFounder(lineage, i) ? 1 : 0));
    this.#typedFounders = order.filter((i) => this.#founder[i] === 1 && this.#isTyped[i] === 1);
    for (const i of this.#typedFounders) {
      this.#allele[2 * i] = input.evidence[i]?.first[0] ?? -1;
      this.#allele[2 * i + 1] = input.evidence[i]?.second[0] ?? -1;
    }
  }

  run(): Float64Array {
    this.#choose(0, 1 / 2 ** this.#plan.choices.length);
    if (this.#asked === null) return Float64Array.of(this.#total);
    this.#spend(this.#asked.count * (setCost(this.#plan.draws, this.#k) + 2 ** this.#plan.draws * this.#k ** 2));
    return this.#asked.sum((seen, open) => this.#urnOf(seen, open));
  }

  #spend(multiplications: number): void {
    this.#spent += multiplications;
    if (this.#spent > costLimit) throw tooComplex(this.#spent);
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
    const { lineage, order } = this.#plan;
    const { father, mother } = lineage;
    const below = this.#below;
    const lines = this.#lines;
    this.#spend(leafCost);
    below.set(this.#seen);
    const asked = this.#asked;
    if (asked !== null) {
      this.#ends = [];
      lines.fill(0);
      lines[2 * this.#input.target] = AskedLines.first;
      lines[2 * this.#input.target + 1] = AskedLines.second;
    }
    let p = weight;
    for (const i of order) {
      if (this.#founder[i] === 1) continue;
      for (let side = 0; side < 2; side++) {
        const node = 2 * i + side;
        const line = lines[node] ?? 0;
        if (this.#isTyped[i] !== 1 && below[node] === 0 && line === 0) continue;
        const parent = (side === 0 ? father : mother)[i] ?? -1;
        if (asked !== null && line > 0) {
          this.#follow(asked.up(line, { below: below[node] ?? 0, side }), { parent, node });
          continue;
        }
        const own = this.#allele[node] ?? -1;
        const message = own >= 0 ? this.#numbers.ofAllele(own, side) : this.#numbers.ofBelow(below[node] ?? 0, side);
        if (this.#isTyped[parent] === 1) {
          const vector = this.#numbers.at(message);
          p *= 0.5 * ((vector[this.#allele[2 * parent] ?? -1] ?? NaN) + (vector[this.#allele[2 * parent + 1] ?? -1] ?? NaN));
        } else {
          const up = 2 * parent + (this.#passed[node] ?? 0);
          below[up] = this.#numbers.product(below[up] ?? 0, message);
        }
      }
      if (p === 0) return;
    }
    this.#atFounders(p);
  }

  /** A line from an allele of the person asked for reaches a parent. */
  #follow(line: number, to: { readonly parent: number; readonly node: number }): void {
    const asked = this.#asked;
    if (asked === null) return;
    if (this.#isTyped[to.parent] === 1) {
      this.#ends.push({ line: asked.known(line, this.#allele[2 * to.parent] ?? -1, this.#allele[2 * to.parent + 1] ?? -1), beside: -1 });
      return;
    }
    const up = 2 * to.parent + (this.#passed[to.node] ?? 0);
    const there = this.#lines[up] ?? 0;
    this.#lines[up] = there === 0 ? line : asked.meet(there, line);
  }

  #atFounders(p: number): void {
    const shown: number[] = [];
    for (const i of this.#plan.order) {
      if (this.#founder[i] !== 1 || this.#isTyped[i] === 1) continue;
      for (let node = 2 * i; node < 2 * i + 2; node++) {
        const seen = this.#below[node] ?? 0;
        const line = this.#lines[node] ?? 0;
        if (line > 0) this.#ends.push({ line, beside: seen });
        else if (seen > 0) shown.push(seen);
      }
    }
    shown.sort((a, b) => a - b);
    if (this.#asked !== null) this.#asked.add(this.#ends, shown, p);
    else this.#total += p * this.#sumOf(shown);
  }

  #sumOf(shown: readonly number[]): number {
    const key = shown.join();
    const known = this.#sums.get(key);
    if (known !== undefined) return known;
    this.#spend(setCost(shown.length, this.#k));
    const { urn, typed } = this.#urnOf(shown.length, []);
    shown.forEach((number, d) => {
      urn.show(d, 0, this.#numbers.at(number));
    });
    const sum = typed * urn.sum();
    this.#sums.set(key, sum);
    return sum;
  }

  #urnOf(seen: number, open: readonly OpenDraw[]): { readonly urn: UrnSum; readonly typed: number } {
    const key = `${String(seen)} ${open.map((o) => `${String(o.isSeen)}${String(o.asksFirst)}${String(o.asksSecond)}`).join()}`;
    const known = this.#urns.get(key);
    if (known !== undefined) return known;
    const founders = [...Array.from({ length: seen }, () => oneDraw(true, { asksFirst: false, asksSecond: false })), ...open.map((o) => oneDraw(o.isSeen, o))];
    const urn = new UrnSum({ founders, target: this.#asked }, this.#input.locus, this.#input.theta);
    let typed = 1;
    for (const i of this.#typedFounders) {
      const [a, b] = [this.#allele[2 * i] ?? -1, this.#allele[2 * i + 1] ?? -1];
      typed *= urn.take(a) * urn.take(b) * (a === b ? 1 : 2) * (this.#input.evidence[i]?.weight[0] ?? NaN);
    }
    const made = { urn, typed };
    this.#urns.set(key, made);
    return made;
  }
}
