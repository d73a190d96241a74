import { reportOfPerson, type MissingReport } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import { readPersonsAfter } from './run-subjects.queries.ts';

/** All persons as reports, some at a time: folded they would fill the memory. */
export async function readReports(db: Database): Promise<MissingReport[]> {
  const reports: MissingReport[] = [];
  for (let after: string | null = null; ;) {
    const page = await readPersonsAfter(db, after);
    reports.push(...page.map(reportOfPerson));
    after = page.at(-1)?.id ?? null;
    if (after === null) return reports;
  }
}
