import type { PreparedJoint } from './prepare-joint.ts';

export interface UndisputedPairing {
  readonly missing: number;
  readonly remains: number;
  /** ln LR given the pairings of earlier steps. */
  readonly lnLr: number;
  readonly step: number;
}

/**
 * Pairings whose ln LR reaches the threshold and exceeds every other LR of the same remains or the same missing person by it;
 * they are taken as given, and the rest is asked again, until nothing is added. A proposal of order, not a decision.
 * `left` are the remains for which nobody is left on the list after a step.
 * Source: Vigeland and Egeland 2021 (doi:10.1038/s41598-021-93071-5).
 * @param lnThreshold natural logarithm of the threshold
 */
export function findUndisputed(prepared: PreparedJoint, lnThreshold: number): { readonly pairings: readonly UndisputedPairing[]; readonly left: readonly number[] } {
  const { tables, offsets, allowed, missing } = prepared;
  const indexes = tables.map((t) => {
    const index = new Map<string, number>();
    for (let q = 0; q < t.count; q++) index.set(t.fills.subarray(q * t.places, (q + 1) * t.places).join(','), q);
    return index;
  });
  const given: number[][] = tables.map((t) => new Array<number>(t.places).fill(-1));
  const lnLrOf = (f: number, fill: readonly number[]): number => {
    const q = indexes[f]?.get(fill.join(','));
    return q === undefined ? -Infinity : (tables[f]?.lnLr[q] ?? NaN);
  };
  const free = new Set(prepared.input.remains.keys());
  const open = new Set(missing.keys());
  const pairings: UndisputedPairing[] = [];
  const left: number[] = [];
  for (let step = 1; ; step++) {
    const cells: { remains: number; missing: number; lnLr: number }[] = [];
    tables.forEach((table, f) => {
      const now = given[f] ?? [];
      const base = lnLrOf(f, now);
      for (let i = 0; i < table.places; i++) {
        const m = (offsets[f] ?? 0) + i;
        if (!open.has(m)) continue;
        for (const r of free) if (allowed[r]?.[m] === true) cells.push({ remains: r, missing: m, lnLr: lnLrOf(f, now.with(i, r)) - base });
      }
    });
    const found = cells.filter((c) => c.lnLr >= lnThreshold && cells.every((o) => o === c || (o.remains !== c.remains && o.missing !== c.missing) || c.lnLr - o.lnLr >= lnThreshold));
    if (found.length === 0) return { pairings, left };
    for (const c of found) {
      pairings.push({ ...c, step });
      free.delete(c.remains);
      open.delete(c.missing);
      const f = tables.findIndex((t, k) => c.missing >= (offsets[k] ?? 0) && c.missing < (offsets[k] ?? 0) + t.places);
      const fill = given[f];
      if (fill !== undefined) fill[c.missing - (offsets[f] ?? 0)] = c.remains;
    }
    for (const r of free)
      if (![...open].some((m) => allowed[r]?.[m] === true)) {
        left.push(r);
        free.delete(r);
      }
  }
}
