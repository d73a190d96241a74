import { entryOf } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { typingNote } from '../likelihood-evidence.ts';
import { knownAlleles, observationAt, typingAt } from '../markers/read-evidence.ts';
import type { LinkageGroup, Marker, Note, Observation, Profile, ProfileTyping, TypingModel } from '../types.ts';
import { scoreLinked, usableGroups } from './linked-score.ts';
import { lnSumObserved, observedGenotypes, type ObservedGenotypes } from './observed-genotypes.ts';
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
  if (seen.observation === undefined || !isSeen(seen.observation, seen.typing)) return drop(name, 'remainsNotTyped');
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
  const observed = observedGenotypes(table.marker, { observation, haploid: table.hemizygous, typing });
  if (observed === null) return { lnRelated: table.lnReferences, lnUnrelated: table.lnReferences };
  return { lnRelated: lnSumObserved(table.lnRelated, observed), lnUnrelated: lnSumObserved(table.lnUnrelated, observed) };
}

/**
 * ln LR of every profile against every prepared person, row = person, column = profile (index row * profiles.length + column);
 * each entry has the same digits as `scoreRemains`. What is seen at a marker is read once for all persons, through the typing
 * model of its profile too, and weighed once a person for all profiles that show the same: a pair is then a look-up a marker.
 * @param typing of each profile; none where it is taken as typed without error
 */
export function scoreMatrix(prepared: readonly PreparedPerson[], profiles: readonly Profile[], typing: readonly (ProfileTyping | undefined)[] = []): Float64Array {
  const out = new Float64Array(prepared.length * profiles.length);
  const readings = new Readings(profiles, typing);
  prepared.forEach((person, row) => {
    const line = out.subarray(row * profiles.length, (row + 1) * profiles.length);
    const groupOf = groupsByMarker(person);
    for (const table of person.tables) {
      if (groupOf.has(table.given.name) || !table.referencesTyped || table.lnReferences === -Infinity) continue;
      const { code, shown } = readings.at(table);
      const lnShown = shown.map((one) => lnRatioOf(person, table, one));
      for (let column = 0; column < profiles.length; column++) {
        const entry = code[column] ?? untyped;
        if (entry >= 0) line[column] = (line[column] ?? NaN) + ((table.lnRelated[entry] ?? NaN) - (table.lnUnrelated[entry] ?? NaN));
        else if (entry !== untyped) line[column] = (line[column] ?? NaN) + (lnShown[firstShown - entry] ?? NaN);
      }
    }
    if (groupOf.size === 0) return;
    profiles.forEach((profile, column) => {
      for (const { lnLr } of scoreLinked(person, { profile, typing: typing[column] })) line[column] = (line[column] ?? NaN) + lnLr;
    });
  });
  for (const x of out) if (Number.isNaN(x)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
  return out;
}

const untyped = -1;
/** The code of the first of `shown`; the next ones count down. */
const firstShown = -2;

/** What some profiles show at a marker that is not one genotype of the table: summed over several, or with alleles outside it (null). */
interface Shown extends Seen {
  readonly observed: ObservedGenotypes | null;
}

interface Reading {
  /** By profile: the entry of its genotype, untyped, or one of `shown`. */
  readonly code: Int32Array;
  readonly shown: readonly Shown[];
}

function lnRatioOf(person: PreparedPerson, table: MarkerTable, shown: Shown): number {
  if (shown.observed === null) return scoreMarker(person, table, shown).lnLr;
  return lnSumObserved(table.lnRelated, shown.observed) - lnSumObserved(table.lnUnrelated, shown.observed);
}

/** The profiles of a matrix as each marker reads them: markers calculated with equal alleles and frequencies share one reading. */
class Readings {
  readonly #profiles: readonly Profile[];
  readonly #typing: readonly (ProfileTyping | undefined)[];
  /** For people with one allele and with two. */
  readonly #byMarker = { one: new Map<Marker, Reading>(), two: new Map<Marker, Reading>() };
  readonly #byText = new Map<string, Reading>();

  constructor(profiles: readonly Profile[], typing: readonly (ProfileTyping | undefined)[]) {
    this.#profiles = profiles;
    this.#typing = typing;
  }

  at(table: MarkerTable): Reading {
    const byMarker = this.#byMarker[table.hemizygous ? 'one' : 'two'];
    const known = byMarker.get(table.marker);
    if (known !== undefined) return known;
    const { name, silent, alleles, freqs } = table.marker;
    const key = JSON.stringify([name, table.hemizygous, silent ?? null, alleles, freqs]);
    const made = this.#byText.get(key) ?? this.#read(table);
    this.#byText.set(key, made);
    byMarker.set(table.marker, made);
    return made;
  }

  #read(table: MarkerTable): Reading {
    const { name } = table.given;
    const shown: Shown[] = [];
    const known = new Map<string, number>();
    const code = Int32Array.from(this.#profiles, (profile, column) => {
      const observation = observationAt(profile, name);
      const typing = typingAt(this.#typing[column], name);
      if (observation === undefined || !isSeen(observation, typing)) return untyped;
      const numbers = knownAlleles(observation).map((label) => table.alleleIndex.get(label));
      const [a, b] = numbers;
      const isPlain = typing === undefined && observation.length === 2 && !table.hemizygous && table.marker.silent === undefined;
      if (isPlain && a !== undefined && b !== undefined) return entryOf(a, b);
      const key = JSON.stringify([observation, typing]);
      const at = known.get(key);
      if (at !== undefined) return at;
      const observed = numbers.includes(undefined) ? null : observedGenotypes(table.marker, { observation, haploid: table.hemizygous, typing });
      const fresh = firstShown - (shown.push({ observation, typing, observed }) - 1);
      known.set(key, fresh);
      return fresh;
    });
    return { code, shown };
  }
}

/** Whether a marker was typed: where alleles may drop out, having seen none says something too. */
function isSeen(observation: Observation, typing: TypingModel | undefined): boolean {
  return knownAlleles(observation).length > 0 || (observation.length === 0 && typing !== undefined);
}
