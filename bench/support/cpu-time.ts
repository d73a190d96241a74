import { readdirSync, readFileSync } from 'node:fs';

/** Processor time used so far, in milliseconds, by a process itself and by everything that it started. */
export interface CpuTime {
  readonly own: number;
  readonly children: number;
}

// The kernel counts in hundredths of a second on every Linux that people run.
const tickMs = 10;

/** Reads it from /proc; null where there is none. Steadier than the clock on a machine that has other work to do. */
export function cpuTime(pid: number | undefined): CpuTime | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => readStat(Number(name)));
  const family = new Set([pid]);
  for (let grown = true; grown;) {
    const found = all.filter((one) => family.has(one.parent) && !family.has(one.pid));
    for (const one of found) family.add(one.pid);
    grown = found.length > 0;
  }
  const sum = (chosen: typeof all): number => chosen.reduce((total, one) => total + one.ticks * tickMs, 0);
  return { own: sum(all.filter((one) => one.pid === pid)), children: sum(all.filter((one) => one.pid !== pid && family.has(one.pid))) };
}

function readStat(pid: number): { readonly pid: number; readonly parent: number; readonly ticks: number }[] {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
    return [{ pid, parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) }];
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []; // it has just ended
    throw error;
  }
}
