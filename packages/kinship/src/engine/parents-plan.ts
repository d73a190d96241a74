import { countTransmissions, isFounder, trimFamily, type Frame } from '../pedigree/frame.ts';
import type { Evidence } from './evidence.ts';
import type { Locus } from './locus.ts';
import { splitEvidence, type Option } from './split-evidence.ts';

export interface ParentsInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** Twins joined. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  /** The person asked for, of whom nothing is seen; -1 for nobody. */
  readonly target: number;
}

/** A founder whose alleles are walked through: what fits, or one allele where a single one is passed on and nothing is seen. */
interface Walked {
  readonly person: number;
  readonly states: Evidence;
}

/** A typed child of founders; `single`: the side on which it has the only allele that an untyped founder passed on, -1 for none. */
export interface Child {
  readonly person: number;
  readonly father: number;
  readonly mother: number;
  readonly single: 0 | 1 | -1;
}

/** Where an asked allele comes from: a parent walked through, or the urn; through a parent's mutation, or without any. */
export interface AskedSource {
  /** -1: the urn. */
  readonly walked: number;
  readonly path: '' | 'f' | 'm';
}

export interface ParentsPlan {
  readonly walked: readonly Walked[];
  readonly children: readonly Child[];
  /** How many alleles of founders with a single transmission wait for the urn. */
  readonly waiting: number;
  /** Typed people without relatives of whom many genotypes fit: their two alleles are drawn from the urn too, in each term of what is seen. */
  readonly alone: readonly (readonly Option[])[];
  readonly asked: { readonly first: AskedSource; readonly second: AskedSource } | null;
  readonly cost: number;
}

/** About what one state of all parents takes beside its children and draws, and what a child does, in multiplications. */
const stateCost = 60;
const childCost = 15;

/** About how many multiplications `sumOverParents` takes; Infinity where somebody typed has grandparents in the family, or a founder is inbred. */
export function parentsCost(input: ParentsInput): number {
  return planParents(input)?.cost ?? Infinity;
}

/** What is walked through, drawn and asked; null where the family is of another kind. */
export function planParents({ frame, locus, evidence, theta, target }: ParentsInput): ParentsPlan | null {
  const { k } = locus;
  const typed = evidence.map((seen) => seen !== null);
  const lineage = trimFamily(frame, { typed, target, mutates: true });
  const { needed, father, mother } = lineage;
  const passed = countTransmissions(lineage);
  const people = frame.ids.map((_, i) => i).filter((i) => needed[i] === 1);
  const isChild = (i: number): boolean => !isFounder(lineage, i);
  if (people.some((i) => (frame.inbreeding[i] ?? 0) > 0 || (isChild(i) && (passed[i] !== 0 || (typed[i] !== true && i !== target))))) return null;
  if (target >= 0 && (frame.haploid[target] === 1 || typed[target] === true || passed[target] !== 0)) return null;
  const isSingle = (i: number): boolean => i >= 0 && i !== target && typed[i] !== true && passed[i] === 1;
  const waiting = new Set<number>();
  const children = people.filter((i) => isChild(i) && i !== target).map((person): Child => {
    const [f, m] = [father[person] ?? -1, mother[person] ?? -1];
    // Of two founders who passed on this one allele only, one waits and the other's allele is walked through.
    const single = isSingle(m) ? 1 : isSingle(f) ? 0 : -1;
    if (single >= 0) waiting.add(single === 1 ? m : f);
    return { person, father: f, mother: m, single };
  });
  const sourceOf = (parent: number, path: 'f' | 'm'): AskedSource => ({ walked: isSingle(parent) ? -1 : parent, path });
  const draw: AskedSource = { walked: -1, path: '' };
  const asked = target < 0 ? null : isFounder(lineage, target) ? { first: draw, second: draw } : { first: sourceOf(father[target] ?? -1, 'm'), second: sourceOf(mother[target] ?? -1, 'f') };
  const isDrawn = (i: number): boolean => waiting.has(i) || i === target || (asked !== null && isSingle(i) && (i === father[target] || i === mother[target]));
  const founders = people.filter((i) => isFounder(lineage, i) && !isDrawn(i)).map((person): Walked => ({ person, states: evidence[person] ?? everything(k, frame.haploid[person] === 1 || isSingle(person) ? 1 : 2) }));
  // Those of whom something is seen have few states: they come first.
  founders.sort((a, b) => a.states.first.length - b.states.first.length);
  const askedDraws = asked === null ? 0 : [asked.first, asked.second].filter((source) => source.walked < 0).length;
  const leafCost = (draws: number): number => stateCost + childCost * children.length + urnCost({ k, theta, draws, asked: asked === null ? -1 : askedDraws });
  const statesOf = (some: readonly Walked[]): number => some.reduce((n, w) => n * w.states.first.length, 1);
  const tables = children.reduce((n, { person }) => n + 2 * (evidence[person]?.first.length ?? 0) * k * k, 0) + (asked === null ? 0 : 2 * k ** 3);
  // Whoever has no relatives is walked through, or, where that takes less, drawn.
  let best: { walked: readonly Walked[]; alone: readonly (readonly Option[])[]; cost: number } = { walked: founders, alone: [], cost: statesOf(founders) * leafCost(waiting.size) };
  const loners = founders.filter(({ person }) => passed[person] === 0 && frame.haploid[person] !== 1).reverse();
  for (let n = 1; n <= loners.length; n++) {
    const drawn = new Set(loners.slice(0, n));
    const alone = [...drawn].map(({ states }) => splitEvidence(states, k));
    const walked = founders.filter((w) => !drawn.has(w));
    const cost = statesOf(walked) * alone.reduce((terms, options) => terms * options.length, leafCost(waiting.size + 2 * n));
    if (cost < best.cost) best = { walked, alone, cost };
  }
  return { ...best, children, waiting: waiting.size, asked, cost: best.cost + tables };
}

/** About what the urn takes at one state. @param of.asked how many of two asked alleles are drawn, -1 for none asked */
function urnCost({ k, theta, draws, asked }: { readonly k: number; readonly theta: number; readonly draws: number; readonly asked: number }): number {
  const sets = theta > 0 ? 2 ** draws : 1;
  const sum = draws === 0 ? 0 : (theta > 0 ? 2 * 3 ** draws : draws) + 2 * sets * k + draws * 2 * k;
  switch (asked) {
    case -1: return sum;
    case 0: return sum + 4 * k;
    case 1: return sum + 4 * sets * k;
    default: return draws === 0 ? 40 : sum + (theta > 0 ? 3 ** draws : 1) * k + sets * k * k;
  }
}

// A memo, not state: markers have few different numbers of alleles, and plans are made for every table.
const known = { 1: new Map<number, Evidence>(), 2: new Map<number, Evidence>() } as const;

/** All genotypes, or all single alleles. */
function everything(k: number, alleles: 1 | 2): Evidence {
  const before = known[alleles].get(k);
  if (before !== undefined) return before;
  const made = makeEverything(k, alleles);
  known[alleles].set(k, made);
  return made;
}

function makeEverything(k: number, alleles: 1 | 2): Evidence {
  if (alleles === 1) return { first: Int32Array.from({ length: k }, (_, a) => a), second: new Int32Array(k).fill(-1), weight: new Float64Array(k).fill(1) };
  const pairs = Array.from({ length: k }, (_, b) => Array.from({ length: b + 1 }, (_x, a) => [a, b] as const)).flat();
  return { first: Int32Array.from(pairs, ([a]) => a), second: Int32Array.from(pairs, ([, b]) => b), weight: new Float64Array(pairs.length).fill(1) };
}
