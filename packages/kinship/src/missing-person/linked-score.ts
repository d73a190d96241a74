import type { Evidence } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { checkLinkage } from '../linkage/linked-likelihood.ts';
import { makeLinkedTable, type LinkedTable } from '../linkage/linked-table.ts';
import { asCalculated, prepareMarker } from '../markers/prepare-marker.ts';
import { knownAlleles, observationAt, readEvidence, typingAt } from '../markers/read-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import type { LinkageGroup, Profile, ProfileTyping } from '../types.ts';
import { tableHolding } from './prepare.ts';
import type { LinkedScore, MarkerTable, PreparedPerson } from './types.ts';

/**
 * The same person with markers to be calculated together: they count in a score by the likelihood of the group.
 * @throws KinshipError kinship.linkage.*
 */
export function withLinkage(prepared: PreparedPerson, linkage: readonly LinkageGroup[]): PreparedPerson {
  checkLinkage(linkage, prepared.tables.map((table) => table.given));
  return { ...prepared, linkage };
}

/** The groups that count together: of each the markers at which relatives are typed and possible, where they are two or more. */
export function usableGroups(prepared: PreparedPerson): readonly LinkageGroup[] {
  const memo = usable.get(prepared);
  if (memo !== undefined) return memo;
  const tables = new Map(prepared.tables.map((table) => [table.given.name, table]));
  const isUsable = (name: string): boolean => {
    const table = tables.get(name);
    return table !== undefined && table.referencesTyped && table.lnReferences > -Infinity;
  };
  const made = prepared.linkage.map((group) => keepMarkers(group, isUsable)).filter((group) => group.markers.length > 1);
  usable.set(prepared, made);
  return made;
}

// Memos, not state: the same prepared person gives the same.
const usable = new WeakMap<PreparedPerson, readonly LinkageGroup[]>();
const ready = new WeakMap<PreparedPerson, Map<string, Hypotheses>>();

/** Without a marker between two others their fractions join to r1 + r2 - 2 r1 r2: no interference. */
export function keepMarkers(group: LinkageGroup, keeps: (name: string) => boolean): LinkageGroup {
  const markers: string[] = [];
  const recombination: LinkageGroup['recombination'][number][] = [];
  let since = { female: 0, male: 0 };
  const join = (a: number, b: number): number => a + b - 2 * a * b;
  group.markers.forEach((name, i) => {
    const step = group.recombination[i - 1] ?? since;
    since = i === 0 ? since : { female: join(since.female, step.female), male: join(since.male, step.male) };
    if (!keeps(name)) return;
    if (markers.length > 0) recombination.push(since);
    markers.push(name);
    since = { female: 0, male: 0 };
  });
  return { markers, recombination };
}

interface Hypotheses {
  readonly related: LinkedTable;
  readonly unrelated: LinkedTable;
}

interface Seen {
  readonly profile: Profile;
  readonly typing?: ProfileTyping | undefined;
}

/**
 * The groups at which the remains are typed, exactly.
 * @throws KinshipError kinship.too_complex, kinship.both_impossible
 */
export function scoreLinked(prepared: PreparedPerson, seen: Seen): LinkedScore[] {
  return usableGroups(prepared).filter((group) => group.markers.some((name) => isTyped(seen, name))).map((group) => {
    const score = linkedLikelihoods(prepared, group, seen);
    if (Number.isNaN(score.lnLr)) throw new KinshipError('kinship.both_impossible', { marker: group.markers.join(', ') });
    return score;
  });
}

function isTyped({ profile, typing }: Seen, name: string): boolean {
  const observation = observationAt(profile, name);
  return knownAlleles(observation).length > 0 || (observation?.length === 0 && typingAt(typing, name) !== undefined);
}

/** ln likelihoods of the relatives and the remains at the markers of one group; NaN for the ratio where both are impossible. */
export function linkedLikelihoods(prepared: PreparedPerson, group: LinkageGroup, seen: Seen): LinkedScore {
  const tables = group.markers.flatMap((name) => {
    const base = prepared.tables.find((table) => table.given.name === name);
    return base === undefined ? [] : [tableHolding(prepared, base, knownAlleles(observationAt(seen.profile, name)))];
  });
  const evidence = tables.map((table) => evidenceOf(table, seen));
  const { related, unrelated } = hypothesesOf(prepared, group, tables);
  const lnLikRelated = related(evidence);
  const lnLikUnrelated = unrelated(evidence);
  return { markers: group.markers, lnLr: lnLikRelated - lnLikUnrelated, lnLikRelated, lnLikUnrelated };
}

/** ln P(relatives, each joint genotype of two neighbours of a group) as the missing person: whether two places of a family are told apart by linkage. */
export function linkedTableOf(prepared: PreparedPerson, group: LinkageGroup): LinkedTable {
  return hypothesesOf(prepared, group, group.markers.flatMap((name) => prepared.tables.find((table) => table.given.name === name) ?? [])).related;
}

function evidenceOf(table: MarkerTable, { profile, typing }: Seen): Evidence | null {
  const name = table.given.name;
  return readEvidence(prepareMarker(table.marker, [], asCalculated), { observation: observationAt(profile, name), haploid: table.hemizygous, typing: typingAt(typing, name) });
}

function hypothesesOf(prepared: PreparedPerson, group: LinkageGroup, tables: readonly MarkerTable[]): Hypotheses {
  const memo = ready.get(prepared) ?? new Map<string, Hypotheses>();
  ready.set(prepared, memo);
  const key = JSON.stringify([group, tables.map((table) => table.marker.alleles.slice(table.given.alleles.length))]);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const family = readFamily(prepared.pedigree);
  const target = family.index.get(prepared.missing) ?? -1;
  const chrom = tables[0]?.given.chrom ?? 'autosomal';
  const loci = tables.map((table) => {
    const marker = prepareMarker(table.marker, [], asCalculated);
    return { locus: marker.locus, evidence: readFamilyEvidence(family, marker, { seen: observationsOf(family, prepared.profiles, table.given.name), settings: prepared }).evidence };
  });
  const common = { recombination: group.recombination, theta: prepared.theta };
  const made: Hypotheses = {
    related: makeLinkedTable({ ...common, frame: frameOf(family, chrom), target, loci }),
    unrelated: makeLinkedTable({ ...common, frame: frameOf(withStrangers(family, [family.sex[target] ?? 'unknown']), chrom), target: family.ids.length, loci: loci.map(({ locus, evidence }) => ({ locus, evidence: [...evidence, null] })) }),
  };
  memo.set(key, made);
  return made;
}
