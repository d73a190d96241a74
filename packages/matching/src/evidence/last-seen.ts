/**
 * log10 LR of the days on which two informants last saw somebody, the same person against two of the population: the
 * same day, near it (Laplace) or misdated; against the share of reports within the same distance.
 */
export function lastSeenWeight(daysApart: number, model: { readonly spreadDays: number; readonly grossError: number; readonly chance: Float64Array }): number {
  const apart = Math.abs(daysApart);
  const { spreadDays, grossError, chance } = model;
  const byChance = chance[Math.min(apart, chance.length - 1)] ?? 0;
  if (!(byChance > 0)) return Math.log10(grossError);
  const near = Math.exp(-apart / spreadDays) / (1 / (1 - Math.exp(-1 / spreadDays)) * 2 - 1);
  const same = apart === 0 ? 0.5 + 0.5 * near : near;
  // Both sides of zero are one distance.
  const density = apart === 0 ? same : 0.5 * 2 * near;
  return Math.log10(((1 - grossError) * density + grossError * byChance) / byChance);
}

/** Days between the first and last of a span beyond which it is taken from its middle. */
const longestSpan = 100;

/**
 * The same where a report says no more than a span of days (a month): each day of it is as likely, so that equal months
 * are no equal day. Both ends of both spans are included.
 */
export function lastSeenSpanWeight(a: KnownSpan, b: KnownSpan, model: Parameters<typeof lastSeenWeight>[1]): number {
  const [lengthA, lengthB] = [a.to - a.from, b.to - b.from];
  if (lengthA > longestSpan || lengthB > longestSpan) return lastSeenWeight(Math.round((a.from + a.to - b.from - b.to) / 2), model);
  let [same, chance] = [0, 0];
  for (let apart = a.from - b.to; apart <= a.to - b.from; apart++) {
    // Pairs of days that lie so far apart.
    const pairs = Math.min(a.to, b.to + apart) - Math.max(a.from, b.from + apart) + 1;
    const byChance = pairs * (model.chance[Math.min(Math.abs(apart), model.chance.length - 1)] ?? 0);
    chance += byChance;
    same += byChance * 10 ** lastSeenWeight(apart, model);
  }
  return chance > 0 ? Math.log10(same / chance) : lastSeenWeight(a.from - b.from, model);
}

export interface KnownSpan {
  readonly from: number;
  readonly to: number;
}

/** Share of pairs of a list that lie d days apart, d = 0..`longest`; smoothed, so that none is 0. */
export function chanceApart(days: readonly number[], longest = 400): Float64Array {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const distinct = [...counts].sort((a, b) => a[0] - b[0]);
  const pairs = new Float64Array(longest + 1);
  let total = 0;
  distinct.forEach(([day, count], i) => {
    for (let j = i; j < distinct.length; j++) {
      const [other = 0, more = 0] = distinct[j] ?? [];
      if (other - day > longest) break;
      const made = i === j ? (count * (count - 1)) / 2 : count * more;
      pairs[other - day] = (pairs[other - day] ?? 0) + made;
    }
  });
  total = (days.length * (days.length - 1)) / 2;
  return pairs.map((_, d) => {
    // A window of ± 3 days keeps a weekday from standing out by chance.
    let sum = 0;
    let width = 0;
    for (let k = Math.max(1, d - 3); k <= Math.min(longest, d + 3); k++) {
      sum += pairs[k] ?? 0;
      width++;
    }
    const smooth = sum / width;
    return ((d === 0 ? smooth / 2 : smooth) + 1 / longest) / (total + 1);
  });
}
