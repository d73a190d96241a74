import { childrenFirst, isFounder, type Lineage } from '../pedigree/frame.ts';
import { addOuter } from './asked-table.ts';
import { ordered, type Evidence } from './evidence.ts';
import type { InheritedMarker } from './inheritance-table.ts';
import { oneDraw } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import { UrnSum, type AskedSums } from './urn-sum.ts';

/** Which allele a parent passed on: 0 the paternal (or first), 1 the maternal. */
export interface Choice {
  readonly parent: number;
  readonly child: number;
  readonly channel: 'female' | 'male';
  readonly side: 0 | 1;
}

/**
 * How an asked allele depends on an allele u further up: [x * K + u], or for both asked alleles [(x * K + y) * K + u].
 * `closed`: it met a known allele, and there is no u any more ([x], or [x * K + y]).
 */
interface Open {
  readonly asks: 'first' | 'second' | 'both';
  readonly data: Float64Array;
}

/**
 * The alleles of a family at one marker with one origin each: people's alleles are nodes (2 i and 2 i + 1 of person i), and every
 * node but a founder's hangs below one other. What is seen goes up the tree as P(all below | allele u), the founders' alleles
 * are summed at its roots.
 */
export class GeneTree {
  readonly #lineage: Lineage;
  readonly #locus: Locus;
  readonly #theta: number;
  readonly #target: number;
  readonly #k: number;
  /** People whose alleles are followed, children before parents. */
  readonly #order: readonly number[];
  readonly #typed: readonly { readonly person: number; readonly states: { readonly first: Int32Array; readonly second: Int32Array; readonly weight: Float64Array } }[];
  readonly #up: Int32Array;
  readonly #channel: ('f' | 'm')[] = [];
  /** Nodes that bear on what is seen or asked. */
  readonly #live: Uint8Array;
  /** Known allele of a node, -1 where it is not known. */
  readonly #allele: Int32Array;
  readonly #evidence: (Float64Array | null)[];
  readonly #opens: (Open | null)[];
  readonly #room: readonly Float64Array[];
  readonly #identity: Float64Array;
  /** Untyped founders whose two alleles may be one by recent descent. */
  readonly #inbred: readonly number[];

