import { compareNames, type NameModel, type NameReason, type PreparedName } from '@imena/names';

/** Share of the other names of a report (maiden, earlier, as somebody else says it) among what is written of its person. */
const otherNamesShare = 0.5;

/**
 * log10 LR of all names read for one individual against all names of one report. At most one of the names read is the
 * person's own, each alike: the mean of their ratios, not the product; a name read twice says no more than once. Of the
 * names of a report the first counts half, the others share the other half. Reasons are those of the pair of names that
 * fits best, and of every other name read.
 * @returns null where a side has no name
 */
export function weighNames(found: readonly PreparedName[], reported: readonly PreparedName[], model: NameModel): { readonly log10Lr: number; readonly reasons: readonly NameReason[] } | null {
  const [own, names] = [reported.filter(({ words }) => words.length > 0), found.filter(({ words }) => words.length > 0)];
  if (own.length === 0 || names.length === 0) return null;
  const compared = names.map((name) => {
    const each = own.map((report) => compareNames(name, report, model));
    const share = (at: number): number => (own.length === 1 ? 1 : at === 0 ? 1 - otherNamesShare : otherNamesShare / (own.length - 1));
    const best = each.reduce((high, one) => (one.log10Lr > high.log10Lr ? one : high));
    return { ratio: each.reduce((sum, { log10Lr }, at) => sum + share(at) * 10 ** log10Lr, 0), best };
  });
  return { log10Lr: Math.log10(compared.reduce((sum, { ratio }) => sum + ratio, 0) / compared.length), reasons: compared.flatMap(({ best }) => best.reasons) };
}
