import { directCost } from '../engine/direct.ts';
import { joinTwins, type Evidence } from '../engine/evidence.ts';
import { lumpUnobserved } from '../engine/lump.ts';
import { KinshipError } from '../kinship-error.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf, type Frame } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import type { Individual, Pedigree } from '../types.ts';
import { readReferences } from './family-engine.ts';
import type { FamilyTable } from './family-table.ts';
import type { Candidate } from './joint-markers.ts';
import { fillEvidence, lnOfUnit, type JointUnit } from './joint-unit.ts';
import type { JointInput } from './types.ts';

/** The table of all families as one: with theta all founders of an assignment, strangers too, are of one subpopulation. */
export interface TogetherTable {
  readonly table: FamilyTable;
  /** ln P(all references, all remains as strangers). */
  readonly lnNobody: number;
  /** ln likelihood of an assignment by unit. */
  readonly lnByUnit: (fill: readonly number[]) => Float64Array;
}

export interface TogetherInput {
  readonly input: JointInput;
  readonly units: readonly JointUnit[];
  readonly candidates: readonly Candidate[];
  /** Candidates allowed in each place, families in order. */
  readonly allowed: readonly (readonly number[])[];
  /** Most multiplications, about. */
  readonly budget: number;
}

/**
 * The exact likelihood of every assignment under theta: one pedigree of all families and all remains, everybody not identified a
 * stranger of the same subpopulation. Nothing factorises, so each assignment is summed by itself. Null where that would cost more than the budget.
 */
export function makeTogetherTable(given: TogetherInput): TogetherTable | null {
  const { input, units, candidates, allowed } = given;
  const theta = input.theta ?? 0;
  const pedigree = mergePedigrees(input.families.map((f) => f.pedigree));
  const own = readFamily(pedigree);
  const family = withStrangers(own, candidates.map((c) => c.sex));
  const places = input.families.flatMap((f, n) => f.missing.map((id) => own.index.get(numbered(n, id)) ?? -1));
  const spent = { left: given.budget };
  const asked = units.map((unit) => makeAsked(unit, {
    frame: frameOf(family, unit.chrom), places, own: own.ids.length, candidates, theta, spent,
    base: unit.markers.map((marker) => [...readReferences({ family: own, places, profiles: input.profiles, marker, settings: input }), ...candidates.map(() => null)]),
  }));
  const lnOf = (fill: readonly number[]): number => {
    let sum = 0;
    for (const ask of asked) {
      const ln = ask(fill);
      if (spent.left < 0) return -Infinity;
      if (ln === -Infinity) return -Infinity;
      sum += ln;
    }
    if (Number.isNaN(sum)) throw new KinshipError('kinship.not_a_number');
    return sum;
  };
  const nobody = new Array<number>(places.length).fill(-1);
  const lnNobody = lnOf(nobody);
  if (spent.left < 0) return null;
  const single = new Float64Array(places.length * candidates.length).fill(NaN);
  const fills: number[] = [];
  const lnLr: number[] = [];
  const impossible: (readonly [number, number])[][] = [];
  const visit = (place: number, fill: readonly number[]): void => {
    if (spent.left < 0) return;
    if (place < places.length) {
      visit(place + 1, fill);
      for (const c of allowed[place] ?? []) if (!fill.includes(c)) visit(place + 1, fill.with(place, c));
      return;
    }
    const pairs = fill.flatMap((c, i): [number, number][] => (c < 0 ? [] : [[i, c]]));
    const value = lnOf(fill) - lnNobody;
    const [only] = pairs;
    if (pairs.length === 1 && only !== undefined) single[only[0] * candidates.length + only[1]] = value;
    if (value === -Infinity) {
      if (input.smallest === true) impossible.push(pairs);
      return;
    }
    fills.push(...fill);
    lnLr.push(value);
  };
  visit(0, nobody);
  if (spent.left < 0) return null;
  const table = { places: places.length, count: lnLr.length, fills: Int32Array.from(fills), lnLr: Float64Array.from(lnLr), single, impossible };
  return { table, lnNobody, lnByUnit: (fill) => Float64Array.from(asked, (ask) => ask(fill)) };
}

/** Asks one unit for ln P(all data | an assignment); equal questions are answered once. */
function makeAsked(unit: JointUnit, how: { frame: Frame; places: readonly number[]; own: number; candidates: readonly Candidate[]; theta: number; spent: { left: number }; base: readonly (readonly (Evidence | null)[])[] }): (fill: readonly number[]) => number {
  const { frame, places, own, candidates, theta, spent, base } = how;
  const known = new Map<string, number>();
  return (fill) => {
    // The observations in the places say which are left over for the strangers; their sexes matter on the X.
    const key = fill.map((c) => (c < 0 ? '' : `${candidates[c]?.sex ?? ''}${String(unit.seen[c] ?? 0)}`)).join();
    const answered = known.get(key);
    if (answered !== undefined) return answered;
    const placed = fill.flatMap((c, i) => (c < 0 ? [] : [{ person: places[i] ?? -1, observation: unit.seen[c] ?? 0 }]));
    const strangers = candidates.flatMap((_, c) => (fill.includes(c) ? [] : [{ person: own + c, observation: unit.seen[c] ?? 0 }]));
    const evidence = fillEvidence(unit, base, [...placed, ...strangers]);
    unit.markers.forEach((marker, i) => {
      const lumped = lumpUnobserved(marker.prepared.locus, joinTwins(frame, evidence[i] ?? []));
      // The other ways of summing are taken only where they cost less than this one.
      spent.left -= directCost({ frame, ...lumped, theta, target: -1 }) * 4 ** (unit.markers.length - 1);
    });
    const value = spent.left < 0 ? NaN : lnOfUnit(unit, frame, { evidence, theta });
    known.set(key, value);
    return value;
  };
}

const numbered = (family: number, id: string): string => `${String(family)}/${id}`;

/** All families as one pedigree; ids are numbered by family, because two families may both have a "father". */
function mergePedigrees(pedigrees: readonly Pedigree[]): Pedigree {
  const parent = (n: number, id: string | null): string | null => (id === null ? null : numbered(n, id));
  return {
    name: 'all families',
    individuals: pedigrees.flatMap((p, n) => p.individuals.map((i): Individual => ({ ...i, id: numbered(n, i.id), father: parent(n, i.father), mother: parent(n, i.mother) }))),
    founderInbreeding: Object.fromEntries(pedigrees.flatMap((p, n) => Object.entries(p.founderInbreeding ?? {}).map(([id, f]) => [numbered(n, id), f]))),
    monozygotic: pedigrees.flatMap((p, n) => (p.monozygotic ?? []).map((group) => group.map((id) => numbered(n, id)))),
  };
}
