import { daysOf } from './figures.ts';

/** How many were found or reported on a day; null where nobody states a whole day. */
export interface DayCount {
  readonly day: string | null;
  readonly count: number;
}

/** One step of the register's own count: how many were new on a day, and how many there were by its end. */
export interface CountStep {
  readonly iso: string;
  /** Days since 1970. */
  readonly day: number;
  readonly added: number;
  readonly all: number;
}

export interface OwnCount {
  readonly steps: readonly CountStep[];
  /** Without a stated day: in the total, in no step. */
  readonly undated: number;
  readonly total: number;
}

/** The register's own count of one unit, day after day. */
export function ownCount(days: readonly DayCount[]): OwnCount {
  let all = 0;
  const steps = days.flatMap(({ day: iso, count }): CountStep[] => {
    const day = daysOf(iso ?? undefined)?.first;
    if (iso === null || day === undefined) return [];
    all += count;
    return [{ iso, day, added: count, all }];
  });
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return { steps, undated: total - all, total };
}

/** How many there were by the end of a day, of those whose day somebody states. */
export function countedBy(own: OwnCount, day: number): number {
  return own.steps.findLast((step) => step.day <= day)?.all ?? 0;
}
