import { countAssignments } from './count-assignments.ts';
import { KinshipError } from '../kinship-error.ts';
import { readFamily } from '../pedigree/family.ts';
import { makeFamilyMarker, type FamilyUnit } from './family-engine.ts';
import { makeFamilyLinked } from './family-linked.ts';
import { makeFamilyTable, scoreSingles, type FamilyTable, type FamilyTableInput } from './family-table.ts';
import type { Candidate } from './joint-markers.ts';
import type { JointUnit } from './joint-unit.ts';
import { makeTogetherTable, type TogetherTable } from './together-table.ts';
import type { JointFamily, JointInput } from './types.ts';

/** One family ready to be filled: its likelihoods by unit, and who may stand in its places. */
export interface ReadFamily {
  readonly all: readonly FamilyUnit[];
  /** Units at which the references' own data are possible. */
  readonly usable: readonly JointUnit[];
  /** Names of the markers that are left out. */
  readonly dropped: readonly string[];
  readonly table: FamilyTableInput;
  /** The same without theta, for what would cost too much with it. */
  readonly plain: () => FamilyTableInput;
}

interface Given {
  readonly given: JointFamily;
  readonly units: readonly JointUnit[];
  /** Candidates allowed in each place. */
  readonly places: readonly (readonly number[])[];
  readonly candidates: readonly Candidate[];
}

/** Reads one family and makes its likelihoods of the references. @throws KinshipError kinship.pedigree.*, kinship.profile.* */
export function readJointFamily(input: JointInput, given: Given): ReadFamily {
  const { units, candidates } = given;
  const family = readFamily(given.given.pedigree);
  const places = given.given.missing.map((id) => family.index.get(id) ?? -1);
  const makeUnit = (unit: JointUnit, settings: JointInput): FamilyUnit => {
    const common = { family, places, profiles: input.profiles, settings };
    const [only] = unit.markers;
    return unit.markers.length === 1 && only !== undefined ? makeFamilyMarker({ ...common, marker: only }) : makeFamilyLinked({ ...common, unit });
  };
  const all = units.map((unit) => makeUnit(unit, input));
  const isUsable = (_: unknown, i: number): boolean => (all[i]?.lnReferences ?? -Infinity) > -Infinity;
  const usable = units.filter(isUsable);
  const tableOf = (own: readonly FamilyUnit[], theta: number): FamilyTableInput => ({
    name: given.given.name,
    units: own,
    joint: usable,
    apart: makeApart({ own, units: usable, candidates, theta }),
    allowed: given.places,
    candidates: candidates.length,
    members: candidates.map((c) => c.members),
    keepImpossible: input.smallest === true,
  });
  return {
    all,
    usable,
    dropped: units.flatMap((unit, i) => (isUsable(unit, i) ? [] : unit.markers.map((m) => m.prepared.marker.name))),
    table: tableOf(all.filter(isUsable), input.theta ?? 0),
    plain: () => tableOf(usable.map((unit) => makeUnit(unit, { ...input, theta: 0 })), 0),
  };
}

/** The likelihoods of a family without theta, at every unit. */
export function unitsWithoutTheta(input: JointInput, given: Omit<Given, 'places' | 'candidates'>): readonly FamilyUnit[] {
  return readJointFamily({ ...input, theta: 0 }, { ...given, places: [], candidates: [] }).all;
}

/** ln P(references and candidates as strangers): without theta a sum, with it one sample of the subpopulation. */
function makeApart(how: { own: readonly FamilyUnit[]; units: readonly JointUnit[]; candidates: readonly Candidate[]; theta: number }): FamilyTableInput['apart'] {
  const { own, units, candidates, theta } = how;
  const references = own.reduce((x, u) => x + u.lnReferences, 0);
  if (theta === 0) {
    const strangers = candidates.map((_, c) => units.reduce((x, u) => x + (u.lnStranger[c] ?? NaN), 0));
    return (chosen) => chosen.reduce((x, c) => x + (strangers[c] ?? NaN), references);
  }
  return (chosen) => own.reduce((x, u, i) => x + u.apart(chosen.map((c) => ({ observation: units[i]?.seen[c] ?? 0, sex: candidates[c]?.sex ?? 'unknown' }))), 0);
}

/** Multiplications that the tables of one family may take with theta; beyond it fills of several places are corrected pairing by pairing. */
const thetaWork = 2e8;
const dearestTable = 1e7;

/**
 * The table of one family. With theta and several places its fills may be too many to sum each: then
 * LR(fill) = LR without theta x product over its pairings of (LR with theta / LR without), and `isByPairing` says so.
 * @throws KinshipError kinship.joint.too_many_fills
 */
export function makeJointTable(input: JointInput, family: ReadFamily): { readonly table: FamilyTable; readonly isByPairing: boolean } {
  const { allowed, candidates, units, joint } = family.table;
  if ((input.theta ?? 0) === 0 || allowed.filter((a) => a.length > 0).length < 2) return { table: makeFamilyTable(family.table), isByPairing: false };
  const work = units.reduce((sum, unit, i) => {
    const questions = allowed.map((place) => new Set(place.map((c) => joint[i]?.seen[c] ?? 0)).add(0).size);
    const tables = questions.reduce((n, q) => n * q, 1) / Math.max(...questions);
    return sum + tables * Math.min(dearestTable, unit.tableCost());
  }, 0);
  if (work <= thetaWork) return { table: makeFamilyTable(family.table), isByPairing: false };
  const single = scoreSingles(family.table);
  const plain = makeFamilyTable(family.plain());
  const lnLr = plain.lnLr.map((ln, q) => {
    let sum = ln;
    for (let i = 0; i < plain.places; i++) {
      const c = plain.fills[q * plain.places + i] ?? -1;
      if (c >= 0) sum += (single[i * candidates + c] ?? NaN) - (plain.single[i * candidates + c] ?? NaN);
    }
    return sum;
  });
  return { table: { ...plain, lnLr, single }, isByPairing: true };
}

/** Assignments, and multiplications, that theta over all families together may take unless it is asked for. */
const togetherAssignments = 3000;
const togetherWork = 3e8;

/**
 * All families as one table where theta is to take them together: when asked, and by itself where that is small.
 * @throws KinshipError kinship.joint.theta where it was asked for and costs too much, or where several remains may be one person
 */
export function takeTogether(input: JointInput, how: { units: readonly JointUnit[]; candidates: readonly Candidate[]; places: readonly (readonly number[])[]; isSingle: boolean }): TogetherTable | null {
  const isAsked = input.subpopulation === 'together';
  if (input.subpopulation === 'withinFamilies') return null;
  const { units, candidates, places } = how;
  const assignments = countAssignments(candidates.map((_, c) => places.map((place) => place.includes(c)))) ?? Infinity;
  const isSmall = how.isSingle && assignments <= togetherAssignments * (isAsked ? 100 : 1);
  const made = isSmall ? orTooComplex(() => makeTogetherTable({ input, units, candidates, allowed: places, budget: togetherWork * (isAsked ? 100 : 1) })) : null;
  if (made === null && isAsked) throw new KinshipError('kinship.joint.theta', { theta: input.theta ?? 0, assignments: Number.isFinite(assignments) ? assignments : 'more' });
  return made;
}

/** What linked markers of everybody together cost is known only while they are summed; where it is too much, the families are taken one by one. */
function orTooComplex<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof KinshipError && error.code === 'kinship.too_complex') return null;
    throw error;
  }
}
