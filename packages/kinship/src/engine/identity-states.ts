import { childrenFirst, isFounder, trimFamily, type Frame, type Lineage } from '../pedigree/frame.ts';
import type { Evidence } from './evidence.ts';
import type { Locus } from './locus.ts';

/**
 * Which of the typed people's alleles are one allele by descent, and how probable that is. Slots are the alleles of the typed people in order, two a
 * person, one where there is a single allele.
 */
interface IdentityStates {
  /** Slot of each typed person's first allele, and whether there is a second. */
  readonly slots: readonly { readonly person: number; readonly first: number; readonly isPair: boolean }[];
  /** Class of each slot, state by state; classes are numbered as they first appear. */
  readonly classes: readonly Int8Array[];
  readonly weights: Float64Array;
}

/** Beyond these the general ways are not slower, or the list of states is long. */
const limits = { people: 4, leaves: 4096, states: 64 } as const;

// A memo, not state: a frame is never changed in place, and every marker asks for the same states.
const known = new WeakMap<Frame, Map<number, IdentityStates | null>>();

/**
 * ln P(evidence) of a few typed people at a marker where nothing mutates: the sum over their identity states, with theta too.
 * Null where the family, the mutation model or an uncertain genotype asks for a general way. Exact.
 * Source: identity coefficients, Jacquard 1974 (ISBN 978-3-642-88417-7); draws with theta, Balding and Nichols 1994 (doi:10.1016/0379-0738(94)90222-4).
 */
export function identityLn({ frame, locus, evidence, theta }: { readonly frame: Frame; readonly locus: Locus; readonly evidence: readonly (Evidence | null)[]; readonly theta: number }): number | null {
  if (locus.female !== null || locus.male !== null) return null;
  // Who is typed, as a sum of powers of two: exact up to the 53rd person.
  let key = 0;
  for (let i = 0; i < evidence.length; i++) {
    const seen = evidence[i] ?? null;
    if (seen === null) continue;
    if (seen.first.length !== 1 || i > 52) return null;
    key += 2 ** i;
  }
  const memo = known.get(frame) ?? new Map<number, IdentityStates | null>();
  known.set(frame, memo);
  let states = memo.get(key);
  if (states === undefined) {
    states = statesOf(frame, evidence.map((seen) => seen !== null));
    memo.set(key, states);
  }
  return states === null ? null : Math.log(new StateSum(states, locus, theta).of(evidence));
}

/** Sums over states and over which allele of a heterozygote is the first. */
class StateSum {
  readonly #states: IdentityStates;
  readonly #freqs: Float64Array;
  readonly #theta: number;
  /** Allele of each slot in the phase at hand. */
  readonly #alleles: Int32Array;
  /** Allele of each class, -1 before one is drawn. */
  readonly #drawn: Int32Array;

  constructor(states: IdentityStates, locus: Locus, theta: number) {
    this.#states = states;
    this.#freqs = locus.freqs;
    this.#theta = theta;
    const count = states.classes[0]?.length ?? 0;
    this.#alleles = new Int32Array(count);
    this.#drawn = new Int32Array(count);
  }

  of(evidence: readonly (Evidence | null)[]): number {
    return this.#phase(evidence, 0, 1);
  }

  #phase(evidence: readonly (Evidence | null)[], at: number, weight: number): number {
    const slot = this.#states.slots[at];
    if (slot === undefined) return weight * this.#overStates();
    const seen = evidence[slot.person];
    const [a, b] = [seen?.first[0] ?? -1, seen?.second[0] ?? -1];
    const own = weight * (seen?.weight[0] ?? NaN);
    this.#alleles[slot.first] = a;
    if (!slot.isPair) return this.#phase(evidence, at + 1, own);
    this.#alleles[slot.first + 1] = b;
    const one = this.#phase(evidence, at + 1, own);
    if (a === b) return one;
    this.#alleles[slot.first] = b;
    this.#alleles[slot.first + 1] = a;
    return one + this.#phase(evidence, at + 1, own);
  }

  #overStates(): number {
    const { classes, weights } = this.#states;
    let sum = 0;
    for (let s = 0; s < classes.length; s++) sum += (weights[s] ?? NaN) * this.#probability(classes[s] ?? empty);
    return sum;
  }

  /** The alleles of one class are one draw; two different alleles in a class cannot be. */
  #probability(classOf: Int8Array): number {
    const theta = this.#theta;
    let p = 1;
    let draws = 0;
    for (let slot = 0; slot < classOf.length; slot++) {
      const allele = this.#alleles[slot] ?? -1;
      const own = classOf[slot] ?? -1;
      if (own < draws) {
        if (this.#drawn[own] !== allele) return 0;
        continue;
      }
      const f = this.#freqs[allele] ?? NaN;
      if (theta === 0) p *= f;
      else {
        let same = 0;
        for (let c = 0; c < draws; c++) if (this.#drawn[c] === allele) same += 1;
        p *= (same * theta + (1 - theta) * f) / (1 + (draws - 1) * theta);
      }
      this.#drawn[draws] = allele;
      draws += 1;
    }
    return p;
  }
}

