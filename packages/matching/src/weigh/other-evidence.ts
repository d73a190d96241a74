import type { SearchEvidence } from '../candidates/find-candidates.ts';
import { searchBuckets, type Buckets } from '../candidates/search-buckets.ts';
import { addUpAll, pairWeight } from './add-up.ts';
import type { RemainsTables } from './remains-tables.ts';
import type { ReportColumns } from './report-columns.ts';

/** Everything besides what names say by themselves, for a search through the reports with the tables of one individual. */
export function otherEvidence(tables: RemainsTables, { columns, buckets }: { readonly columns: ReportColumns; readonly buckets: Buckets }): Omit<SearchEvidence, 'name'> {
  return {
    total: (report, name) => pairWeight(tables, columns, { report, name }),
    all: (sums) => { addUpAll(tables, columns, sums); },
    highest: (most, atLeast) => searchBuckets(tables, columns, atLeast === undefined ? { buckets, most } : { buckets, most, atLeast }),
  };
}
