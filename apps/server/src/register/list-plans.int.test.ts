import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccount } from '../access/index.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import { makeSiteWorld } from '../testing/register-world.ts';
import { countStatuses, listItems, type ListFilter, type Place, type Sort } from './list-subjects.queries.ts';

let whole: WholeServer;
let readers: Readonly<Record<string, Member>>;
const [site, other] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  whole = await startWholeServer();
  const graves = Array.from({ length: 30 }, () => randomUUID());
  const last = await whole.coordinator.state(
    siteStatement(site), ...graves.map((grave, i) => graveStatement(site, String(i), grave)), siteStatement(other), graveStatement(other, '1'),
    ...graves.slice(0, 7).map((grave) => ({ scope: site, subject: grave, kind: 'grave' as const, body: { type: 'grave.opened', basis: 'observed', stage: 'opened' } })),
    ...graves.slice(4, 12).map((grave) => ({ scope: site, subject: grave, kind: 'grave' as const, body: { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: 'Вигаданий Іван' } } })),
  );
  expect(last.map((result) => result.problem?.code ?? result.status)).toEqual(last.map(() => 'logged'));
  for (const mark of ['A', 'B']) await makeSiteWorld(whole.server.context.author, mark);
  readers = {
    everywhere: whole.coordinator, 'one site': await whole.member([held('recovery', other)]), 'one site and an office': await whole.member([held('mortuary', site), held('auditor', other)]),
    'one kind of role everywhere, another in one site': await whole.member([held('recovery', null), held('family_liaison', site)]), nowhere: await whole.member([held('auditor', randomUUID())]),
  };
  // The devices of these readers are entries too.
  const { ledger } = whole.server.context;
  await ledger.folder.waitForAll(ledger.state.size);
});
afterAll(() => whole.close());

const nothing: ListFilter = { kind: null, scope: null, status: null, patterns: null, byCodeOnly: false, facets: null, links: [] };
const filters: Readonly<Record<string, Partial<ListFilter>>> = {
  all: {}, kind: { kind: 'grave' }, 'kind few may read': { kind: 'person' }, scope: { scope: site }, 'scope and kind': { scope: other, kind: 'grave' }, state: { kind: 'grave', status: 'opened' }, 'state of any kind': { status: 'marked' },
  facet: { kind: 'grave', facets: { hasName: true } }, 'state and facet': { kind: 'grave', status: 'marked', facets: { hasName: false } }, link: { kind: 'grave', links: [{ rel: 'site', to: site }] },
  'link of any kind': { links: [{ rel: 'site', to: site }] }, 'link that another kind has': { kind: 'person', links: [{ rel: 'site', to: site }] }, words: { patterns: ['1'] }, 'words in codes': { kind: 'grave', patterns: ['2'], byCodeOnly: true },
};
const sorts: readonly Sort[] = ['code', 'title', '-updated'];

/** The same by one plain query behind the wall: no function, no way chosen. */
async function plainIds(member: Member, { kind, scope, status, patterns, byCodeOnly, facets, links }: ListFilter, sort: Sort): Promise<string[]> {
  const order = { code: sql`s.code_sort, s.id`, title: sql`s.title_sort, s.id`, '-updated': sql`s.last_index desc, s.id` }[sort];
  const conditions = [
    sql`true`, ...(kind === null ? [] : [sql`s.kind = ${kind}`]), ...(scope === null ? [] : [sql`s.scope = ${scope}`]), ...(status === null ? [] : [sql`s.status = ${status}`]),
    ...(patterns ?? []).map((pattern) => sql`${sql.ref(byCodeOnly ? 's.code_words' : 's.words')} ~ ${pattern}`), ...(facets === null ? [] : [sql`s.facets @> ${JSON.stringify(facets)}::jsonb`]),
    ...links.map(({ rel, to }) => sql`s.id in (select from_subject from subject_links where rel = ${rel} and to_subject = ${to})`),
  ];
  const { rows } = await withAccount(whole.server.context.db, member.account, (tx) => sql<{ id: string }>`select s.id from subjects s where ${sql.join(conditions, sql` and `)} order by ${order}`.execute(tx));
  return rows.map((row) => row.id);
}

/** Every page of a list, by the way that suits so many rows. */
async function pagedIds(member: Member, filter: ListFilter, { sort, expected }: { readonly sort: Sort; readonly expected: number }): Promise<string[]> {
  const ids: string[] = [];
  for (let after: Place | null = null; ;) {
    const rows = await withAccount(whole.server.context.db, member.account, (tx) => listItems(tx, filter, { sort, after, limit: 4, expected }));
    ids.push(...rows.map((row) => row.id));
    const last = rows.at(-1);
    if (last === undefined) return ids;
    after = { value: last.sortValue, id: last.id };
  }
}

describe('a list of the register', () => {
  it.each(Object.entries(filters))('filtered by %s is the same whether it is walked or gathered, and shows nobody more than the wall does', async (_, given) => {
    const filter = { ...nothing, ...given };
    for (const [who, member] of Object.entries(readers)) {
      for (const sort of sorts) {
        const plain = await plainIds(member, filter, sort);
        expect(await pagedIds(member, filter, { sort, expected: 1 }), `${who}, ${sort}, gathered`).toEqual(plain);
        expect(await pagedIds(member, filter, { sort, expected: 1_000_000 }), `${who}, ${sort}, walked`).toEqual(plain);
        if (sort !== 'code') continue;
        const counted = await withAccount(whole.server.context.db, member.account, (tx) => countStatuses(tx, { ...filter, status: null }));
        const counts = Object.values(counted.value).reduce((sum, n) => sum + n, 0);
        expect(filter.status === null ? counts : (counted.value[filter.status] ?? 0), `${who}, counted`).toBe(plain.length);
      }
    }
    const mostSeen = await plainIds(whole.coordinator, filter, 'code');
    if (given.kind !== 'person') expect(mostSeen.length).toBeGreaterThan(0);
  });

  it('of nobody in particular is empty', async () => {
    const rows = await withAccount(whole.server.context.db, null, (tx) => listItems(tx, nothing, { sort: 'code', after: null, limit: 10, expected: 1_000_000 }));
    expect(rows).toEqual([]);
  });
});
