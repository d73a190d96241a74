import { likelihoodRatio, type LikelihoodInput } from '../likelihood.ts';
import { mergeFamilies, type FamilySide, type MergedFamilies } from './merge-families.ts';
import type { Profiles, ProfileTyping } from '../types.ts';

export interface ComparedFamily extends FamilySide {
  readonly profiles: Profiles;
  /** Typing models by profile key; a profile without one is taken as typed without error. */
  readonly typing?: Readonly<Record<string, ProfileTyping>>;
}

export interface FamilyComparison extends MergedFamilies {
  readonly lnLr: number;
  readonly perMarker: ReturnType<typeof likelihoodRatio>['perMarker'];
  readonly linked: ReturnType<typeof likelihoodRatio>['linked'];
  /** Samples of both families by their new keys, as the two pedigrees name them. */
  readonly profiles: Profiles;
}

/**
 * ln LR of "a person of one family and a person of another are one", both untyped or not, against "the families are unrelated": a child found without a name against the
 * families of the missing, or one missing person reported by two sides of a family. The two persons' own samples count too, where there are any.
 * @throws KinshipError kinship.families.*, kinship.*
 */
export function compareFamilies({ a, b, ...settings }: Omit<LikelihoodInput, 'pedigree' | 'profiles' | 'typing'> & { readonly a: ComparedFamily; readonly b: ComparedFamily }): FamilyComparison {
  const merged = mergeFamilies(a, b);
  const under = <T>(side: string, of: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(of).map(([key, one]) => [`${side}:${key}`, one]));
  const profiles = { ...under('A', a.profiles), ...under('B', b.profiles) };
  const typing = { ...under('A', a.typing ?? {}), ...under('B', b.typing ?? {}) };
  return { ...merged, profiles, ...likelihoodRatio({ ...settings, profiles, typing, numerator: merged.asOne, denominator: merged.apart }) };
}
