import { entryOf } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { typingNote } from '../likelihood-evidence.ts';
import { knownAlleles, observationAt, readEvidence, typingAt } from '../markers/read-evidence.ts';
import { asCalculated, prepareMarker } from '../markers/prepare-marker.ts';
import type { LinkageGroup, Note, Observation, Profile, ProfileTyping, TypingModel } from '../types.ts';
import { scoreLinked, usableGroups } from './linked-score.ts';
import { tableHolding } from './prepare.ts';
import type { DroppedReason, LinkedScore, MarkerScore, MarkerTable, PreparedPerson, RemainsScore } from './types.ts';

/**
 * ln LR of "these remains are the missing person" against "they are a stranger to this family", marker by marker.
 * `typing` says how alleles of the remains may have dropped out or in. Linked markers count by the likelihood of their group. A marker counts where remains and at least one relative are typed; every other one is named with the reason.
 * @throws KinshipError kinship.outside_allele under the policy `refuse`; kinship.profile.observation
 */
export function scoreRemains(prepared: PreparedPerson, profile: Profile, typing?: ProfileTyping): RemainsScore {
  let lnLr = 0;
  let markersUsed = 0;
  const groupOf = groupsByMarker(prepared);
  const perMarker: MarkerScore[] = prepared.tables.map((base) => {
    const observation = observationAt(profile, base.given.name);
    const score = scoreMarker(prepared, base, { observation, typing: typingAt(typing, base.given.name) });
    if (score.dropped !== undefined) return score;
    markersUsed += 1;
    const group = groupOf.get(base.given.name);
    if (group === undefined) {
      lnLr += score.lnLr;
      return score;
    }
    const note: Note = { code: 'linked', details: { markers: group.markers.join(', ') } };
    return { ...score, notes: [...score.notes, note] };
  });
  const linked: LinkedScore[] = scoreLinked(prepared, { profile, typing });
  for (const group of linked) lnLr += group.lnLr;
  const known = new Set(prepared.tables.map((t) => t.given.name));
  for (const name of Object.keys(profile).sort()) if (!known.has(name)) perMarker.push(drop(name, 'noFrequencies'));
  // One marker impossible for the missing person and another (by a frequency of 0) for a stranger: no ratio exists.
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return { lnLr, markersUsed, perMarker, linked };
}

function groupsByMarker(prepared: PreparedPerson): ReadonlyMap<string, LinkageGroup> {
  return new Map(usableGroups(prepared).flatMap((group) => group.markers.map((name) => [name, group] as const)));
}

interface Seen {
  readonly observation: Observation | undefined;
  readonly typing?: TypingModel | undefined;
}

function scoreMarker(prepared: PreparedPerson, base: MarkerTable, seen: Seen): MarkerScore {
  const name = base.given.name;
  const known = knownAlleles(seen.observation);
  const isTyped = known.length > 0 || (seen.observation?.length === 0 && seen.typing !== undefined);
  if (seen.observation === undefined || !isTyped) return drop(name, 'remainsNotTyped');
  if (!base.referencesTyped) return drop(name, 'referencesNotTyped');
  if (base.lnReferences === -Infinity) return drop(name, 'referencesImpossible');
  const table = tableHolding(prepared, base, known);
  const { lnRelated, lnUnrelated } = lookUp(table, seen.observation, seen.typing);
  const lnLr = lnRelated - lnUnrelated;
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: name });
  return { marker: name, lnLr, lnLikRelated: lnRelated, lnLikUnrelated: lnUnrelated, notes: seen.typing === undefined ? table.notes : [...table.notes, typingNote('remains', seen.typing)] };
}

function drop(marker: string, dropped: DroppedReason): MarkerScore {
  return { marker, lnLr: 0, lnLikRelated: null, lnLikUnrelated: null, dropped, notes: [] };
}

/** ln P(references, observation) under both hypotheses: the sum over the genotypes that fit, each with P(observation | genotype). */
export function lookUp(table: MarkerTable, observation: Observation, typing?: TypingModel): { lnRelated: number; lnUnrelated: number } {
  const evidence = readEvidence(prepareMarker(table.marker, [], asCalculated), { observation, haploid: table.hemizygous, typing });
  if (evidence === null) return { lnRelated: table.lnReferences, lnUnrelated: table.lnReferences };
  const entries = Array.from(evidence.first, (a, i) => entryOf(a, evidence.second[i] ?? -1));
  const sum = (values: Float64Array): number => lnSum(Float64Array.from(entries, (e, i) => (values[e] ?? NaN) + Math.log(evidence.weight[i] ?? NaN)));
  return { lnRelated: sum(table.lnRelated), lnUnrelated: sum(table.lnUnrelated) };
}

function lnSum(values: Float64Array): number {
  const [only] = values;
  if (values.length === 1) return only ?? NaN;
  let max = -Infinity;
  for (const x of values) max = Math.max(max, x);
  if (max === -Infinity) return -Infinity;
  let sum = 0;
  for (const x of values) sum += Math.exp(x - max);
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
    const groupOf = groupsByMarker(person);
    for (const table of person.tables) {
      if (groupOf.has(table.given.name) || !table.referencesTyped || table.lnReferences === -Infinity) continue;
      const code = encode(codes, table, profiles);
      for (let column = 0; column < profiles.length; column++) {
        const entry = code[column] ?? untyped;
        if (entry >= 0) line[column] = (line[column] ?? NaN) + ((table.lnRelated[entry] ?? NaN) - (table.lnUnrelated[entry] ?? NaN));
        else if (entry === special) line[column] = (line[column] ?? NaN) + scoreMarker(person, table, { observation: observationAt(profiles[column], table.given.name) }).lnLr;
      }
    }
    if (groupOf.size === 0) return;
    profiles.forEach((profile, column) => {
      for (const { lnLr } of scoreLinked(person, { profile })) line[column] = (line[column] ?? NaN) + lnLr;
    });
  });
  for (const x of out) if (Number.isNaN(x)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return out;
}

const untyped = -1;
const special = -2;

/** The entry of each profile at a marker: an index, untyped, or special (summed over several genotypes, or outside the table). */
function encode(codes: Map<string, Int32Array>, table: MarkerTable, profiles: readonly Profile[]): Int32Array {
  const key = JSON.stringify([table.marker.name, table.hemizygous, table.marker.silent ?? null, table.marker.alleles]);
  const known = codes.get(key);
  if (known !== undefined) return known;
  const made = Int32Array.from(profiles, (profile) => {
    const labels = knownAlleles(observationAt(profile, table.given.name));
    if (labels.length === 0) return untyped;
    const [a, b] = labels.map((label) => table.alleleIndex.get(label));
    const plain = labels.length === 2 && !table.hemizygous && (table.marker.silent === undefined || a !== b);
    return a === undefined || b === undefined || !plain ? special : entryOf(a, b);
  });
  codes.set(key, made);
  return made;
}
