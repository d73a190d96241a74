import { KinshipError } from '../kinship-error.ts';
import { readFamily } from '../pedigree/family.ts';
import type { Sex } from '../types.ts';
import { makeFamilyMarker, type FamilyMarker } from './family-engine.ts';
import { makeFamilyTable, type FamilyTable } from './family-table.ts';
import { prepareJointMarkers, type Candidate } from './joint-markers.ts';
import { keepFills, maskOf, reachOf, type Level, type Levels } from './levels.ts';
import type { JointInput, JointResult } from './types.ts';

/** Everything that costs likelihoods: the tables of all families over all remains, ready to be summed. */
export interface PreparedJoint {
  readonly input: JointInput;
  readonly missing: readonly string[];
  readonly familyOf: readonly string[];
  /** First missing person of each family. */
  readonly offsets: readonly number[];
  readonly candidates: readonly Candidate[];
  /** Candidates that are several remains taken as one person, with the ln LR of that and the ln prior odds. */
  readonly together: readonly { readonly candidate: number; readonly lnLr: number; readonly lnPrior: number }[];
  readonly tables: readonly FamilyTable[];
  /** Likelihoods by family and marker, in the order of the input. */
  readonly familyMarkers: readonly (readonly FamilyMarker[])[];
  readonly levels: Levels;
  readonly allowed: readonly (readonly boolean[])[];
  readonly pairwiseLnLr: Float64Array;
  readonly lnLikRemains: readonly number[];
  readonly lnLikFamilies: readonly number[];
  readonly droppedMarkers: JointResult['droppedMarkers'];
}

/**
 * Makes the tables of all families: ln LR of every way to fill the places of the missing with the remains.
 * @throws KinshipError kinship.joint.*, kinship.pedigree.*, kinship.marker.*, kinship.missing.*
 */
export function prepareJoint(input: JointInput): PreparedJoint {
  if ((input.theta ?? 0) !== 0) throw new KinshipError('kinship.joint.theta', { theta: input.theta ?? 0 });
  const missing: string[] = [];
  const familyOf: string[] = [];
  const offsets: number[] = [];
  const sexes: Sex[] = [];
  for (const family of input.families) {
    offsets.push(missing.length);
    for (const id of family.missing) {
      const person = family.pedigree.individuals.find((i) => i.id === id);
      if (person === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: id });
      if (person.profile !== undefined) throw new KinshipError('kinship.missing.has_profile', { missing: id });
      missing.push(id);
      familyOf.push(family.name);
      sexes.push(person.sex);
    }
  }
  const allowed = checkAllowed(input, sexes);
  const columns = missing.length;
  checkMatrix(input.extraLnLr, input.remains.length * columns, 'extraLnLr');
  checkMatrix(input.lnPriorOdds, input.remains.length * columns, 'lnPriorOdds');
  const { candidates, together: groups, markers: joint } = prepareJointMarkers(input);
  const together = groups.map((g) => ({ ...g, lnPrior: (input.sameIndividual?.lnPriorOdds ?? 0) * ((candidates[g.candidate]?.members.length ?? 1) - 1) }));
  const droppedMarkers: { family: string; marker: string; reason: 'referencesImpossible' }[] = [];
  const lnLikFamilies: number[] = [];
  const pairwiseLnLr = new Float64Array(input.remains.length * columns).fill(NaN);
  const familyMarkers: FamilyMarker[][] = [];
  const tables = input.families.map((given, f) => {
    const family = readFamily(given.pedigree);
    const places = given.missing.map((id) => family.index.get(id) ?? -1);
    const all = joint.map((marker) => ({ marker, own: makeFamilyMarker({ family, places, profiles: input.profiles, marker, settings: input }) }));
    familyMarkers.push(all.map((m) => m.own));
    lnLikFamilies.push(all.reduce((x, m) => x + m.own.lnReferences, 0));
    const usable = all.filter((m) => m.own.lnReferences > -Infinity);
    for (const m of all) if (m.own.lnReferences === -Infinity) droppedMarkers.push({ family: given.name, marker: m.own.name, reason: 'referencesImpossible' });
    const offset = offsets[f] ?? 0;
    const table = makeFamilyTable({
      name: given.name,
      markers: usable.map((m) => m.own),
      joint: usable.map((m) => m.marker),
      allowed: places.map((_, i) => candidates.flatMap((c, n) => (c.members.every((r) => allowed[r]?.[offset + i] === true) ? [n] : []))),
      candidates: candidates.length,
      members: candidates.map((c) => c.members),
      keepImpossible: input.smallest === true,
    });
    for (let i = 0; i < places.length; i++) for (let r = 0; r < input.remains.length; r++) pairwiseLnLr[r * columns + offset + i] = table.single[i * candidates.length + r] ?? NaN;
    return table;
  });
  const lnLikRemains = input.remains.map((_, r) => joint.reduce((x, m) => x + (m.lnStranger[r] ?? NaN), 0));
  const base = { input, missing, familyOf, offsets, candidates, together, tables, familyMarkers, allowed, pairwiseLnLr, lnLikRemains, lnLikFamilies, droppedMarkers };
  return { ...base, levels: makeLevels(base) };
}

