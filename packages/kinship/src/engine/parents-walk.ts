import { countTransmissions, isFounder, trimFamily, type Frame } from '../pedigree/frame.ts';
import { ordered, type Evidence } from './evidence.ts';
import { oneDraw } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import { UrnSum } from './urn-sum.ts';

export interface ParentsInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
}

/** A founder whose alleles are walked through: what fits, or one allele where a single one is passed on and nothing is seen. */
interface Walked {
  readonly person: number;
  readonly states: Evidence;
}

/** A typed child of founders; `single`: the side on which it has the only allele that an untyped founder passed on, -1 for none. */
interface Child {
  readonly person: number;
  readonly father: number;
  readonly mother: number;
  readonly single: 0 | 1 | -1;
}

interface Plan {
  readonly walked: readonly Walked[];
  readonly children: readonly Child[];
  /** How many alleles of founders with a single transmission wait for the urn. */
  readonly draws: number;
  readonly cost: number;
}

/** About what one state of all parents takes beside its children and draws, and what a child does, in multiplications. */
const stateCost = 60;
const childCost = 15;

/** About how many multiplications `sumOverParents` takes; Infinity where somebody typed has grandparents in the family, or a founder is inbred. */
export function parentsCost(input: ParentsInput): number {
  return planOf(input)?.cost ?? Infinity;
}

/**
 * P(evidence) with theta of families of two generations: the genotypes of the parents are walked through, and given them each child is
 * a number, whatever is seen of it, or, where its other parent passed on nothing else, a vector over that parent's allele; those
 * alleles are summed over the urn (`UrnSum`). The children's phases are not walked through, so any number of siblings
 * takes hardly more than two. Null where a plain number could underflow, or the family is of another kind.
 */
export function sumOverParents(input: ParentsInput): number | null {
  const plan = planOf(input);
  if (plan === null) return null;
  const total = new ParentsWalk(plan, input).run();
  return total > 1e-250 ? total : null;
}

function planOf({ frame, locus, evidence }: ParentsInput): Plan | null {
  const { k } = locus;
  const typed = evidence.map((seen) => seen !== null);
  const lineage = trimFamily(frame, { typed, target: -1, mutates: true });
  const { needed, father, mother } = lineage;
  const passed = countTransmissions(lineage);
  const people = frame.ids.map((_, i) => i).filter((i) => needed[i] === 1);
  if (people.some((i) => (frame.inbreeding[i] ?? 0) > 0 || (!isFounder(lineage, i) && (passed[i] !== 0 || typed[i] !== true)))) return null;
  const isSingle = (i: number): boolean => i >= 0 && typed[i] !== true && passed[i] === 1;
  const waiting = new Set<number>();
  const children = people.filter((i) => !isFounder(lineage, i)).map((person): Child => {
    const [f, m] = [father[person] ?? -1, mother[person] ?? -1];
    // Of two founders who passed on this one allele only, one waits and the other's allele is walked through.
    const single = isSingle(m) ? 1 : isSingle(f) ? 0 : -1;
    if (single >= 0) waiting.add(single === 1 ? m : f);
    return { person, father: f, mother: m, single };
  });
  const walked = people.filter((i) => isFounder(lineage, i) && !waiting.has(i)).map((person): Walked => ({ person, states: evidence[person] ?? everything(k, frame.haploid[person] === 1 || isSingle(person) ? 1 : 2) }));
  // Those of whom something is seen have few states: they come first.
  walked.sort((a, b) => a.states.first.length - b.states.first.length);
  const states = walked.reduce((n, w) => n * w.states.first.length, 1);
  const draws = waiting.size;
  const urn = draws === 0 ? 0 : 2 * 3 ** draws + 2 * 2 ** draws * k + draws * 2 * k;
  const tables = children.reduce((n, { person }) => n + 2 * (evidence[person]?.first.length ?? 0) * k * k, 0);
  return { walked, children, draws, cost: states * (stateCost + childCost * children.length + urn) + tables };
}

/** All genotypes, or all single alleles. */
function everything(k: number, alleles: 1 | 2): Evidence {
  if (alleles === 1) return { first: Int32Array.from({ length: k }, (_, a) => a), second: new Int32Array(k).fill(-1), weight: new Float64Array(k).fill(1) };
  const pairs = Array.from({ length: k }, (_, b) => Array.from({ length: b + 1 }, (_x, a) => [a, b] as const)).flat();
  return { first: Int32Array.from(pairs, ([a]) => a), second: Int32Array.from(pairs, ([, b]) => b), weight: new Float64Array(pairs.length).fill(1) };
}

class ParentsWalk {
  readonly #plan: Plan;
  readonly #k: number;
  readonly #urn: UrnSum;
  /** By child: P(what is seen | father's allele, mother's allele), the waiting side inside; of a child with one allele by the mother's alone. */
  readonly #tables: readonly Float64Array[];
  /** By child with a waiting allele: its vector. */
  readonly #vectors: readonly Float64Array[];
  /** By person: the two alleles at hand; the second is -1 where there is one. */
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  #total = 0;

