/** A pair under two sets of weights; ids of remains and report, or of two reports. */
export interface MovedPair {
  readonly a: string;
  readonly b: string;
  readonly before: number;
  readonly after: number;
  readonly log10Before: number;
  readonly log10After: number;
}

/** Pairs at or above one probability, before and after, and those that cross it. */
export interface CrossedThreshold {
  readonly probability: number;
  readonly before: number;
  readonly after: number;
  readonly up: number;
  readonly down: number;
}

export interface Moves {
  readonly thresholds: readonly CrossedThreshold[];
  /** Largest change of log odds first. */
  readonly largest: readonly MovedPair[];
}

const thresholds = [0.05, 0.5, 0.95];
const mostShown = 25;
/** Improbable before and after: nobody looks at such a pair. */
const leastProbability = 0.05;
/** Below these a change is none: log10 of the odds, and the probability itself, which hardly moves near its ends. */
const leastChange = { log10Odds: 0.05, probability: 0.005 };

/** Whether a pair is one that people would see under either weights. */
export function countsAsMoved({ before, after }: Pick<MovedPair, 'before' | 'after'>): boolean {
  return before >= leastProbability || after >= leastProbability;
}

/** How many pairs cross each threshold, and those that move most. */
export function movesOf(pairs: Iterable<MovedPair>): Moves {
  const counts = thresholds.map((probability) => ({ probability, before: 0, after: 0, up: 0, down: 0 }));
  const moved: { readonly pair: MovedPair; readonly by: number }[] = [];
  for (const pair of pairs) {
    for (const count of counts) {
      const [was, is] = [pair.before >= count.probability, pair.after >= count.probability];
      if (was) count.before++;
      if (is) count.after++;
      if (is && !was) count.up++;
      if (was && !is) count.down++;
    }
    const by = Math.abs(log10Odds(pair.after) - log10Odds(pair.before));
    if (by >= leastChange.log10Odds && Math.abs(pair.after - pair.before) >= leastChange.probability) moved.push({ pair, by });
  }
  const order = (x: MovedPair, y: MovedPair): number => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1);
  return { thresholds: counts, largest: moved.sort((x, y) => y.by - x.by || order(x.pair, y.pair)).slice(0, mostShown).map(({ pair }) => pair) };
}

/** Kept finite: certainty is nobody's here. */
function log10Odds(probability: number): number {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log10(kept / (1 - kept));
}
