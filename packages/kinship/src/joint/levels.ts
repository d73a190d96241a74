/** One step of the sum: the fills of one family, or one group of remains that may be one unknown person. */
export interface Level {
  /** Numbers of the missing persons of the family; empty for an unknown person. */
  readonly missing: readonly number[];
  readonly count: number;
  /** Candidate in each place, -1 for nobody; row-major count x missing. */
  readonly fills: Int32Array;
  /** Remains that a fill uses, as bits; row-major count x words. */
  readonly masks: Int32Array;
  /** ln of likelihood ratio, other evidence and prior together. */
  readonly lnWeight: Float64Array;
  /** ln of likelihood ratio and other evidence, without priors. */
  readonly lnLr: Float64Array;
  /** Remains that some fill uses. */
  readonly reach: Int32Array;
  /** The candidate of an unknown person's level; -1 for a family. */
  readonly unknown: number;
}

export interface Levels {
  readonly levels: readonly Level[];
  readonly words: number;
  readonly remains: number;
  readonly missing: number;
  /** Remains each candidate stands for. */
  readonly members: readonly (readonly number[])[];
}

/** Bits of some remains. */
export function maskOf(remains: readonly number[], words: number): Int32Array {
  const mask = new Int32Array(words);
  for (const r of remains) mask[r >> 5] = (mask[r >> 5] ?? 0) | (1 << (r & 31));
  return mask;
}

export function hasBit(mask: Int32Array, offset: number, bit: number): boolean {
  return (((mask[offset + (bit >> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** The union of the masks of a level. */
export function reachOf(masks: Int32Array, words: number): Int32Array {
  const reach = new Int32Array(words);
  masks.forEach((m, i) => (reach[i % words] = (reach[i % words] ?? 0) | m));
  return reach;
}

/**
 * The order in which families are summed: at each step the one that leaves the fewest remains wanted by families before and
 * after; ties go to more fills, which are cheaper while there are few states.
 */
export function orderLevels(levels: readonly Level[], words: number): Level[] {
  const left = [...levels];
  const ordered: Level[] = [];
  const touched = new Int32Array(words);
  while (left.length > 0) {
    // Remains that at least one, and at least two, of those left want: what others want after one of them.
    const once = new Int32Array(words);
    const twice = new Int32Array(words);
    for (const { reach } of left)
      for (let w = 0; w < words; w++) {
        twice[w] = (twice[w] ?? 0) | ((once[w] ?? 0) & (reach[w] ?? 0));
        once[w] = (once[w] ?? 0) | (reach[w] ?? 0);
      }
    let best = 0;
    let bestOpen = Infinity;
    left.forEach((level, i) => {
      let open = 0;
      for (let w = 0; w < words; w++) {
        const own = level.reach[w] ?? 0;
        open += countBits(((touched[w] ?? 0) | own) & ((twice[w] ?? 0) | ((once[w] ?? 0) & ~own)));
      }
      if (open < bestOpen || (open === bestOpen && level.count > (left[best]?.count ?? 0))) {
        best = i;
        bestOpen = open;
      }
    });
    const [level] = left.splice(best, 1);
    if (level === undefined) break;
    ordered.push(level);
    for (let w = 0; w < words; w++) touched[w] = (touched[w] ?? 0) | (level.reach[w] ?? 0);
  }
  return ordered;
}

export function countBits(x: number): number {
  let n = 0;
  for (let y = x >>> 0; y !== 0; y &= y - 1) n += 1;
  return n;
}

/**
 * Leaves out fills that cannot matter. Taking people out of a fill is a one-to-one map into the other assignments, so the
 * posterior of a fill is at most its weight over that of any of its parts; fills are dropped, least bound first, while these
 * bounds sum to less than the budget. Returns the sum for the certificate.
 */
export function dropNegligible(levels: Levels, budget: number): { levels: Levels; dropped: number } {
  const bounds: { level: number; fill: number; bound: number }[] = [];
  levels.levels.forEach((level, l) => {
    if (level.unknown >= 0 || level.missing.length === 0) return;
    const places = level.missing.length;
    const at = new Map<string, number>();
    const keyOf = (fill: readonly number[]): string => fill.join(',');
    const rows = Array.from({ length: level.count }, (_, q) => Array.from(level.fills.subarray(q * places, (q + 1) * places)));
    rows.forEach((row, q) => at.set(keyOf(row), q));
    const byUsed = rows.map((_, q) => q).sort((a, b) => usedIn(rows[a]) - usedIn(rows[b]));
    const most = new Float64Array(level.count);
    for (const q of byUsed) {
      const row = rows[q] ?? [];
      let below = -Infinity;
      row.forEach((c, i) => {
        if (c >= 0) below = Math.max(below, most[at.get(keyOf(row.with(i, -1))) ?? -1] ?? -Infinity);
      });
      const own = level.lnWeight[q] ?? NaN;
      if (below > -Infinity) bounds.push({ level: l, fill: q, bound: Math.exp(own - below) });
      most[q] = Math.max(own, below);
    }
  });
  bounds.sort((a, b) => a.bound - b.bound || a.level - b.level || a.fill - b.fill);
  const gone = levels.levels.map(() => new Set<number>());
  let dropped = 0;
  for (const { level, fill, bound } of bounds) {
    if (!(dropped + bound <= budget)) break;
    dropped += bound;
    gone[level]?.add(fill);
  }
  const kept = levels.levels.map((level, l) => ((gone[l]?.size ?? 0) === 0 ? level : keepFills(level, levels.words, (q) => gone[l]?.has(q) !== true)));
  return { levels: { ...levels, levels: kept }, dropped };
}

function usedIn(row: readonly number[] | undefined): number {
  return (row ?? []).reduce((n, c) => n + (c >= 0 ? 1 : 0), 0);
}

/** A level with only these of its fills. */
export function keepFills(level: Level, words: number, keeps: (fill: number) => boolean): Level {
  const rows = Array.from({ length: level.count }, (_, q) => q).filter(keeps);
  const places = level.missing.length;
  const masks = Int32Array.from(rows.flatMap((q) => Array.from(level.masks.subarray(q * words, (q + 1) * words))));
  return {
    ...level,
    count: rows.length,
    fills: Int32Array.from(rows.flatMap((q) => Array.from(level.fills.subarray(q * places, (q + 1) * places)))),
    masks,
    lnWeight: Float64Array.from(rows, (q) => level.lnWeight[q] ?? NaN),
    lnLr: Float64Array.from(rows, (q) => level.lnLr[q] ?? NaN),
    reach: reachOf(masks, words),
  };
}
