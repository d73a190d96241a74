/** The value below which a share of the samples lies; the nearest sample, nothing between two. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** Prints one table, or one line of JSON with `--json`. */
export function printTable(title: string, rows: Readonly<Record<string, Readonly<Record<string, string | number>>>>): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ title, rows }));
    return;
  }
  console.log(`\n${title}`);
  console.table(rows);
}

/** Seconds of the fastest of many runs: the machine may be busy. Runs once at least. */
export function bestSeconds(action: () => void, forMs: number): number {
  let best = Infinity;
  const until = performance.now() + forMs;
  do {
    const start = performance.now();
    action();
    best = Math.min(best, performance.now() - start);
  } while (performance.now() < until);
  return best / 1000;
}
