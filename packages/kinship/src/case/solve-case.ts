import type { Algorithm } from '../engine/evaluate.ts';
import { KinshipError } from '../kinship-error.ts';
import { lnLikelihood, prepareForAll } from '../likelihood.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { linkedLikelihoods } from '../missing-person/linked-score.ts';
import { lookUp } from '../missing-person/score.ts';
import { observationAt, typingAt } from '../markers/read-evidence.ts';
import { observationsOf, remarksOn } from '../likelihood-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import type { Individual, Marker, Note, Pedigree, Settings } from '../types.ts';
import type { CasePedigree, KinshipCase } from './types.ts';

/** What a hypothesis is summed over: a marker by itself, or linked markers together. */
export interface Part {
  readonly name: string;
  readonly kind: 'marker' | 'joint';
}

/** One part of one hypothesis. */
export interface Solved {
  readonly lnLik: number;
  /** `missingPersonTable`: the genotype was looked up in the table of the missing person's family, as a run does. */
  readonly algorithm: Algorithm | 'missingPersonTable' | 'linked';
  readonly notes: readonly Note[];
}

export interface SolvedCase {
  /** With alleles added and frequencies scaled as the policies say. */
  readonly markers: readonly Marker[];
  readonly parts: readonly Part[];
  /** By hypothesis, in the order of the parts. */
  readonly byName: ReadonlyMap<string, readonly Solved[]>;
  readonly comparison: Comparison | null;
  /** Policies applied to each marker. */
  readonly notes: ReadonlyMap<string, readonly Note[]>;
}

/** Every hypothesis of a case at every marker. @throws KinshipError kinship.* */
export function solveCase(given: KinshipCase): SolvedCase {
  const prepared = given.markers.map((m) => prepareForAll(m, given.profiles, settingsOf(given)));
  const markers = prepared.map(({ marker }) => marker);
  const linkage = given.linkageGroups ?? [];
  const linked = new Set(linkage.flatMap((g) => g.markers));
  const parts: Part[] = [
    ...markers.filter((m) => !linked.has(m.name)).map((m): Part => ({ name: m.name, kind: 'marker' })),
    ...linkage.map((g): Part => ({ name: g.markers.join('+'), kind: 'joint' })),
  ];
  const byName = new Map<string, readonly Solved[]>();
  const comparison = findComparison(given);
  if (comparison !== null) for (const [name, values] of tablesIfMade(given, markers, comparison)) byName.set(name, values);
  for (const pedigree of given.pedigrees) {
    if (byName.has(pedigree.name)) continue;
    const found = lnLikelihood({ pedigree, profiles: given.profiles, markers, theta: given.theta, linkage, ...(given.typing && { typing: given.typing }) });
    byName.set(pedigree.name, [...found.perMarker.filter((m) => !linked.has(m.marker)), ...found.linked.map((g): Solved => ({ lnLik: g.lnLik, algorithm: 'linked', notes: g.notes }))]);
  }
  return { markers, parts, byName, comparison, notes: new Map(prepared.map(({ marker, notes }) => [marker.name, notes])) };
}

/** How a case is calculated, as the calculations take it. */
export function settingsOf({ theta, typing, policies }: Pick<KinshipCase, 'theta' | 'typing' | 'policies'>): Settings {
  return { theta, ...(typing && { typing }), ...(policies && { policies }) };
}

export interface Comparison {
  readonly related: CasePedigree;
  readonly unrelated: CasePedigree;
  /** The family with the missing person untyped. */
  readonly family: CasePedigree;
  readonly profile: string;
}

/**
 * Whether a case asks what the missing-person tables hold: the reference hypothesis is the other one with the missing
 * person's profile moved to a stranger. Then the tables answer, so that an exported candidate gives the digits of the run.
 */