  constructor(plan: Plan, { frame, locus, evidence, theta }: ParentsInput) {
    this.#plan = plan;
    this.#k = locus.k;
    this.#urn = new UrnSum({ founders: Array.from({ length: plan.draws }, () => oneDraw(true, { asksFirst: false, asksSecond: false })), target: null }, locus, theta);
    this.#tables = plan.children.map((child) => tableOf(child, evidence[child.person] ?? null, locus));
    this.#vectors = plan.children.map(({ single }) => new Float64Array(single < 0 ? 0 : locus.k));
    let draw = 0;
    plan.children.forEach(({ single }, c) => {
      if (single >= 0) this.#urn.show(draw++, 0, this.#vectors[c] ?? new Float64Array(0));
    });
    this.#first = new Int32Array(frame.ids.length);
    this.#second = new Int32Array(frame.ids.length);
  }

  run(): number {
    this.#visit(0, 1);
    return this.#total;
  }

  #visit(at: number, weight: number): void {
    const walked = this.#plan.walked[at];
    if (walked === undefined) {
      this.#leaf(weight);
      return;
    }
    const { person, states } = walked;
    for (let s = 0; s < states.first.length; s++) {
      const a = states.first[s] ?? -1;
      const b = states.second[s] ?? -1;
      this.#first[person] = a;
      this.#second[person] = b;
      let p = weight * (states.weight[s] ?? NaN) * this.#urn.take(a);
      if (b >= 0) p *= this.#urn.take(b) * (a === b ? 1 : 2);
      if (p > 0) this.#visit(at + 1, p);
      this.#urn.putBack(a);
      if (b >= 0) this.#urn.putBack(b);
    }
  }

  #leaf(weight: number): void {
    const { children, draws } = this.#plan;
    let p = weight;
    for (let c = 0; c < children.length; c++) {
      const child = children[c];
      const table = this.#tables[c];
      if (child === undefined || table === undefined) continue;
      if (child.single < 0) {
        p *= this.#numberOf(child, table);
        if (p === 0) return;
      } else this.#fill(this.#vectors[c] ?? table, child, table);
    }
    this.#total += draws === 0 ? p : p * this.#urn.sum();
  }

  /** P(what is seen of a child | its parents). */
  #numberOf({ father, mother }: Child, table: Float64Array): number {
    const k = this.#k;
    const [c, d] = [this.#first[mother] ?? -1, this.#second[mother] ?? -1];
    const from = (row: number): number => (d < 0 ? (table[row + c] ?? NaN) : 0.5 * ((table[row + c] ?? NaN) + (table[row + d] ?? NaN)));
    if (father < 0) return from(0);
    const [a, b] = [this.#first[father] ?? -1, this.#second[father] ?? -1];
    return b < 0 ? from(a * k) : 0.5 * (from(a * k) + from(b * k));
  }

  /** P(what is seen of a child | the walked parent, allele of the waiting one), by the latter. */
  #fill(out: Float64Array, { father, mother, single }: Child, table: Float64Array): void {
    const k = this.#k;
    const other = single === 1 ? father : mother;
    if (other < 0) {
      out.set(table.subarray(0, k));
      return;
    }
    const [a, b] = [this.#first[other] ?? -1, this.#second[other] ?? -1];
    const [step, jump] = single === 1 ? [1, k] : [k, 1];
    for (let u = 0; u < k; u++) {
      const one = table[a * jump + u * step] ?? NaN;
      out[u] = b < 0 ? one : 0.5 * (one + (table[b * jump + u * step] ?? NaN));
    }
  }
}

/** P(what is seen of a child | father's transmitted from u, mother's from v) at [u * K + v]; of a child with one allele at [v]. */
function tableOf({ father }: Child, seen: Evidence | null, locus: Locus): Float64Array {
  const { k } = locus;
  const mothers = pathMatrix(locus, 'f');
  if (seen === null) return new Float64Array(0);
  const out = new Float64Array(father < 0 ? k : k * k);
  if (father < 0) {
    seen.first.forEach((c, s) => {
      for (let v = 0; v < k; v++) out[v] = (out[v] ?? NaN) + (seen.weight[s] ?? NaN) * (mothers[c * k + v] ?? NaN);
    });
    return out;
  }
  const fathers = pathMatrix(locus, 'm');
  const { first, second, weight } = ordered(seen);
  first.forEach((x, s) => {
    const y = second[s] ?? -1;
    for (let u = 0; u < k; u++) {
      const w = (weight[s] ?? NaN) * (fathers[x * k + u] ?? NaN);
      if (w === 0) continue;
      for (let v = 0; v < k; v++) out[u * k + v] = (out[u * k + v] ?? NaN) + w * (mothers[y * k + v] ?? NaN);
    }
  });
  return out;
}
