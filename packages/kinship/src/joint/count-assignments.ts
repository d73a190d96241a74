/** States times groups that the count may take. */
const countWork = 1_000_000;

/**
 * Number of ways to pair remains with missing persons, each used at most once, by what is allowed; exact while it stays below 2^53.
 * Remains with the same allowed persons are exchangeable, so it counts by groups;
 * null where the groups are too many for that.
 */
export function countAssignments(allowed: readonly (readonly boolean[])[]): number | null {
  const groups = new Map<string, { row: readonly boolean[]; size: number }>();
  for (const row of allowed) {
    const key = row.map((x) => (x ? '1' : '0')).join('');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, size: 1 });
    else group.size += 1;
  }
  const all = [...groups.values()];
  const missing = allowed[0]?.length ?? 0;
  let states = new Map<string, { left: readonly number[]; ways: bigint }>();
  const start = all.map((g) => g.size);
  states.set(start.join(','), { left: start, ways: 1n });
  // Remains that no later person may be need not be told apart any more.
  const last = all.map((g) => g.row.lastIndexOf(true));
  let work = 0;
  for (let m = 0; m < missing; m++) {
    const next = new Map<string, { left: readonly number[]; ways: bigint }>();
    const add = (before: readonly number[], ways: bigint): void => {
      const left = before.map((n, i) => ((last[i] ?? -1) > m ? n : 0));
      const key = left.join(',');
      next.set(key, { left, ways: (next.get(key)?.ways ?? 0n) + ways });
    };
    for (const { left, ways } of states.values()) {
      add(left, ways);
      all.forEach((g, i) => {
        const free = left[i] ?? 0;
        if (g.row[m] === true && free > 0) add(left.with(i, free - 1), ways * BigInt(free));
      });
    }
    work += next.size * all.length;
    if (work > countWork) return null;
    states = next;
  }
  let sum = 0n;
  for (const { ways } of states.values()) sum += ways;
  return Number(sum);
}
