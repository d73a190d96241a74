import { evaluateLn, evaluateTable } from '../engine/evaluate.ts';
import { certain, type Evidence } from '../engine/evidence.ts';
import { genotypeProbability } from '../engine/founders.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import type { PreparedMarker } from '../markers/prepare-marker.ts';
import { readEvidence } from '../markers/read-evidence.ts';
import type { Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import type { Profile, Profiles, Settings } from '../types.ts';

/** What can be seen at one marker after an option, with its probability if the remains are the missing person and if they are a stranger. */
export interface Outcomes {
  readonly ifTrue: Float64Array;
  readonly ifFalse: Float64Array;
  readonly lnLr: Float64Array;
  /** P(a stranger is excluded at this marker) by outcome; the same for all where the references do not change. */
  readonly excluded: (outcome: number) => number;
}

export interface OutcomeInput {
  readonly family: Family;
  readonly target: number;
  readonly marker: PreparedMarker;
  /** The marker without mutation: exclusion is judged without it. */
  readonly strict: PreparedMarker;
  readonly profiles: Profiles;
  readonly remains: Profile | null;
  readonly settings: Settings;
}

interface Ready {
  readonly references: readonly (Evidence | null)[];
  readonly seen: Evidence | null;
  readonly ln: (evidence: readonly (Evidence | null)[]) => number;
  readonly table: (evidence: readonly (Evidence | null)[], person: number) => Float64Array;
  readonly genotypes: (person: number) => readonly (readonly [number, number])[];
  readonly stranger: Float64Array;
}

function ready(input: OutcomeInput): Ready {
  const { family, target, marker } = input;
  const { locus, moments } = marker;
  const { name, chrom } = marker.marker;
  const frame = frameOf(family, chrom);
  const references = readFamilyEvidence(family, marker, { seen: observationsOf(family, input.profiles, name), settings: input.settings }).evidence;
  const haploid = frame.haploid[target] === 1;
  const observation = input.remains === null || !Object.hasOwn(input.remains, name) ? undefined : input.remains[name];
  const genotypes = (person: number): readonly (readonly [number, number])[] => allGenotypes(locus.k, frame.haploid[person] === 1);
  return {
    references,
    seen: readEvidence(marker, { observation, haploid }),
    ln: (evidence) => evaluateLn({ frame, locus, evidence, theta: 0, moments }),
    table: (evidence, person) => evaluateTable({ frame, locus, evidence, theta: 0, moments }, person),
    genotypes,
    stranger: Float64Array.from(genotypes(target), ([a, b]) => Math.log(genotypeProbability(locus.freqs, { a, b }))),
  };
}

function allGenotypes(k: number, haploid: boolean): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (let b = 0; b < k; b++) {
    if (haploid) out.push([b, -1]);
    else for (let a = 0; a <= b; a++) out.push([a, b]);
  }
  return out;
}

/** The case as it stands: with remains their LR is fixed, without them it is that of whoever is found. */
export function outcomesNow(input: OutcomeInput): Outcomes {
  const r = ready(input);
  if (input.remains === null) return ofRemains(input, r);
  return { ifTrue: Float64Array.of(1), ifFalse: Float64Array.of(1), lnLr: Float64Array.of(fixedLnLr(input, r)), excluded: once(() => excludedShare(input, null)) };
}

/** A second bone: the marker is seen anew where the remains lack it. */
export function outcomesOfBone(input: OutcomeInput): Outcomes {
  const r = ready(input);
  return r.seen === null ? ofRemains(input, r) : outcomesNow(input);
}

