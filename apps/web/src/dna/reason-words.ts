import type { TFunction } from 'i18next';

const dropped = ['consent_withdrawn', 'another_profile_has_more_markers', 'nobody_in_pedigree', 'people_disagree', 'too_few_markers', 'marker_named_twice', 'of_nobody'] as const;
const leftOut = ['no_pedigree', 'pedigree_disagrees', 'missing_not_in_pedigree', 'nobody_typed'] as const;

/** Why a profile or a family took no part; a reason of a later version is shown as its code. */
export function reasonWords(of: 'dropped' | 'leftOut', reason: string, t: TFunction<'dna'>): string {
  if (of === 'dropped') {
    const known = dropped.find((one) => one === reason);
    return known === undefined ? reason : t(`reasons.${known}`);
  }
  const known = leftOut.find((one) => one === reason);
  return known === undefined ? reason : t(`reasons.${known}`);
}
