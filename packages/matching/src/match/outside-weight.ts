/** What is known of a pair from elsewhere: the log10 LR of its DNA. */
export interface OutsideWeight {
  readonly remains: string;
  readonly report: string;
  readonly log10Lr: number;
}

/** Infinite likelihood ratios are held at this: a profile can be another's. */
const mostOutside = 20;

/** A weight as it is added: finite. */
export function boundedWeight(log10Lr: number): number {
  return Math.min(mostOutside, Math.max(-mostOutside, log10Lr));
}

/** The weight of one pair among many, the highest where it stands several times; null where it does not. */
export function outsideWeight(all: readonly OutsideWeight[], { remains, report }: Pick<OutsideWeight, 'remains' | 'report'>): number | null {
  return all.reduce<number | null>((high, one) => (one.remains === remains && one.report === report ? Math.max(high ?? -Infinity, boundedWeight(one.log10Lr)) : high), null);
}