function findComparison(given: KinshipCase): Comparison | null {
  const unrelated = given.pedigrees.find((p) => p.name === given.reference);
  const related = given.pedigrees.find((p) => p.name !== given.reference);
  if (unrelated === undefined || related === undefined || given.missing === undefined) return null;
  const profile = related.individuals.find((i) => i.id === given.missing)?.profile;
  if (profile === undefined || related.individuals.filter((i) => i.profile === profile).length !== 1) return null;
  const stranger = unrelated.individuals.find((i) => i.profile === profile && i.father === null && i.mother === null);
  if (stranger === undefined || unrelated.individuals.some((i) => i.father === stranger.id || i.mother === stranger.id)) return null;
  const write = (value: unknown): string => JSON.stringify(value ?? {});
  const family = { ...related, individuals: related.individuals.map((i) => (i.id === given.missing ? withoutProfile(i) : i)) };
  const rest = unrelated.individuals.filter((i) => i !== stranger);
  const sameRest = write(related.founderInbreeding) === write(unrelated.founderInbreeding) && write(related.monozygotic) === write(unrelated.monozygotic) && stranger.sex === (related.individuals.find((i) => i.id === given.missing)?.sex ?? stranger.sex);
  return sameRest && sameIndividuals(family.individuals, rest) ? { related, unrelated, family, profile } : null;
}

function withoutProfile(person: Individual): Individual {
  return { id: person.id, father: person.father, mother: person.mother, sex: person.sex };
}

function sameIndividuals(a: readonly Individual[], b: readonly Individual[]): boolean {
  const write = (people: readonly Individual[]): string => JSON.stringify(people.map((p) => [p.id, p.father, p.mother, p.sex, p.profile ?? null]).sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)));
  return write(a) === write(b);
}

/** A single likelihood can be had where a table of all genotypes cannot; no run has made one either, so no digits are to be met. */
function tablesIfMade(given: KinshipCase, markers: readonly Marker[], comparison: Comparison): readonly (readonly [string, readonly Solved[]])[] {
  try {
    return tableLikelihoods(given, markers, comparison);
  } catch (error) {
    if (error instanceof KinshipError && (error.code === 'kinship.too_complex' || error.code === 'kinship.unsupported.theta_founders')) return [];
    throw error;
  }
}

function tableLikelihoods(given: KinshipCase, markers: readonly Marker[], comparison: Comparison): [string, Solved[]][] {
  const prepared = prepareMissingPerson({ pedigree: comparison.family, missing: given.missing ?? '', profiles: given.profiles, markers, theta: given.theta, linkage: given.linkageGroups ?? [], ...(given.typing && { typing: given.typing }) });
  const remains = given.profiles[comparison.profile] ?? {};
  const typing = given.typing?.[comparison.profile];
  const linked = new Set(prepared.linkage.flatMap((group) => group.markers));
  const alone = prepared.tables.filter((table) => !linked.has(table.given.name));
  const both = alone.map((table) => lookUp(table, observationAt(remains, table.marker.name) ?? [null, null], typingAt(typing, table.marker.name)));
  const together = prepared.linkage.map((group) => linkedLikelihoods(prepared, group, { profile: remains, typing }));
  const solved = (pedigree: Pedigree, values: readonly number[], ofGroups: readonly number[]): Solved[] => {
    const family = readFamily(pedigree);
    const settings = given.typing === undefined ? {} : { typing: given.typing };
    const notesOf = (marker: Marker): Note[] => remarksOn(family, marker, { seen: observationsOf(family, given.profiles, marker.name), settings });
    return [
      ...values.map((lnLik, i): Solved => ({ lnLik, algorithm: 'missingPersonTable', notes: alone[i] === undefined ? [] : notesOf(alone[i].marker) })),
      ...ofGroups.map((lnLik): Solved => ({ lnLik, algorithm: 'missingPersonTable', notes: [] })),
    ];
  };
  return [
    [comparison.related.name, solved(comparison.related, both.map(({ lnRelated }) => lnRelated), together.map((g) => g.lnLikRelated))],
    [comparison.unrelated.name, solved(comparison.unrelated, both.map(({ lnUnrelated }) => lnUnrelated), together.map((g) => g.lnLikUnrelated))],
  ];
}