function checkAllowed(input: JointInput, sexes: readonly Sex[]): readonly (readonly boolean[])[] {
  if (input.allowed === undefined) return input.remains.map((r) => sexes.map((s) => r.sex === s || r.sex === 'unknown' || s === 'unknown'));
  if (input.allowed.length !== input.remains.length || input.allowed.some((row) => row.length !== sexes.length)) throw new KinshipError('kinship.joint.matrix', { matrix: 'allowed', cells: input.allowed.length, expected: input.remains.length });
  return input.allowed;
}

function checkMatrix(matrix: Float64Array | undefined, expected: number, name: string): void {
  if (matrix === undefined) return;
  if (matrix.length !== expected) throw new KinshipError('kinship.joint.matrix', { matrix: name, cells: matrix.length, expected });
  for (const x of matrix) if (Number.isNaN(x) || x === Infinity) throw new KinshipError('kinship.not_a_number');
}

function makeLevels(prepared: Omit<PreparedJoint, 'levels'>): Levels {
  const { input, candidates, together, tables, missing } = prepared;
  const words = Math.max(1, Math.ceil(input.remains.length / 32));
  const members = candidates.map((c) => c.members);
  const group = new Map(together.map((t) => [t.candidate, t]));
  const at = (matrix: Float64Array | undefined, members: readonly number[], m: number): number => (matrix === undefined ? 0 : members.reduce((x, r) => x + (matrix[r * missing.length + m] ?? NaN), 0) );
  const levels: Level[] = tables.map((table, f) => {
    const offset = prepared.offsets[f] ?? 0;
    const numbers = Array.from({ length: table.places }, (_, i) => offset + i);
    const masks = new Int32Array(table.count * words);
    const lnLr = table.lnLr.slice();
    const lnWeight = new Float64Array(table.count);
    for (let q = 0; q < table.count; q++) {
      const used: number[] = [];
      let prior = 0;
      for (let i = 0; i < table.places; i++) {
        const c = table.fills[q * table.places + i] ?? -1;
        if (c < 0) continue;
        const own = members[c] ?? [];
        used.push(...own);
        const t = group.get(c);
        lnLr[q] = (lnLr[q] ?? NaN) + at(input.extraLnLr, own, offset + i) + (t?.lnLr ?? 0);
        // One person, one prior of being this missing person: the mean over the remains it left.
        prior += at(input.lnPriorOdds, own, offset + i) / own.length + (t?.lnPrior ?? 0);
      }
      masks.set(maskOf(used, words), q * words);
      lnWeight[q] = (lnLr[q] ?? NaN) + prior;
    }
    return { missing: numbers, count: table.count, fills: table.fills, masks, lnWeight, lnLr, reach: reachOf(masks, words), unknown: -1 };
  });
  for (const t of together) {
    const masks = new Int32Array(2 * words);
    masks.set(maskOf(members[t.candidate] ?? [], words), words);
    levels.push({ missing: [], count: 2, fills: new Int32Array(0), masks, lnWeight: Float64Array.of(0, t.lnLr + t.lnPrior), lnLr: Float64Array.of(0, t.lnLr), reach: reachOf(masks, words), unknown: t.candidate });
  }
  return { levels: levels.map(dropImpossible), words, remains: input.remains.length, missing: missing.length, members };
}

/** Other evidence or a prior of 0 may rule out fills; a level keeps only what can be. */
function dropImpossible(level: Level): Level {
  if (level.lnWeight.every((x) => x > -Infinity)) return level;
  return keepFills(level, level.reach.length, (q) => (level.lnWeight[q] ?? NaN) > -Infinity);
}
