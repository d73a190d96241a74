import { KinshipError } from '../kinship-error.ts';
import { knownAlleles } from '../markers/prepare-marker.ts';
import type { Observation, Profile } from '../types.ts';
import { tableHolding } from './prepare.ts';
import type { DroppedReason, MarkerScore, MarkerTable, PreparedPerson, RemainsScore } from './types.ts';

/**
 * ln LR of "these remains are the missing person" against "they are a stranger to this family", marker by marker.
 * A marker counts where remains and at least one relative are typed; every other one is named with the reason.
 * @throws KinshipError kinship.outside_allele under the policy `refuse`; kinship.profile.observation
 */
export function scoreRemains(prepared: PreparedPerson, profile: Profile): RemainsScore {
  let lnLr = 0;
  let markersUsed = 0;
  const perMarker: MarkerScore[] = prepared.tables.map((base) => {
    const observation = profile[base.given.name];
    const score = scoreMarker(prepared, base, observation);
    if (score.dropped === undefined) {
      markersUsed += 1;
      lnLr += score.lnLr;
    }
    return score;
  });
  const known = new Set(prepared.tables.map((t) => t.given.name));
  for (const name of Object.keys(profile).sort()) if (!known.has(name)) perMarker.push(drop(name, 'noFrequencies'));
  // One marker impossible for the missing person and another (by a frequency of 0) for a stranger: no ratio exists.
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return { lnLr, markersUsed, perMarker };
}

function scoreMarker(prepared: PreparedPerson, base: MarkerTable, observation: Observation | undefined): MarkerScore {
  const name = base.given.name;
  const known = knownAlleles(observation);
  if (observation === undefined || known.length === 0) return drop(name, 'remainsNotTyped');
  if (!base.referencesTyped) return drop(name, 'referencesNotTyped');
  if (base.lnReferences === -Infinity) return drop(name, 'referencesImpossible');
  const table = tableHolding(prepared, base, known);
  const { lnRelated, lnUnrelated } = lookUp(table, observation);
  const lnLr = lnRelated - lnUnrelated;
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: name });
  return { marker: name, lnLr, lnLikRelated: lnRelated, lnLikUnrelated: lnUnrelated, notes: table.notes };
}

function drop(marker: string, dropped: DroppedReason): MarkerScore {
  return { marker, lnLr: 0, lnLikRelated: null, lnLikUnrelated: null, dropped, notes: [] };
}

/** ln P(references, observation) under both hypotheses; an observation of one allele sums over the genotypes that hold it. */
export function lookUp(table: MarkerTable, observation: Observation): { lnRelated: number; lnUnrelated: number } {
  const entries = entriesOf(table, observation);
  const [only] = entries;
  if (only === undefined) return { lnRelated: table.lnReferences, lnUnrelated: table.lnReferences };
  if (entries.length === 1) return { lnRelated: table.lnRelated[only] ?? NaN, lnUnrelated: table.lnUnrelated[only] ?? NaN };
  return { lnRelated: lnSum(table.lnRelated, entries), lnUnrelated: lnSum(table.lnUnrelated, entries) };
}

function entriesOf(table: MarkerTable, observation: Observation): number[] {
  if (observation.length !== 2) throw new KinshipError('kinship.profile.observation', { marker: table.marker.name, alleles: observation.length });
  const [a, b] = knownAlleles(observation).map((label) => {
    const at = table.alleleIndex.get(label);
    if (at === undefined) throw new KinshipError('kinship.outside_allele', { marker: table.marker.name, allele: label });
    return at;
  });
  if (a === undefined) return [];
  if (b !== undefined) return [entryOf(a, b)];
  return table.marker.alleles.map((_, x) => entryOf(a, x));
}

/** Place of the genotype {a, b} in a table. */
export function entryOf(a: number, b: number): number {
  return a <= b ? (b * (b + 1)) / 2 + a : (a * (a + 1)) / 2 + b;
}

function lnSum(values: Float64Array, entries: readonly number[]): number {
  let max = -Infinity;
  for (const e of entries) max = Math.max(max, values[e] ?? NaN);
  if (max === -Infinity) return -Infinity;
  let sum = 0;
  for (const e of entries) sum += Math.exp((values[e] ?? NaN) - max);
  return max + Math.log(sum);
}

/**
 * ln LR of every profile against every prepared person, row = person, column = profile (index row * profiles.length + column);
 * each entry has the same digits as `scoreRemains`.
 */
export function scoreMatrix(prepared: readonly PreparedPerson[], profiles: readonly Profile[]): Float64Array {
  const out = new Float64Array(prepared.length * profiles.length);
  const codes = new Map<string, Int32Array>();
  prepared.forEach((person, row) => {
    const line = out.subarray(row * profiles.length, (row + 1) * profiles.length);
    for (const table of person.tables) {
      if (!table.referencesTyped || table.lnReferences === -Infinity) continue;
      const code = encode(codes, table, profiles);
      for (let column = 0; column < profiles.length; column++) {
        const entry = code[column] ?? untyped;
        if (entry >= 0) line[column] = (line[column] ?? NaN) + ((table.lnRelated[entry] ?? NaN) - (table.lnUnrelated[entry] ?? NaN));
        else if (entry === special) line[column] = (line[column] ?? NaN) + scoreMarker(person, table, profiles[column]?.[table.given.name]).lnLr;
      }
    }
  });
  for (const x of out) if (Number.isNaN(x)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return out;
}

const untyped = -1;
const special = -2;

/** The entry of each profile at a marker: an index, untyped, or special (one allele, or one outside the table). */
function encode(codes: Map<string, Int32Array>, table: MarkerTable, profiles: readonly Profile[]): Int32Array {
  const key = JSON.stringify([table.marker.name, table.marker.alleles]);
  const known = codes.get(key);
  if (known !== undefined) return known;
  const made = Int32Array.from(profiles, (profile) => {
    const labels = knownAlleles(profile[table.given.name]);
    if (labels.length === 0) return untyped;
    const [a, b] = labels.map((label) => table.alleleIndex.get(label));
    return a === undefined || b === undefined || labels.length !== 2 ? special : entryOf(a, b);
  });
  codes.set(key, made);
  return made;
}
