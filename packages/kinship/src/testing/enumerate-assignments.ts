/** A table of ln weights by family: `places` missing persons, fills as candidates (-1 for nobody). */
export interface SmallFamily {
  readonly places: number;
  readonly fills: readonly { readonly who: readonly number[]; readonly ln: number }[];
}

/** The oracle of the tests: every assignment written out, weights multiplied, posteriors by plain division. */
export function enumerateAssignments(families: readonly SmallFamily[], remains: number): { total: number; count: number; best: number; pairs: number[][]; largest: number[][] } {
  const missing = families.reduce((n, f) => n + f.places, 0);
  const pairs = Array.from({ length: remains }, () => new Array<number>(missing + 1).fill(0));
  const largest = Array.from({ length: remains }, () => new Array<number>(missing + 1).fill(0));
  let total = 0;
  let count = 0;
  let best = 0;
  const chosen = new Array<number>(remains).fill(missing);
  const visit = (f: number, offset: number, weight: number): void => {
    const family = families[f];
    if (family === undefined) {
      total += weight;
      count += 1;
      best = Math.max(best, weight);
      chosen.forEach((m, r) => {
        const row = pairs[r];
        const top = largest[r];
        if (row !== undefined) row[m] = (row[m] ?? 0) + weight;
        if (top !== undefined) top[m] = Math.max(top[m] ?? 0, weight);
      });
      return;
    }
    for (const { who, ln } of family.fills) {
      if (who.some((r) => r >= 0 && chosen[r] !== missing)) continue;
      who.forEach((r, i) => {
        if (r >= 0) chosen[r] = offset + i;
      });
      visit(f + 1, offset + family.places, weight * Math.exp(ln));
      for (const r of who) if (r >= 0) chosen[r] = missing;
    }
  };
  visit(0, 0, 1);
  return { total, count, best, pairs, largest };
}
