import { ordered, type Evidence } from './evidence.ts';
import { oneDraw } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import { ParentsAsked } from './parents-asked.ts';
import { planParents, type Child, type ParentsInput, type ParentsPlan } from './parents-plan.ts';
import { UrnSum } from './urn-sum.ts';

/**
 * P(evidence) of families of two generations: the genotypes of the parents are walked through, and given them each child is
 * a number, whatever is seen of it, or, where its other parent passed on nothing else, a vector over that parent's allele; those
 * alleles are summed over the urn (`UrnSum`), and so are those of people without relatives of whom much may be true. The children's
 * phases are not walked through, so any number of siblings takes hardly more than two.
 * With a target, a child of the family or a stranger to it: P(evidence, first allele x, second allele y) at [x * K + y].
 * Null where a plain number could underflow, or the family is of another kind.
 */
export function sumOverParents(input: ParentsInput): Float64Array | null {
  const plan = planParents(input);
  if (plan === null) return null;
  const out = new ParentsWalk(plan, input).run();
  return out.some((p) => p > 1e-250) ? out : null;
}

class ParentsWalk {
  readonly #plan: ParentsPlan;
  readonly #input: ParentsInput;
  readonly #k: number;
  readonly #urn: UrnSum;
  readonly #asked: ParentsAsked | null;
  /** The asked person is a stranger, and no draw of somebody else waits. */
  readonly #isApart: boolean;
  /** By child: P(what is seen | father's allele, mother's allele), the waiting side inside; of a child with one allele by the mother's alone. */
  readonly #tables: readonly Float64Array[];
  /** By child with a waiting allele: its vector. */
  readonly #vectors: readonly Float64Array[];
  /** By person: the two alleles at hand; the second is -1 where there is one. */
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  /** The alleles taken out of the urn. */
  readonly #taken: number[] = [];
  #total = 0;

  constructor(plan: ParentsPlan, input: ParentsInput) {
    const { frame, locus, evidence, theta } = input;
    this.#plan = plan;
    this.#input = input;
    this.#k = locus.k;
    const { asked } = plan;
    const seen = Array.from({ length: plan.waiting + 2 * plan.alone.length }, () => oneDraw(true, { asksFirst: false, asksSecond: false }));
    const open = asked === null ? [] : [...(asked.first.walked < 0 ? [oneDraw(false, { asksFirst: true, asksSecond: false })] : []), ...(asked.second.walked < 0 ? [oneDraw(false, { asksFirst: false, asksSecond: true })] : [])];
    this.#isApart = open.length === 2 && seen.length === 0;
    this.#urn = new UrnSum({ founders: [...seen, ...open], target: asked }, locus, theta);
    this.#asked = asked === null ? null : new ParentsAsked(asked, locus.k);
    this.#tables = plan.children.map((child) => tableOf(child, evidence[child.person] ?? null, locus));
    this.#vectors = plan.children.map(({ single }) => new Float64Array(single < 0 ? 0 : locus.k));
    let draw = 0;
    plan.children.forEach(({ single }, c) => {
      if (single >= 0) this.#urn.show(draw++, 0, this.#vectors[c] ?? new Float64Array(0));
    });
    this.#first = new Int32Array(frame.ids.length);
    this.#second = new Int32Array(frame.ids.length);
  }

  run(): Float64Array {
    this.#visit(0, 1);
    if (this.#asked === null) return Float64Array.of(this.#total);
    const { locus, theta } = this.#input;
    if (this.#isApart) {
      const scale = theta > 0 ? (1 - theta) / theta : 1;
      const alleles = this.#plan.walked.reduce((n, { states }) => n + ((states.second[0] ?? -1) < 0 ? 1 : 2), 0);
      this.#asked.closeStrangers({ alpha: locus.freqs.map((p) => p * scale), total: scale + alleles, theta });
    }
    return this.#asked.table(locus);
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
      let p = weight * (states.weight[s] ?? NaN) * this.#take(a);
      if (b >= 0) p *= this.#take(b) * (a === b ? 1 : 2);
      if (p > 0) this.#visit(at + 1, p);
      this.#putBack(a);
      if (b >= 0) this.#putBack(b);
    }
  }

  #take(a: number): number {
    if (this.#isApart) this.#taken.push(a);
    return this.#urn.take(a);
  }

  #putBack(a: number): void {
    if (this.#isApart) this.#taken.pop();
    this.#urn.putBack(a);
  }

  #leaf(weight: number): void {
    const { children } = this.#plan;
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
    this.#asked?.turnTo(this.#first, this.#second);
    this.#drawAlone(0, p);
  }

  /** Goes through the terms of what is seen of people without relatives. */
  #drawAlone(at: number, p: number): void {
    const { waiting, alone } = this.#plan;
    const options = alone[at];
    if (options === undefined) {
      this.#close(p);
      return;
    }
    for (const { first, second } of options) {
      this.#urn.show(waiting + 2 * at, 0, first);
      this.#urn.show(waiting + 2 * at + 1, 0, second);
      this.#drawAlone(at + 1, p);
    }
  }

  #close(p: number): void {
    const { waiting, alone, asked } = this.#plan;
    const isDrawn = waiting > 0 || alone.length > 0;
    if (this.#asked === null) this.#total += isDrawn ? p * this.#urn.sum() : p;
    else if (this.#isApart) this.#asked.addStranger(p, this.#taken);
    else if (isDrawn || asked?.first.walked === -1 || asked?.second.walked === -1) this.#urn.sumAsked(p, this.#asked);
    else this.#asked.addPair(this.#asked.sources.first, this.#asked.sources.second, p);
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
