import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markDemonstration } from '../ledger/log-identity.queries.ts';
import { eraseEntries } from '../operate/erase-entries.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';

let whole: WholeServer;
let site: string;

beforeAll(async () => {
  whole = await startWholeServer();
  site = randomUUID();
  await state(whole.coordinator, siteStatement(site), graveStatement(site, '1'));
});
afterAll(() => whole.close());

/** States and waits as a screen does: until its own entry is in the register. */
async function state(member: Member, ...statements: Parameters<Member['state']>): Promise<string[]> {
  const results = await member.state(...statements);
  expect(results.map((result) => result.problem?.code ?? result.status)).toEqual(statements.map(() => 'logged'));
  await whole.server.context.ledger.folder.waitFor(results[results.length - 1]?.index ?? 0);
  return results.map((result) => result.id ?? '');
}

const list = (member: Member, query = 'kind=grave') => member.person.expect<{ items: unknown[]; total: number; statuses: Record<string, number> }>(200, 'GET', `/api/subjects?${query}`);
const overview = (member: Member) => member.person.expect<{ asOf: { size: number }; counts: { unit: string; value: number }[]; waiting: { task: string; count: number }[] }>(200, 'GET', '/api/overview');
const gravesOf = async (member: Member): Promise<number> => (await overview(member)).counts.filter((count) => count.unit === 'grave').reduce((sum, count) => sum + count.value, 0);

describe('the numbers of a list and of the overview', () => {
  it('stay right when another account adds to the register, at once', async () => {
    const other = await whole.member([held('recovery', site)]);
    for (let round = 0; round < 5; round++) {
      const before = (await list(whole.coordinator)).total;
      expect(await gravesOf(whole.coordinator)).toBe(before);
      await state(other, graveStatement(site, `new ${round}`));
      expect((await list(whole.coordinator)).total).toBe(before + 1);
      expect((await list(whole.coordinator, 'kind=grave&status=marked&limit=1')).statuses['marked']).toBe(before + 1);
      expect(await gravesOf(whole.coordinator)).toBe(before + 1);
    }
  });

  it('are nothing at once for an account whose role has ended, and for no longer than that role lasted', async () => {
    const reader = await whole.member([held('auditor', site)]);
    const twin = await whole.member([held('auditor', site)]);
    const before = (await list(whole.coordinator)).total;
    for (const member of [reader, twin]) expect([(await list(member)).total, await gravesOf(member)]).toEqual([before, before]);
    const accounts = await whole.coordinator.person.expect<{ accounts: { id: string; memberships: { id: string }[] }[] }>(200, 'GET', '/api/accounts');
    const membership = accounts.accounts.find((account) => account.id === reader.account)?.memberships[0]?.id ?? '';
    await whole.coordinator.person.expect(204, 'DELETE', `/api/accounts/${reader.account}/memberships/${membership}`);
    expect([(await list(reader)).total, await gravesOf(reader)]).toEqual([0, 0]);
    expect([(await list(twin)).total, await gravesOf(twin)]).toEqual([before, before]);
    await whole.coordinator.person.expect(204, 'POST', `/api/accounts/${reader.account}/memberships`, held('auditor', site));
    expect((await list(reader)).total).toBe(before);
  });

  it('are not shared with whoever holds the same role elsewhere', async () => {
    const [here, elsewhere] = [await whole.member([held('auditor', site)]), await whole.member([held('auditor', randomUUID())])];
    expect((await list(here)).total).toBeGreaterThan(0);
    expect([(await list(elsewhere)).total, await gravesOf(elsewhere)]).toEqual([0, 0]);
  });

  it('of a search by name are not shared with an examiner from whom the name is hidden', async () => {
    const found = `kind=grave&q=${encodeURIComponent('Ковальчук')}`;
    const grave = randomUUID();
    await state(whole.coordinator, graveStatement(site, '77', grave), {
      scope: site, subject: grave, kind: 'grave', body: { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: 'Ковальчук Іван' } },
    });
    expect((await list(whole.coordinator, found)).total).toBe(1);
    const examiner = await whole.member([held('mortuary', site)]);
    expect((await list(examiner, found)).total).toBe(0);
    expect((await list(whole.coordinator, found)).total).toBe(1);
  });

  it('follow an erasure, which folds subjects anew behind the log', async () => {
    const [, entry] = await state(whole.coordinator, graveStatement(site, '88'), {
      scope: site, subject: randomUUID(), kind: 'grave', body: { type: 'grave.marked', basis: 'observed', site, number: 'ERASED-1', synthetic: true },
    });
    expect((await list(whole.coordinator, 'kind=grave&q=ERASED-1')).total).toBe(1);
    const { context } = whole.server;
    await eraseEntries(context, { entries: [entry ?? ''], ground: 'wrong person in the document', legalBasis: 'request of the person', approvers: [whole.coordinator.account, randomUUID()] });
    expect((await list(whole.coordinator, 'kind=grave&q=ERASED-1')).total).toBe(0);
  });

  it('are counted once for all who hold the same roles while nothing changes', async () => {
    await list(whole.coordinator);
    const { worker, folder } = whole.server.context.ledger;
    // Removed behind the fold's back, which no program of ours does: only a remembered number can still be the old one.
    const before = (await list(whole.coordinator)).total;
    await sql`update subjects set kind = 'grave-hidden' where kind = 'grave'`.execute(worker);
    const kept = await list(whole.coordinator);
    expect([kept.items.length, kept.total]).toEqual([0, before]);
    folder.noteChange();
    expect((await list(whole.coordinator)).total).toBe(0);
    await sql`update subjects set kind = 'grave' where kind = 'grave-hidden'`.execute(worker);
    folder.noteChange();
  });

  it('count a subject whose title is cut for sorting in the middle of a character', async () => {
    const before = (await list(whole.coordinator)).total;
    const grave = randomUUID();
    await state(whole.coordinator, graveStatement(site, '99', grave), {
      scope: site, subject: grave, kind: 'grave', body: { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: `1${'а'.repeat(289)}𐐀 "\\` } },
    });
    expect((await list(whole.coordinator)).total).toBe(before + 1);
  });

  it('begin again with an empty log when the demonstration is removed', async () => {
    expect(await gravesOf(whole.coordinator)).toBeGreaterThan(0);
    await markDemonstration(whole.server.context.ledger.worker, true);
    await whole.coordinator.person.expect(204, 'POST', '/api/demonstration/remove');
    expect([(await list(whole.coordinator)).total, await gravesOf(whole.coordinator)]).toEqual([0, 0]);
  });
});
