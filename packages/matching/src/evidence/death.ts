import type { DaySpan } from '../records/types.ts';
import type { EvidenceSettings } from './parameters.ts';
import { passing } from './room.ts';

/**
 * log10 LR of every day of last seen (index day - `firstDay`) against the bounds of death: P(death inside the bounds |
 * last seen that day) by a mixture of a short and a long exponential delay, blurred where either date is misremembered,
 * against the share of deaths of the population inside the same bounds.
 * LIMIT: one distribution of delays for a site; people detained long before death need the long part raised.
 */
export function deathTable(bounds: DaySpan, days: CoveredDays, population: Float64Array, settings: EvidenceSettings): Float32Array {
  const weigh = openDeath(bounds, days, population, settings);
  const table = passing.floats(days.count);
  for (let i = 0; i < days.count; i++) table[i] = weigh(days.firstDay + i);
  return table;
}

/** The days that tables cover. */
export interface CoveredDays {
  readonly firstDay: number;
  readonly count: number;
}

/** The same for single days. Cost: one step for each day inside the bounds, then next to nothing a day. */
export function openDeath(bounds: DaySpan, days: CoveredDays, population: Float64Array, settings: EvidenceSettings): (seen: number) => number {
  // A side that is open reaches beyond every day that was last seen.
  const found = { from: bounds.from ?? days.firstDay - daysBefore, to: bounds.to ?? days.firstDay + days.count + daysAfter };
  let expected = 0;
  for (let day = Math.max(found.from, days.firstDay); day <= Math.min(found.to, days.firstDay + days.count - 1); day++) expected += population[day - days.firstDay] ?? 0;
  const width = found.to - found.from + 1;
  // A span that no other remains lie in still has the chance of its length.
  expected = 0.98 * expected + 0.02 * Math.min(1, width / days.count);
  const within = delaysUnder(settings);
  const gross = settings.deathGrossError;
  // Day after day the same few values come again: before the bounds nothing can be said but the chance of an error.
  const flat = Math.log10(gross);
  return (seen) => {
    const late = within(found.to + 1 - seen);
    const early = within(found.from - seen);
    return late === early ? flat : Math.log10(((1 - gross) * (late - early)) / expected + gross);
  };
}

/**
 * log10 LRs of spans of days of last seen: the mean of the ratios of its days, each by the share of reports that name it,
 * against the mean of all days, so that a span which holds them all says nothing. `table` is that of `deathTable`; a
 * side that is open reaches to the end of the days it covers.
 * @param seen - share of reports for each day of the table
 */
export function spanWeights(table: Float32Array, { firstDay, seen }: { readonly firstDay: number; readonly seen: Float64Array }, spans: readonly DaySpan[]): number[] {
  if (spans.length === 0) return [];
  // Sums up to each day, so that a span costs two look-ups.
  const [shares, ratios] = [new Float64Array(table.length + 1), new Float64Array(table.length + 1)];
  for (let i = 0; i < table.length; i++) {
    shares[i + 1] = (shares[i] ?? 0) + (seen[i] ?? 0);
    ratios[i + 1] = (ratios[i] ?? 0) + (seen[i] ?? 0) * 10 ** (table[i] ?? 0);
  }
  const mean = (from: number, to: number): number => ((ratios[to] ?? 0) - (ratios[from] ?? 0)) / ((shares[to] ?? 0) - (shares[from] ?? 0));
  return spans.map(({ from, to }) => {
    const first = Math.max(0, (from ?? firstDay) - firstDay);
    const last = Math.min(table.length, (to ?? firstDay + table.length) - firstDay + 1);
    return last <= first ? 0 : Math.log10(mean(first, last) / mean(0, table.length));
  });
}

/** Days before and after last seen for which shares are kept: beyond them nothing more happens. */
const daysBefore = 400;
const daysAfter = 8000;

type Delays = (days: number) => number;
const delays = new WeakMap<EvidenceSettings, Delays>();

/** P(death reported within so many days of last seen); a fifth of dates is misremembered. Each is reckoned when first asked for: what is learned from asks for few under each of many settings. */
function delaysUnder(settings: EvidenceSettings): Delays {
  const known = delays.get(settings);
  if (known !== undefined) return known;
  const shares = new Float64Array(daysBefore + daysAfter + 1).fill(-1);
  const within: Delays = (asked) => {
    const days = Math.min(daysAfter, Math.max(-daysBefore, asked));
    const kept = shares[days + daysBefore] ?? -1;
    return kept >= 0 ? kept : (shares[days + daysBefore] = 0.8 * delayShare(days, settings) + 0.2 * spreadShare(days, settings.deathMisdatedDays, settings));
  };
  delays.set(settings, within);
  return within;
}

/** P(delay < days). */
function delayShare(days: number, settings: EvidenceSettings): number {
  if (days <= 0) return 0;
  const { deathDelayDays, deathLongDelayDays, deathLongDelayShare } = settings;
  return 1 - (1 - deathLongDelayShare) * Math.exp(-days / deathDelayDays) - deathLongDelayShare * Math.exp(-days / deathLongDelayDays);
}

/** Steps by which a date is off, and the share of each. */
const spread = [[-2, 0.1], [-1, 0.2], [0, 0.4], [1, 0.2], [2, 0.1]] as const;

/** The same where the date of last seen is off by up to ± twice the blur, in five steps. */
function spreadShare(days: number, blur: number, settings: EvidenceSettings): number {
  return spread.reduce((sum, [step, weight]) => sum + weight * delayShare(days + step * blur, settings), 0);
}