const empty = new Int8Array(0);

function statesOf(frame: Frame, typed: readonly boolean[]): IdentityStates | null {
  const people = typed.flatMap((is, i) => (is ? [i] : []));
  if (people.length > limits.people) return null;
  const lineage = trimFamily(frame, { typed, target: -1, mutates: false });
  let next = 0;
  const slots = people.map((person) => {
    const isPair = frame.haploid[person] !== 1;
    const first = next;
    next += isPair ? 2 : 1;
    return { person, first, isPair };
  });
  const found = new Map<string, number>();
  let leaves = 0;
  const descent = new Descent(lineage, (labels, weight) => {
    leaves += 1;
    if (leaves > limits.leaves) return false;
    const key = canonical(slots, labels);
    found.set(key, (found.get(key) ?? 0) + weight);
    return found.size <= limits.states;
  });
  if (!descent.run()) return null;
  return { slots, classes: [...found.keys()].map((key) => Int8Array.from(key, Number)), weights: Float64Array.from(found.values()) };
}

/** Follows every way the founders' alleles can run down the family. */
class Descent {
  readonly #lineage: Lineage;
  readonly #order: readonly number[];
  readonly #tell: (labels: readonly Int32Array[], weight: number) => boolean;
  readonly #labels: Int32Array[];
  /** Founders who have passed on nothing yet: which of two alleles goes first makes no difference. */
  readonly #untouched: Uint8Array;
  #next = 0;

  constructor(lineage: Lineage, tell: (labels: readonly Int32Array[], weight: number) => boolean) {
    this.#lineage = lineage;
    this.#tell = tell;
    this.#order = childrenFirst(lineage).reverse();
    this.#labels = lineage.frame.ids.map(() => new Int32Array(2));
    this.#untouched = new Uint8Array(lineage.frame.ids.length);
  }

  run(): boolean {
    return this.#visit(0, 1);
  }

  #visit(at: number, weight: number): boolean {
    const person = this.#order[at];
    if (person === undefined) return this.#tell(this.#labels, weight);
    const { frame, father, mother } = this.#lineage;
    const own = this.#labels[person];
    if (own === undefined) return false;
    const before = this.#next;
    const [f, m] = [father[person] ?? -1, mother[person] ?? -1];
    if (isFounder(this.#lineage, person)) {
      const inbred = frame.haploid[person] === 1 ? 0 : (frame.inbreeding[person] ?? 0);
      own[0] = this.#next++;
      own[1] = frame.haploid[person] === 1 ? own[0] : this.#next++;
      this.#untouched[person] = 1;
      const apart = inbred === 1 || this.#visit(at + 1, weight * (1 - inbred));
      own[1] = own[0];
      const done = apart && (inbred === 0 || this.#visit(at + 1, weight * inbred));
      this.#next = before;
      return done;
    }
    const isPair = frame.haploid[person] !== 1;
    // A parent left out of the lineage, or a man's missing father on the X, gives an allele of nobody else.
    const done = this.#from(isPair ? f : m, weight, (label, w) => {
      own[0] = label;
      if (isPair) return this.#from(m, w, (other, v) => this.#set(own, other, () => this.#visit(at + 1, v)));
      return this.#set(own, label, () => this.#visit(at + 1, w));
    });
    this.#next = before;
    return done;
  }

  #set(own: Int32Array, second: number, then: () => boolean): boolean {
    own[1] = second;
    return then();
  }

  #from(parent: number, weight: number, then: (label: number, weight: number) => boolean): boolean {
    if (parent < 0) {
      const fresh = this.#next++;
      const done = then(fresh, weight);
      this.#next = fresh;
      return done;
    }
    const labels = this.#labels[parent];
    const [a, b] = [labels?.[0] ?? -1, labels?.[1] ?? -1];
    if (a === b) return then(a, weight);
    if (this.#untouched[parent] === 1) {
      this.#untouched[parent] = 0;
      const done = then(a, weight);
      this.#untouched[parent] = 1;
      return done;
    }
    return then(a, weight / 2) && then(b, weight / 2);
  }
}

/** The classes of the slots as digits; of all ways to call a person's alleles first and second, the smallest: genotypes have no order. */
function canonical(slots: IdentityStates['slots'], labels: readonly Int32Array[]): string {
  const pairs = slots.filter(({ isPair }) => isPair).length;
  let least: string | null = null;
  for (let swaps = 0; swaps < 2 ** pairs; swaps++) {
    const seen = new Map<number, number>();
    let key = '';
    let pair = 0;
    for (const { person, isPair } of slots) {
      const [a, b] = [labels[person]?.[0] ?? -1, labels[person]?.[1] ?? -1];
      const swapped = isPair && (swaps >> pair) % 2 === 1;
      for (const label of isPair ? (swapped ? [b, a] : [a, b]) : [a]) {
        if (!seen.has(label)) seen.set(label, seen.size);
        key += String(seen.get(label));
      }
      if (isPair) pair += 1;
    }
    if (least === null || key < least) least = key;
  }
  return least ?? '';
}
