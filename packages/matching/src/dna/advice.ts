import { canonicalMarkerName, closeCm, kitMarkers, linkageGroupsOf, type AdviceInput, type AdviceOption, type FrequencyTable, type LinkageGroup, type Observation } from '@imena/kinship';
import { runMarkers } from './assemble.ts';
import { closeMarkers, linkedOutOf } from './linked-markers.ts';
import { relationTo, type Relation } from './relation.ts';
import { policiesOf, referencesOf, type RunFamily, type RunInput, type RunProfile } from './types.ts';

/** One thing that could be done for a case below the threshold. */
export type AdviceChoice =
  | { readonly id: string; readonly kind: 'relative'; readonly member: string; readonly relation: Relation }
  /** Typed relatives and remains are typed with a kit; `markers` are those the case lacks. */
  | { readonly id: string; readonly kind: 'kit'; readonly kit: string; readonly markers: readonly string[] }
  /** Another bone of the same body; `markers` are those that relatives have and the remains lack. */
  | { readonly id: string; readonly kind: 'second_bone'; readonly markers: readonly string[] };

/** The family in question, with the remains where there are some. */
export interface AdvisedCase {
  readonly input: Pick<RunInput, 'parameters' | 'references' | 'linked' | 'linkage'>;
  readonly family: Pick<RunFamily, 'family' | 'members' | 'missing'>;
  readonly member: string;
  readonly remains: RunProfile | null;
  readonly table: FrequencyTable;
}

/** Kits offered: those that add most; more of them differ little. */
const mostKits = 2;
/** Simulated outcomes of each choice: a share is known to about 1.5 percent points. */
const simulations = 1000;
const seed = 1;

/**
 * The choices there are: every relative without a profile who is not missing themselves, a second bone where the remains
 * lack markers that relatives have, and the kits that add most markers. Whether somebody lives or agrees is for people.
 */
export function listAdvice(of: AdvisedCase): AdviceChoice[] {
  const { family, member, remains } = of;
  const missing = new Set(family.missing.map((one) => one.member));
  const relatives = family.members.filter((one) => one.profile === null && one.id !== member && !missing.has(one.id));
  const typed = typedMarkers(of);
  const lacking = remains === null ? [] : typed.filter((name) => !isSeen(remains.genotypes[name]));
  return [
    ...relatives.map((one): AdviceChoice => ({ id: `relative:${one.id}`, kind: 'relative', member: one.id, relation: relationTo(family.members, one.id, member) })),
    ...(lacking.length === 0 ? [] : [{ id: 'second_bone', kind: 'second_bone' as const, markers: lacking }]),
    ...(isAnybodyTyped(of) ? kitsBeyond(of, typed) : []),
  ];
}

/** The markers that a sample of a relative would be typed at: those of the case, or where nobody is typed yet those of the richest kit. */
export function adviceMarkers(of: AdvisedCase): { readonly markers: readonly string[]; readonly kit: string | null } {
  if (isAnybodyTyped(of) || of.remains !== null) return { markers: typedMarkers(of), kit: null };
  const [richest] = kitsBeyond(of, []);
  return richest?.kind === 'kit' ? { markers: richest.markers, kit: richest.kit } : { markers: [], kit: null };
}

/**
 * What kinship's advice is asked for one choice, with the subpopulation correction of the run.
 * @param threshold posterior that DNA must reach, 0..1
 */
export function adviceInput(of: AdvisedCase, choice: AdviceChoice, threshold: number): AdviceInput {
  const { input: { parameters, references }, family, member, remains, table } = of;
  const individuals = family.members.map(({ id, father, mother, sex, profile }) => ({ id, father, mother, sex, ...(profile === null || id === member ? {} : { profile }) }));
  const used = new Set(individuals.map((one) => one.profile));
  const { markers } = adviceMarkers(of);
  return {
    pedigree: { name: family.family, individuals }, missing: member, ...referencesOf(references.filter((one) => used.has(one.profile))), markers: runMarkers(table, parameters, markers), linkage: linkageOf(of, markers), policies: policiesOf(parameters), theta: parameters.theta,
    ...(remains === null ? {} : { remains: remains.genotypes, ...(remains.typing && { remainsTyping: remains.typing }) }), options: [optionOf(of, choice)],
    lnThreshold: Math.log(threshold / (1 - threshold)) + Math.log(parameters.expectedMissing - 1), simulations, seed,
  };
}

/** Close markers together, as the run calculates them; runs recorded before that was done leave one of each pair out. */
function linkageOf({ input }: Pick<AdvisedCase, 'input'>, markers: readonly string[]): LinkageGroup[] {
  return input.linkage === undefined ? [] : linkageGroupsOf(markers, closeCm);
}

function optionOf({ input, table }: AdvisedCase, choice: AdviceChoice): AdviceOption {
  switch (choice.kind) {
    case 'relative': return { kind: 'relative', id: choice.member };
    case 'second_bone': return { kind: 'secondBone', markers: choice.markers };
    case 'kit': return { kind: 'markers', name: choice.kit, markers: runMarkers(table, input.parameters, choice.markers), linkage: linkageOf({ input }, choice.markers) };
  }
}

/** Markers with frequencies at which the remains or a relative is typed, in the order of the table. */
function typedMarkers({ input, family, member, remains, table }: AdvisedCase): string[] {
  const placed = new Set(family.members.map((one) => one.profile));
  const typed = [...input.references.filter((one) => placed.has(one.profile)), ...(remains === null ? [] : [remains])];
  const leftOut = new Set(input.linkage === undefined ? linkedOutOf(input, family, member).map((one) => one.marker) : []);
  return namesOf(table).filter((name) => !leftOut.has(name) && typed.some((one) => isSeen(one.genotypes[name])));
}

function isAnybodyTyped({ family, member }: AdvisedCase): boolean {
  return family.members.some((one) => one.profile !== null && one.id !== member);
}

function kitsBeyond({ table, input }: AdvisedCase, typed: readonly string[]): AdviceChoice[] {
  const known = namesOf(table);
  const kits = Object.entries(kitMarkers()).map(([kit, names]) => ({ kit, markers: withoutClose(known.filter((name) => names.map(canonicalMarkerName).includes(name) && !typed.includes(name)), { typed, together: input.linkage !== undefined }) }));
  const adding = kits.filter((one) => one.markers.length > 0).sort((a, b) => b.markers.length - a.markers.length || (a.kit < b.kit ? -1 : 1));
  return adding.slice(0, mostKits).map(({ kit, markers }) => ({ id: `kit:${kit}`, kind: 'kit', kit, markers }));
}

/** New markers without those that lie close to a typed one, or, where new ones are not calculated together, to an earlier new one: they would count twice. */
function withoutClose(names: readonly string[], { typed, together }: { readonly typed: readonly string[]; readonly together: boolean }): string[] {
  return names.reduce<string[]>((kept, name) => (closeMarkers([...typed, ...(together ? [] : kept), name]).some(({ a, b }) => a === name || b === name) ? kept : [...kept, name]), []);
}

function namesOf(table: FrequencyTable): string[] {
  return table.markers.map((marker) => canonicalMarkerName(marker.name));
}

function isSeen(observation: Observation | undefined): boolean {
  return observation?.some((allele) => allele !== null) ?? false;
}
