import { canonicalMarkerName, confirmCase, exportCase, KinshipError, prepareMissingPerson, scoreRemains, type Confirmation, type FrequencyTable, type Observation, type Profile, type ProfileTyping } from '@imena/kinship';
import { runMarkers } from './assemble.ts';
import { policiesOf, typingOf, type RunMember, type RunParameters } from './types.ts';
import { xGroupOf } from './x-groups.ts';

export type XAlleles = Readonly<Record<string, readonly (string | null)[]>>;

export interface XInput {
  readonly members: readonly Pick<RunMember, 'id' | 'father' | 'mother' | 'sex'>[];
  /** The missing person among the members. */
  readonly member: string;
  readonly remains: XAlleles | null;
  readonly relatives: readonly { readonly member: string; readonly alleles: XAlleles; readonly typing?: ProfileTyping }[];
  /** Drop-out and drop-in of the remains' profile; those of relatives stand beside their alleles. */
  readonly typing?: ProfileTyping;
  readonly table: FrequencyTable;
  readonly parameters: RunParameters;
}

/** Why a marker is shown and not counted. */
export type XNotCounted = 'remains_not_typed' | 'relatives_not_typed' | 'no_frequencies' | 'place_unknown' | 'neighbour_counted';

export interface XMarkerRow {
  readonly marker: string;
  readonly remains: readonly (string | null)[] | null;
  readonly relatives: readonly { readonly member: string; readonly alleles: readonly (string | null)[] | null }[];
  readonly notCounted: XNotCounted | null;
  /** ln LR of the marker; null where it is not counted. */
  readonly lnLr: number | null;
}

export interface XEvidence {
  readonly markers: readonly XMarkerRow[];
  /** ln LR of the X markers that count; null where none does, or kinship refuses. It stands beside the autosomal one and is never part of it. */
  readonly lnLr: number | null;
  readonly confirmation: Confirmation['kind'] | null;
  readonly refused: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } | null;
}

/**
 * X-STR alleles of remains and relatives by the X likelihood of the pedigree. Of each linkage group the marker that most
 * relatives are typed at counts, because alleles of neighbours go together in the population and no table of haplotypes is
 * at hand; groups are taken as independent. Markers of unknown place are shown and not counted. Null where nobody is typed.
 * LIMIT: the last two groups of the long arm are known to be loosely linked; that is not modelled.
 */
export function compareX(input: XInput): XEvidence | null {
  const { remains, relatives, table, parameters, members, member } = input;
  const names = [...new Set([...Object.keys(remains ?? {}), ...relatives.flatMap((one) => Object.keys(one.alleles))])].sort();
  if (names.length === 0) return null;
  const inTable = new Set(table.markers.map((marker) => canonicalMarkerName(marker.name)));
  const typedBy = (name: string): number => relatives.filter((one) => isTyped(one.alleles[name])).length;
  const chosen = new Map<number, string>();
  const reasonOf = (name: string): XNotCounted | null => {
    if (!isTyped(remains?.[name])) return 'remains_not_typed';
    if (typedBy(name) === 0) return 'relatives_not_typed';
    if (!inTable.has(name)) return 'no_frequencies';
    return xGroupOf(name) === null ? 'place_unknown' : null;
  };
  for (const name of names.filter((one) => reasonOf(one) === null)) {
    const group = xGroupOf(name) ?? -1;
    const before = chosen.get(group);
    if (before === undefined || typedBy(name) > typedBy(before)) chosen.set(group, name);
  }
  const counted = new Set(chosen.values());
  const sexOf = new Map(members.map((one) => [one.id, one.sex]));
  const scored = counted.size === 0 ? notScored : score();
  return {
    markers: names.map((name) => ({
      marker: name, remains: remains?.[name] ?? null, relatives: relatives.map((one) => ({ member: one.member, alleles: one.alleles[name] ?? null })),
      notCounted: reasonOf(name) ?? (counted.has(name) ? null : 'neighbour_counted'), lnLr: scored.perMarker.get(name) ?? null,
    })),
    lnLr: scored.lnLr, confirmation: scored.confirmation, refused: scored.refused,
  };

  function score(): Scored {
    const only = (alleles: XAlleles, sex: RunMember['sex'] | undefined): Profile => Object.fromEntries([...counted].flatMap((name) => (isTyped(alleles[name]) ? [[name, asObserved(alleles[name] ?? [], sex)]] : [])));
    const typed = new Set(relatives.map((one) => one.member));
    try {
      const prepared = prepareMissingPerson({
        pedigree: { name: 'X', individuals: members.map(({ id, father, mother, sex }) => ({ id, father, mother, sex, ...(typed.has(id) && id !== member ? { profile: id } : {}) })) },
        missing: member, profiles: Object.fromEntries(relatives.map((one) => [one.member, only(one.alleles, sexOf.get(one.member))])), typing: Object.fromEntries(relatives.flatMap((one) => (one.typing === undefined ? [] : [[one.member, one.typing]]))),
        markers: runMarkers(table, parameters, [...counted]).map((marker) => ({ ...marker, chrom: 'X' as const })), theta: parameters.theta, policies: policiesOf(parameters),
      });
      const profile = only(remains ?? {}, sexOf.get(member));
      const { lnLr, perMarker } = scoreRemains(prepared, profile, input.typing);
      return { lnLr, perMarker: new Map(perMarker.filter((one) => one.dropped === undefined).map((one) => [one.marker, one.lnLr])), confirmation: confirmCase(exportCase({ id: 'x', prepared, profile, ...typingOf(input) }), lnLr).kind, refused: null };
    } catch (error) {
      if (error instanceof KinshipError) return { ...notScored, refused: { code: error.code, details: error.details } };
      throw error;
    }
  }
}

/** What the markers that count say together. */
type Scored = Omit<XEvidence, 'markers'> & { readonly perMarker: ReadonlyMap<string, number> };

const notScored: Scored = { lnLr: null, perMarker: new Map(), confirmation: null, refused: null };

function isTyped(alleles: readonly (string | null)[] | undefined): boolean {
  return alleles?.some((allele) => allele !== null) ?? false;
}

/** A man has one allele, whichever way it was written; of a woman of whom one was read the other is not known. */
function asObserved(alleles: readonly (string | null)[], sex: RunMember['sex'] | undefined): Observation {
  const known = alleles.filter((allele) => allele !== null);
  if (sex === 'male') return known.length === 2 && known[0] === known[1] ? known.slice(0, 1) : known;
  return known.length === 1 ? [...known, null] : known;
}
