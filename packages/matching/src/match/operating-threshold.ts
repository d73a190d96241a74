/** Shares that are linked at most, as expected: of those who are nobody of the list, and of wrong ones among the links. */
export const linkLimits = { ofNobody: 0.015, wrong: 0.04 } as const;
/** Never below: whoever is linked is this person rather than not. */
const lowest = 0.5;

/** One individual: how probable the best candidate is, and that it is nobody of the list. */
export interface BestOfOne {
  readonly best: number;
  readonly nobody: number;
}

/**
 * The probability from which a candidate is proposed as a link: the lowest from 0.5 up at which, by the probabilities
 * themselves, no more of those who are nobody of the list are expected to be linked, and no more of the links to be wrong,
 * than `linkLimits` allow. Lists that tell people apart well need no more than 0.5; lists full of namesakes and bodies without a name need
 * more. It moves no probability.
 */
export function operatingThreshold(individuals: readonly BestOfOne[]): number {
  const allowed = linkLimits.ofNobody * individuals.reduce((sum, { nobody }) => sum + nobody, 0);
  const ranked = individuals.filter(({ best }) => best >= lowest).sort((a, b) => b.best - a.best || a.nobody - b.nobody);
  let [nobody, wrong, threshold] = [0, 0, 1];
  for (const [at, one] of ranked.entries()) {
    nobody += one.nobody;
    wrong += 1 - one.best;
    // Equal probabilities stand or fall together.
    if (ranked[at + 1]?.best === one.best) continue;
    if (nobody <= allowed && wrong <= linkLimits.wrong * (at + 1)) threshold = one.best;
  }
  // Where everybody above one half may be linked the threshold is that, whoever stands lowest.
  return ranked.length === 0 || threshold === ranked.at(-1)?.best ? lowest : threshold;
}
