import { KinshipError } from '../kinship-error.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Pedigree, type Policies, type Profile, type Profiles, type ProfileTyping } from '../types.ts';
import { readCase } from './parse-case.ts';

/** A family with a missing person as a `kinship-case/1` file holds it, with the remains in question where the case names them. */
export interface MissingPersonCase {
  readonly id: string;
  readonly pedigree: Pedigree;
  readonly missing: string;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  readonly theta: number;
  /** The profile compared with the missing person, if any. */
  readonly remains: Profile | null;
  /** Typing models by profile key; that of the remains apart. */
  readonly typing: Readonly<Record<string, ProfileTyping>>;
  readonly remainsTyping: ProfileTyping | null;
  readonly linkage: readonly LinkageGroup[];
  readonly policies: Policies;
}

/**
 * Reads the family of a case with `missing`: the hypothesis that holds the missing person (not the reference, if there are two), with the missing person untyped.
 * @throws KinshipError kinship.case.shape, kinship.missing.not_in_pedigree
 */
export function readMissingPersonCase(json: unknown): MissingPersonCase {
  const given = readCase(json);
  const { missing } = given;
  if (missing === undefined) throw new KinshipError('kinship.case.shape', { path: 'missing' });
  const holding = given.pedigrees.filter((p) => p.individuals.some((i) => i.id === missing));
  const related = holding.find((p) => p.name !== given.reference) ?? holding[0];
  if (related === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing });
  const key = related.individuals.find((i) => i.id === missing)?.profile;
  const pedigree: Pedigree = { ...related, individuals: related.individuals.map(({ profile, ...i }) => (profile === undefined || i.id === missing ? i : { ...i, profile })) };
  const typing = given.typing ?? {};
  return { id: given.id, pedigree, missing, typing, remainsTyping: key === undefined ? null : (typing[key] ?? null), linkage: given.linkageGroups ?? [], policies: given.policies ?? defaultPolicies, profiles: given.profiles, markers: given.markers, theta: given.theta, remains: key === undefined ? null : (given.profiles[key] ?? null) };
}
