import { writeCsv } from '@imena/exchange';
import type { SubjectKind } from '@imena/record';
import type { RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import { listSubjects } from './list-subjects.ts';
import type { RememberedCounts } from './remembered-counts.ts';
import type { Item } from './subject-item.ts';

const page = 2000;

/** Every subject of a kind that an account may read, as CSV: a line a subject, a column a facet, links by code and id. */
export async function exportSubjects(tx: Database, account: RequestAccount, { kind, remembered }: { readonly kind: SubjectKind; readonly remembered: RememberedCounts }): Promise<{ csv: string; count: number }> {
  const items: Item[] = [];
  for (let after: string | undefined; ;) {
    const answer = await listSubjects(tx, account, { kind, links: [], facets: {}, sort: 'code', after, limit: page }, remembered);
    items.push(...answer.items);
    if (answer.next === null) break;
    after = answer.next;
  }
  const facets = [...new Set(items.flatMap((item) => Object.keys(item.facets)))].sort();
  const columns = ['code', 'title', 'status', ...facets, 'xMm', 'yMm', 'links', 'scope', 'id', 'lastIndex', 'updatedAt'];
  const rows = items.map((item) => [
    item.code, item.title, item.status, ...facets.map((name) => String(item.facets[name] ?? '')), String(item.xMm ?? ''), String(item.yMm ?? ''),
    item.links.map((link) => `${link.rel}=${link.to}`).join(' '), item.scope, item.id, String(item.lastIndex), item.updatedAt.toISOString(),
  ]);
  return { csv: writeCsv(columns, rows), count: items.length };
}
