import { KinshipError } from '../kinship-error.ts';
import type { Sex } from '../types.ts';
import type { FamilyUnit } from './family-engine.ts';
import type { FamilyTable } from './family-table.ts';
import { makeJointTable, readJointFamily, takeTogether } from './joint-family.ts';
import { prepareJointMarkers, type Candidate } from './joint-markers.ts';
import { makeUnits, type JointUnit } from './joint-unit.ts';
import { keepFills, maskOf, reachOf, type Level, type Levels } from './levels.ts';
import type { TogetherTable } from './together-table.ts';
import type { JointInput, JointResult, JointTheta } from './types.ts';

/** Everything that costs likelihoods: the tables of all families over all remains, ready to be summed. */
export interface PreparedJoint {
  readonly input: JointInput;
  readonly missing: readonly string[];
  readonly familyOf: readonly string[];
  /** First missing person of each table. */
  readonly offsets: readonly number[];
  readonly candidates: readonly Candidate[];
  /** Candidates that are several remains taken as one person, with the ln LR of that and the ln prior odds. */
  readonly samePersons: readonly { readonly candidate: number; readonly lnLr: number; readonly lnLrByMarker: readonly number[]; readonly lnPrior: number }[];
  /** One a family; one for all of them where theta takes them together. */
  readonly tables: readonly FamilyTable[];
  readonly units: readonly JointUnit[];
  /** Likelihoods by family and unit. */
  readonly familyUnits: readonly (readonly FamilyUnit[])[];
  /** null where theta is 0. */
  readonly theta: JointTheta | null;
  /** Where theta takes all families together. */
  readonly together: TogetherTable | null;
  readonly levels: Levels;
  readonly allowed: readonly (readonly boolean[])[];
  readonly pairwiseLnLr: Float64Array;
  readonly lnLikRemains: readonly number[];
  readonly lnLikFamilies: readonly number[];
  readonly lnLikNobody: number;
  readonly droppedMarkers: JointResult['droppedMarkers'];
}

/**
 * Makes the tables of all families: ln LR of every way to fill the places of the missing with the remains.
 * @throws KinshipError kinship.joint.*, kinship.pedigree.*, kinship.marker.*, kinship.missing.*
 */
export function prepareJoint(input: JointInput): PreparedJoint {
  const { missing, familyOf, sexes, offsets } = readMissing(input);
  const allowed = checkAllowed(input, sexes);
  checkMatrix(input.extraLnLr, input.remains.length * missing.length, 'extraLnLr');
  checkMatrix(input.lnPriorOdds, input.remains.length * missing.length, 'lnPriorOdds');
  const { candidates, together: groups, markers } = prepareJointMarkers(input);
  const units = makeUnits(markers, input.linkage ?? []);
  const samePersons = groups.map((g) => ({ ...g, lnPrior: (input.sameIndividual?.lnPriorOdds ?? 0) * ((candidates[g.candidate]?.members.length ?? 1) - 1) }));
  const places = missing.map((_, m) => candidates.flatMap((c, n) => (c.members.every((r) => allowed[r]?.[m] === true) ? [n] : [])));
  const families = input.families.map((given, f) => readJointFamily(input, { given, units, places: places.slice(offsets[f], (offsets[f] ?? 0) + given.missing.length), candidates }));
  const droppedMarkers = families.flatMap((family, f) => family.dropped.map((marker) => ({ family: input.families[f]?.name ?? '', marker, reason: 'referencesImpossible' as const })));
  const theta = input.theta ?? 0;
  const whole = theta === 0 ? null : takeTogether(input, { units: units.filter((u) => families.every((family) => family.usable.includes(u))), candidates, places, isSingle: groups.length === 0 });
  const made = whole === null ? families.map((family) => makeJointTable(input, family)) : [];
  const tables = whole === null ? made.map((m) => m.table) : [whole.table];
  const pairwiseLnLr = new Float64Array(input.remains.length * missing.length).fill(NaN);
  const starts = whole === null ? offsets : [0];
  tables.forEach((table, t) => {
    for (let i = 0; i < table.places; i++) for (let r = 0; r < input.remains.length; r++) pairwiseLnLr[r * missing.length + (starts[t] ?? 0) + i] = table.single[i * candidates.length + r] ?? NaN;
  });
  const lnLikRemains = input.remains.map((_, r) => units.reduce((x, u) => x + (u.lnStranger[r] ?? NaN), 0));
  const lnLikFamilies = families.map((family) => family.all.reduce((x, u) => x + u.lnReferences, 0));
  const lnLikNobody = whole?.lnNobody ?? [...lnLikRemains, ...lnLikFamilies].reduce((x, y) => x + y, 0);
  const base = {
    input, missing, familyOf, offsets: starts, candidates, samePersons, tables, units, familyUnits: families.map((f) => f.all), allowed, pairwiseLnLr, lnLikRemains, lnLikFamilies, lnLikNobody, droppedMarkers, together: whole,
    theta: theta === 0 ? null : { value: theta, form: whole === null ? ('withinFamilies' as const) : ('together' as const), byPairing: made.flatMap((m, f) => (m.isByPairing ? [input.families[f]?.name ?? ''] : [])) },
  };
  return { ...base, levels: makeLevels(base) };
}

function readMissing(input: JointInput): { missing: string[]; familyOf: string[]; sexes: Sex[]; offsets: number[] } {
  const read = { missing: [] as string[], familyOf: [] as string[], sexes: [] as Sex[], offsets: [] as number[] };
  for (const family of input.families) {
    read.offsets.push(read.missing.length);
    for (const id of family.missing) {
      const person = family.pedigree.individuals.find((i) => i.id === id);
      if (person === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: id });
      if (person.profile !== undefined) throw new KinshipError('kinship.missing.has_profile', { missing: id });
      read.missing.push(id);
      read.familyOf.push(family.name);
      read.sexes.push(person.sex);
    }
  }
  return read;
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
  const { input, candidates, samePersons, tables, missing } = prepared;
  const words = Math.max(1, Math.ceil(input.remains.length / 32));
  const members = candidates.map((c) => c.members);
  const group = new Map(samePersons.map((t) => [t.candidate, t]));
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
  for (const t of samePersons) {
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
