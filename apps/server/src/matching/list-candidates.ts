import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { countCandidates, countWithheld, findGroupsOf, listCandidates, listDirectPairs, type CandidateRow } from './candidates.queries.ts';

export interface CandidatesQuery {
  readonly remains?: string | undefined;
  readonly person?: string | undefined;
  /** The place after which to begin; -1 for the first page. */
  readonly after: number;
  readonly limit: number;
  /** Families whose pairs are not shown, because a consent they rest on was withdrawn. */
  readonly withheld: ReadonlySet<string>;
}

/** One page of the pairs of a run, with the items they name where the account may read them. @throws Problem `server.not_found` */
export async function listRunCandidates(tx: Database, run: string, query: CandidatesQuery) {
  if ((await findFolded(tx, run))?.kind !== 'run') return refuse('server.not_found');
  const filter = { run, remains: query.remains, person: query.person, withheld: query.withheld };
  const rows = await listCandidates(tx, filter, { after: query.after, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const direct = query.after === -1 ? await listDirectPairs(tx, run, query.remains ?? query.person ?? null) : [];
  const ids = [...page.flatMap((row) => [row.remains, row.person]), ...direct.flatMap((pair) => [pair.a, pair.b])];
  const items = await findItemsById(tx, ids);
  const touched = await findGroupsOf(tx, run, query.withheld);
  return {
    items: page.map((row) => ({ ...row, joint: shownJoint(row, touched), remainsId: row.remains, personId: row.person, remains: items.get(row.remains) ?? null, person: items.get(row.person) ?? null })),
    next: rows.length > query.limit ? (page[page.length - 1]?.place ?? null) : null,
    total: await countCandidates(tx, filter),
    // A list that is shorter than the run says must say why.
    withheld: { pairs: await countWithheld(tx, filter), reason: 'consent_withdrawn' as const },
    direct: direct.map((pair) => ({ ...pair, itemA: items.get(pair.a) ?? null, itemB: items.get(pair.b) ?? null })),
  };
}

/** What was solved together with a family whose consent was withdrawn since is not shown: the page of the pair solves the rest anew. */
export function shownJoint({ joint }: Pick<CandidateRow, 'joint'>, touched: ReadonlySet<number>): CandidateRow['joint'] | { readonly kind: 'withheld' } {
  return joint !== null && touched.has(joint.group) ? { kind: 'withheld' } : joint;
}