  constructor(lineage: Lineage, { locus, evidence, theta }: InheritedMarker, target: number) {
    this.#lineage = lineage;
    this.#locus = locus;
    this.#theta = theta;
    this.#target = target;
    this.#k = locus.k;
    this.#order = childrenFirst(lineage);
    this.#typed = this.#order.toReversed().flatMap((person) => {
      const seen: Evidence | null = evidence[person] ?? null;
      return seen === null ? [] : [{ person, states: ordered(seen) }];
    });
    const nodes = 2 * lineage.needed.length;
    this.#up = new Int32Array(nodes).fill(-1);
    this.#live = new Uint8Array(nodes);
    this.#allele = new Int32Array(nodes).fill(-1);
    this.#evidence = new Array<Float64Array | null>(nodes).fill(null);
    this.#opens = new Array<Open | null>(nodes).fill(null);
    this.#room = Array.from({ length: nodes }, () => new Float64Array(locus.k));
    this.#identity = identity(locus.k);
    this.#inbred = this.#order.filter((i) => isFounder(lineage, i) && (evidence[i] ?? null) === null && lineage.frame.haploid[i] !== 1 && (lineage.frame.inbreeding[i] ?? 0) > 0);
  }

  /** Hangs every node below the one it comes from. */
  follow(choices: readonly Choice[]): void {
    const { frame, father, mother } = this.#lineage;
    const side = (parent: number, child: number): number => choices.find((c) => c.parent === parent && c.child === child)?.side ?? 0;
    this.#up.fill(-1);
    for (const i of this.#order) {
      const f = father[i] ?? -1;
      const m = mother[i] ?? -1;
      if (f >= 0) this.#hang(2 * i, 2 * f + side(f, i), 'm');
      if (m >= 0) this.#hang(frame.haploid[i] === 1 ? 2 * i : 2 * i + 1, 2 * m + side(m, i), 'f');
    }
    this.#live.fill(0);
    const isHaploid = (i: number): boolean => frame.haploid[i] === 1;
    const mark = (i: number): void => {
      this.#live[2 * i] = 1;
      if (!isHaploid(i)) this.#live[2 * i + 1] = 1;
    };
    for (const { person } of this.#typed) mark(person);
    if (this.#target >= 0) mark(this.#target);
    for (const i of this.#order)
      for (const node of [2 * i, 2 * i + 1]) {
        const up = this.#up[node] ?? -1;
        if (this.#live[node] === 1 && up >= 0) this.#live[up] = 1;
      }
  }

  #hang(node: number, up: number, channel: 'f' | 'm'): void {
    this.#up[node] = up;
    this.#channel[node] = channel;
  }

  /** Adds P(evidence, asked alleles x, y) of the tree as it hangs, at [x * K + y], [x], or [0]. */
  addTo(table: Float64Array): void {
    this.#phase(table, 0, 1);
  }

  #phase(table: Float64Array, at: number, weight: number): void {
    const typed = this.#typed[at];
    if (typed === undefined) {
      this.#climb(table, weight);
      return;
    }
    const { person, states } = typed;
    for (let s = 0; s < states.first.length; s++) {
      this.#allele[2 * person] = states.first[s] ?? -1;
      this.#allele[2 * person + 1] = states.second[s] ?? -1;
      this.#phase(table, at + 1, weight * (states.weight[s] ?? NaN));
    }
    this.#allele[2 * person] = -1;
    this.#allele[2 * person + 1] = -1;
  }

  /** Carries what is seen up to the founders' alleles. */
  #climb(table: Float64Array, weight: number): void {
    const k = this.#k;
    this.#evidence.fill(null);
    this.#opens.fill(null);
    const closed: Open[] = [];
    let p = weight;
    for (const i of this.#order)
      for (const node of [2 * i, 2 * i + 1]) {
        if (this.#live[node] !== 1) continue;
        if (i === this.#target) this.#opens[node] = { asks: node === 2 * i ? 'first' : 'second', data: this.#identity };
        const up = this.#up[node] ?? -1;
        if (up < 0) continue;
        const matrix = pathMatrix(this.#locus, this.#channel[node] ?? '');
        const open = this.#opens[node] ?? null;
        const known = this.#allele[up] ?? -1;
        if (open !== null) {
          const raised = this.#raise(open, this.#evidence[node] ?? null, matrix);
          if (known >= 0) closed.push({ asks: raised.asks, data: columnOf(raised.data, k, known) });
          else this.#opens[up] = join(this.#opens[up] ?? null, raised, k);
          continue;
        }
        const message = this.#messageOf(node, matrix);
        if (known >= 0) p *= message[known] ?? NaN;
        else this.#multiplyAt(up, message);
        if (p === 0) return;
      }
    this.#roots(table, p, closed);
  }

  #messageOf(node: number, matrix: Float64Array): Float64Array {
    const k = this.#k;
    const own = this.#allele[node] ?? -1;
    if (own >= 0) return matrix.subarray(own * k, (own + 1) * k);
    const seen = this.#evidence[node] ?? null;
    const out = new Float64Array(k);
    for (let c = 0; c < k; c++) {
      const w = seen === null ? 1 : (seen[c] ?? NaN);
      if (w === 0) continue;
      for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + w * (matrix[c * k + u] ?? NaN);
    }
    return out;
  }

  #multiplyAt(node: number, message: Float64Array): void {
    const before = this.#evidence[node] ?? null;
    const room = this.#room[node];
    if (room === undefined) return;
    if (before === null) room.set(message);
    else for (let u = 0; u < room.length; u++) room[u] = (before[u] ?? NaN) * (message[u] ?? NaN);
    this.#evidence[node] = room;
  }

  /** An open table one transmission further up, with the evidence at the node it leaves. */
  #raise({ asks, data }: Open, seen: Float64Array | null, matrix: Float64Array): Open {
    const k = this.#k;
    const out = new Float64Array(data.length);
    for (let row = 0; row < data.length; row += k)
      for (let w = 0; w < k; w++) {
        const p = (data[row + w] ?? NaN) * (seen === null ? 1 : (seen[w] ?? NaN));
        if (p === 0) continue;
        for (let u = 0; u < k; u++) out[row + u] = (out[row + u] ?? NaN) + p * (matrix[w * k + u] ?? NaN);
      }
    return { asks, data: out };
  }

  /** The founders: the typed are taken out of the urn one by one, the alleles of the others are summed over. */
  #roots(table: Float64Array, weight: number, closed: readonly Open[]): void {
    const founders = this.#order.filter((i) => isFounder(this.#lineage, i));
    const merge = (at: number, p: number): void => {
      const i = this.#inbred[at];
      if (i === undefined) {
        this.#take(founders.filter((f) => (this.#allele[2 * f] ?? -1) >= 0), { table, weight: p, closed, untyped: founders.flatMap((f) => [2 * f, 2 * f + 1]).filter((node) => this.#live[node] === 1 && (this.#allele[node] ?? -1) < 0) });
        return;
      }
      const f = this.#lineage.frame.inbreeding[i] ?? 0;
      const [one, other] = [2 * i, 2 * i + 1];
      if (this.#live[one] !== 1 || this.#live[other] !== 1) {
        merge(at + 1, p);
        return;
      }
      merge(at + 1, p * (1 - f));
      const before = { seen: this.#evidence[one] ?? null, open: this.#opens[one] ?? null };
      const [seen, open] = [this.#evidence[other] ?? null, this.#opens[other] ?? null];
      this.#evidence[one] = before.seen === null ? seen : seen === null ? before.seen : before.seen.map((x, u) => x * (seen[u] ?? NaN));
      this.#opens[one] = open === null ? before.open : join(before.open, open, this.#k);
      this.#live[other] = 0;
      merge(at + 1, p * f);
      this.#live[other] = 1;
      this.#evidence[one] = before.seen;
      this.#opens[one] = before.open;
    };
    merge(0, weight);
  }

  #take(typed: readonly number[], sum: { readonly table: Float64Array; readonly weight: number; readonly closed: readonly Open[]; readonly untyped: readonly number[] }): void {
    const { frame } = this.#lineage;
    const asks = new Asks(sum.untyped.map((node) => this.#opens[node] ?? null), sum.closed, this.#k);
    const urn = new UrnSum({ founders: sum.untyped.map((node, d) => oneDraw(this.#evidence[node] !== null, asks.of(d))), target: this.#target < 0 ? null : asks.target }, this.#locus, this.#theta);
    sum.untyped.forEach((node, d) => {
      const seen = this.#evidence[node] ?? null;
      if (seen !== null) urn.show(d, 0, seen);
    });
    const draw = (at: number, p: number): void => {
      const i = typed[at];
      if (i === undefined) {
        if (this.#target < 0) sum.table[0] = (sum.table[0] ?? NaN) + p * urn.sum();
        else urn.sumAsked(p, asks);
        return;
      }
      const [a, b] = [this.#allele[2 * i] ?? -1, this.#allele[2 * i + 1] ?? -1];
      const f = b < 0 ? 1 : (frame.inbreeding[i] ?? 0);
      const take = (alleles: readonly number[], share: number): void => {
        let q = p * share;
        for (const x of alleles) q *= urn.take(x);
        if (q > 0) draw(at + 1, q);
        for (const x of alleles) urn.putBack(x);
      };
      if (b < 0 || (f > 0 && a === b)) take([a], f);
      if (b >= 0) take([a, b], 1 - f);
    };
    draw(0, sum.weight);
    if (this.#target >= 0) asks.addTo(sum.table);
  }
}

/** Takes the sums over the founders' alleles that the asked ones come from, and brings them down to the asked alleles at the end. */
class Asks implements AskedSums {
  readonly sources: AskedSums['sources'];
  readonly #k: number;
  readonly #first: Float64Array | null;
  readonly #second: Float64Array | null;
  readonly #both: Float64Array | null;
  readonly #closedBoth: Float64Array | null;
  /** Sums over pairs of source alleles; null while there is one product of two vectors at most, which is led down by itself. */
  #pairs: Float64Array | null = null;
  #product: { readonly first: Float64Array; readonly second: Float64Array } | null = null;
  readonly #same: Float64Array;
  readonly #asked: readonly (Open['asks'] | null)[];
  readonly #haploid: boolean;
  readonly target: { readonly haploid: boolean };

  constructor(opens: readonly (Open | null)[], closed: readonly Open[], k: number) {
    this.#k = k;
    const at = (asks: Open['asks']): Float64Array | null => opens.find((open) => open?.asks === asks)?.data ?? null;
    const met = (asks: Open['asks']): Float64Array | null => closed.find((open) => open.asks === asks)?.data ?? null;
    this.#both = at('both');
    this.#closedBoth = met('both');
    // What met a known allele stands in the first column, as if it came from allele 0 for certain.
    this.#first = at('first') ?? asColumn(met('first'), k);
    this.#second = at('second') ?? asColumn(met('second'), k);
    this.#haploid = this.#second === null && this.#both === null && this.#closedBoth === null;
    this.#asked = opens.map((open) => open?.asks ?? null);
    const certain = new Float64Array(k);
    certain[0] = 1;
    this.sources = { first: certain, second: certain };
    this.#same = new Float64Array(k);
    this.target = { haploid: this.#haploid };
  }

  of(draw: number): { readonly asksFirst: boolean; readonly asksSecond: boolean } {
    const asks = this.#asked[draw] ?? null;
    return { asksFirst: asks === 'first' || asks === 'both', asksSecond: asks === 'second' || asks === 'both' };
  }

  addPair(first: Float64Array, second: Float64Array, scale: number): void {
    if (this.#pairs === null && this.#product === null) {
      this.#product = { first: first.map((g) => scale * g), second: second.slice() };
      return;
    }
    addOuter(this.#allPairs(), first, second, scale);
  }

  #allPairs(): Float64Array {
    if (this.#pairs !== null) return this.#pairs;
    const k = this.#k;
    const made = new Float64Array(k * k);
    if (this.#product !== null) addOuter(made, this.#product.first, this.#product.second, 1);
    this.#pairs = made;
    return made;
  }

  addSame(both: Float64Array, scale: number): void {
    for (let u = 0; u < this.#k; u++) this.#same[u] = (this.#same[u] ?? NaN) + scale * (both[u] ?? NaN);
  }

  addTo(table: Float64Array): void {
    const k = this.#k;
    if (this.#closedBoth !== null) {
      const [certain = NaN] = this.#allPairs();
      for (let i = 0; i < table.length; i++) table[i] = (table[i] ?? NaN) + certain * (this.#closedBoth[i] ?? NaN);
      return;
    }
    if (this.#both !== null) {
      for (let i = 0; i < table.length; i++) table[i] = (table[i] ?? NaN) + dot(this.#both, i * k, this.#same);
      return;
    }
    const first = this.#first ?? new Float64Array(k * k);
    const hasSame = this.#same.some((s) => s !== 0);
    if (this.#pairs === null && this.#product !== null && !hasSame && !this.#haploid) {
      const { first: g, second: h } = this.#product;
      const below = this.#second ?? first;
      const ys = Float64Array.from({ length: k }, (_, y) => dot(below, y * k, h));
      for (let x = 0; x < k; x++) {
        const p = dot(first, x * k, g);
        if (p !== 0) for (let y = 0; y < k; y++) table[x * k + y] = (table[x * k + y] ?? NaN) + p * (ys[y] ?? NaN);
      }
      return;
    }
    const pairs = this.#allPairs();
    // Sums over u once for every v, then over v once for every y.
    const half = new Float64Array(k * k);
    for (let x = 0; x < k; x++)
      for (let u = 0; u < k; u++) {
        const o = first[x * k + u] ?? NaN;
        if (o === 0) continue;
        for (let v = 0; v < k; v++) half[x * k + v] = (half[x * k + v] ?? NaN) + o * (pairs[u * k + v] ?? NaN);
      }
    if (this.#haploid) {
      for (let x = 0; x < k; x++) table[x] = (table[x] ?? NaN) + (half[x * k] ?? NaN);
      return;
    }
    const second = this.#second ?? first;
    for (let x = 0; x < k; x++) {
      // Where both come from one founder allele, u stands for both.
      const row = half.subarray(x * k, (x + 1) * k);
      if (hasSame) for (let u = 0; u < k; u++) row[u] = (row[u] ?? NaN) + (first[x * k + u] ?? NaN) * (this.#same[u] ?? NaN);
      for (let y = 0; y < k; y++) table[x * k + y] = (table[x * k + y] ?? NaN) + dot(second, y * k, row);
    }
  }
}

/** Both asked alleles below one node, or the one that came. */
function join(before: Open | null, open: Open, k: number): Open {
  if (before === null) return open;
  const [first, second] = before.asks === 'first' ? [before.data, open.data] : [open.data, before.data];
  const data = new Float64Array(k ** 3);
  for (let x = 0; x < k; x++)
    for (let y = 0; y < k; y++) for (let u = 0; u < k; u++) data[(x * k + y) * k + u] = (first[x * k + u] ?? NaN) * (second[y * k + u] ?? NaN);
  return { asks: 'both', data };
}

function columnOf(data: Float64Array, k: number, u: number): Float64Array {
  return Float64Array.from({ length: data.length / k }, (_, row) => data[row * k + u] ?? NaN);
}

function asColumn(values: Float64Array | null, k: number): Float64Array | null {
  if (values === null) return null;
  const out = new Float64Array(k * k);
  values.forEach((x, row) => (out[row * k] = x));
  return out;
}

function dot(data: Float64Array, from: number, other: Float64Array): number {
  let sum = 0;
  for (let u = 0; u < other.length; u++) sum += (data[from + u] ?? NaN) * (other[u] ?? NaN);
  return sum;
}

function identity(k: number): Float64Array {
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++) out[a * k + a] = 1;
  return out;
}