/** A further relative: every genotype of theirs, given the references (and the remains, if they are the missing person). */
export function outcomesOfRelative(input: OutcomeInput, relative: number): Outcomes {
  const r = ready(input);
  const genotypes = r.genotypes(relative);
  const excluded = (of: (outcome: number) => number): ((outcome: number) => number) => {
    const memo = new Map<number, number>();
    return (outcome) => {
      const g = of(outcome);
      const known = memo.get(g) ?? excludedShare(input, { person: relative, genotype: genotypes[g] ?? [0, 0] });
      memo.set(g, known);
      return known;
    };
  };
  const lnFalse = r.table(r.references, relative);
  if (input.remains !== null && (r.seen !== null || !isSomebodyTyped(r))) {
    // Only the relative is unknown: two tables say everything.
    if (r.seen === null) return { ifTrue: probabilities(lnFalse), ifFalse: probabilities(lnFalse), lnLr: new Float64Array(lnFalse.length), excluded: excluded((o) => o) };
    const lnTrue = r.table(r.references.with(input.target, r.seen), relative);
    const lnSeen = lnOfStranger(r, r.seen);
    return { ifTrue: probabilities(lnTrue), ifFalse: probabilities(lnFalse), lnLr: lnTrue.map((x, g) => (x === -Infinity ? -Infinity : x - (lnFalse[g] ?? NaN) - lnSeen)), excluded: excluded((o) => o) };
  }
  if (input.remains !== null) return { ifTrue: probabilities(lnFalse), ifFalse: probabilities(lnFalse), lnLr: new Float64Array(lnFalse.length), excluded: excluded((o) => o) };
  const own = r.genotypes(input.target);
  const rows = own.map((g) => r.table(r.references.with(input.target, certain([[g[0], g[1]]])), relative));
  const width = genotypes.length;
  const joint = Float64Array.from({ length: own.length * width }, (_, cell) => rows[Math.floor(cell / width)]?.[cell % width] ?? NaN);
  const apart = joint.map((_, cell) => (lnFalse[cell % width] ?? NaN) + (r.stranger[Math.floor(cell / width)] ?? NaN));
  return { ifTrue: probabilities(joint), ifFalse: probabilities(apart), lnLr: joint.map((x, cell) => (x === -Infinity ? -Infinity : x - (apart[cell] ?? NaN))), excluded: excluded((o) => o % width) };
}

function isSomebodyTyped(r: Ready): boolean {
  return r.references.some((e) => e !== null);
}

/** Remains not seen at this marker yet: every genotype of the missing person against every genotype of a stranger. */
function ofRemains(input: OutcomeInput, r: Ready): Outcomes {
  const lnTrue = r.table(r.references, input.target);
  const lnReferences = r.ln(r.references);
  if (lnReferences === -Infinity) throw new KinshipError('kinship.joint.references_impossible', { family: input.family.ids[input.target] ?? '', marker: input.marker.marker.name });
  // Without typed relatives the marker says nothing, and does not count (docs/methods/missing-person-lr.md).
  const isTyped = isSomebodyTyped(r);
  const lnLr = lnTrue.map((x, g) => (isTyped ? x - lnReferences - (r.stranger[g] ?? NaN) : 0)).map((x) => (Number.isNaN(x) ? 0 : x));
  return { ifTrue: probabilities(lnTrue), ifFalse: probabilities(r.stranger), lnLr, excluded: once(() => excludedShare(input, null)) };
}

function fixedLnLr(input: OutcomeInput, r: Ready): number {
  if (r.seen === null || !isSomebodyTyped(r)) return 0;
  const lnReferences = r.ln(r.references);
  if (lnReferences === -Infinity) return 0;
  return r.ln(r.references.with(input.target, r.seen)) - lnReferences - lnOfStranger(r, r.seen);
}

function lnOfStranger(r: Ready, seen: Evidence): number {
  let sum = 0;
  seen.first.forEach((a, i) => {
    const b = seen.second[i] ?? -1;
    sum += (seen.weight[i] ?? NaN) * Math.exp(r.stranger[b < 0 ? a : (b * (b + 1)) / 2 + a] ?? NaN);
  });
  return Math.log(sum);
}

/** Share of strangers whose genotype is impossible for the missing person without mutation; 0 where the references themselves need a mutation. */
function excludedShare(input: OutcomeInput, added: { person: number; genotype: readonly [number, number] } | null): number {
  const r = ready({ ...input, marker: input.strict });
  const evidence = added === null ? r.references : r.references.with(added.person, certain([[added.genotype[0], added.genotype[1]]]));
  const table = r.table(evidence, input.target);
  if (table.every((x) => x === -Infinity)) return 0;
  let share = 0;
  table.forEach((x, g) => {
    if (x === -Infinity) share += Math.exp(r.stranger[g] ?? NaN);
  });
  return share;
}

function once(make: () => number): () => number {
  let known: number | null = null;
  return () => (known ??= make());
}

/** Probabilities of outcomes given by ln weights. */
export function probabilities(ln: Float64Array): Float64Array {
  let max = -Infinity;
  for (const x of ln) if (x > max) max = x;
  const raw = ln.map((x) => Math.exp(x - max));
  const sum = raw.reduce((x, y) => x + y, 0);
  if (!(sum > 0)) throw new KinshipError('kinship.not_a_number');
  return raw.map((x) => x / sum);
}
