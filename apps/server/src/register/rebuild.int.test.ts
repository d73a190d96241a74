import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRegister, compareSample } from '../operate/compare-register.ts';
import { digestRegister } from '../operate/operate.queries.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { TestStatement } from '../testing/test-device.ts';
import { rebuildRegister } from './rebuild-register.ts';

let whole: WholeServer;
beforeAll(async () => { whole = await startWholeServer(); });
afterAll(() => whole.close());

/** One step of a history: who speaks, about which grave, and whether it takes back one of the speaker's own entries. */
const step = fc.record({ speaker: fc.nat(1), grave: fc.nat(3), kind: fc.constantFrom('describe', 'open', 'note', 'alias', 'read'), number: fc.nat(9), back: fc.option(fc.nat(20)), withdraw: fc.boolean() });

function statementOf(site: string, grave: string, { kind, number }: { kind: string; number: number }): TestStatement {
  const body = ((): TestStatement['body'] => {
    switch (kind) {
      case 'describe': return { type: 'grave.described', basis: 'observed', depthMm: number * 100 };
      case 'open': return { type: 'grave.opened', basis: 'observed', stage: 'opened' };
      case 'alias': return { type: 'subject.aliased', basis: 'document', alias: `№ ${number}`, origin: 'list (synthetic)' };
      case 'read': return { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: `Вигаданий ${number}` }, markerNumber: { absent: 'not_observed' } };
      default: return { type: 'subject.noted', basis: 'observed', text: `note ${number}` };
    }
  })();
  return { scope: site, subject: grave, kind: 'grave', body };
}

async function writeHistory(members: readonly Member[], steps: readonly { speaker: number; grave: number; kind: string; number: number; back: number | null; withdraw: boolean }[]): Promise<void> {
  const site = randomUUID();
  const graves = [0, 1, 2, 3].map(() => randomUUID());
  await whole.coordinator.state(siteStatement(site), ...graves.map((grave, i) => graveStatement(site, String(i), grave)));
  const said: { id: string; speaker: number; subject: string }[] = [];
  for (const one of steps) {
    const grave = graves[one.grave] ?? site;
    const member = members[one.speaker];
    const own = said.filter((entry) => entry.speaker === one.speaker && entry.subject === grave);
    const target = one.back === null ? undefined : own[one.back % Math.max(1, own.length)];
    const plain = statementOf(site, grave, one);
    const body = one.withdraw && target !== undefined ? { type: 'statement.withdrawn', basis: 'observed', explanation: 'entered by mistake' } : plain.body;
    const entry = member?.device.sign({ ...plain, body, ...(target === undefined ? {} : { supersedes: [target.id] }) });
    if (entry === undefined || member === undefined) throw new Error('no such member');
    const { results } = await member.send([entry]);
    expect(results[0]?.status).toBe('logged');
    said.push({ id: entry.id, speaker: one.speaker, subject: grave });
  }
}

describe('the register', () => {
  it('dropped and folded anew is the same, byte for byte, after any history of corrections and withdrawals', async () => {
    const members = [await whole.member([held('coordinator')]), await whole.member([held('recovery')])];
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      await writeHistory(members, steps);
      const { ledger, derivations, now } = whole.server.context;
      await ledger.folder.waitForAll(ledger.state.size);
      const followed = await digestRegister(ledger.worker);
      expect(await compareRegister(ledger.worker, ledger.state.size, { now: now(), derivations })).toMatchObject({ ok: true, wrong: [] });
      await rebuildRegister(ledger.worker, ledger.state.size, { now: now(), derivations });
      expect(await digestRegister(ledger.worker)).toEqual(followed);
    }), { numRuns: process.env['IMENA_LONG'] === '1' ? 40 : 6 });
  });

  it.each([
    { changed: 'its fold', how: sql`update subjects set folded = jsonb_set(folded, '{synthetic}', 'false')`, column: 'id', inSample: true },
    { changed: 'its state', how: sql`update subjects set status = 'emptied'`, column: 'id', inSample: true },
    { changed: 'the site it belongs to', how: sql`update subject_links set to_subject = gen_random_uuid()`, column: 'from_subject', inSample: false },
    { changed: 'its very existence', how: sql`delete from subjects`, column: 'id', inSample: false },
  ])('of which somebody changed a grave by hand, $changed, is found to differ from its entries, and the grave is named', async ({ how, column, inSample }) => {
    const { ledger, derivations, now } = whole.server.context;
    const [site, grave] = [randomUUID(), randomUUID()];
    await whole.coordinator.state(siteStatement(site), graveStatement(site, '1', grave), graveStatement(site, '2'));
    await ledger.folder.waitForAll(ledger.state.size);
    const compare = () => compareRegister(ledger.worker, ledger.state.size, { now: now(), derivations });
    expect((await compareSample(ledger.worker, 10_000)).wrong).toEqual([]);
    expect((await compare()).wrong).toEqual([]);
    await sql`${how} where ${sql.ref(column)} = ${grave}`.execute(ledger.worker);
    const named = [expect.objectContaining({ code: 'doctor.subject_differs', details: { subject: grave } })];
    expect((await compareSample(ledger.worker, 10_000)).wrong).toEqual(inSample ? named : []);
    const { ok, wrong } = await compare();
    expect([ok, wrong.filter((problem) => problem.code === 'doctor.subject_differs')]).toEqual([false, named]);
    await rebuildRegister(ledger.worker, ledger.state.size, { now: now(), derivations });
    expect((await compare()).wrong).toEqual([]);
  });

  it('shows an entry at once to who waits for its log index', async () => {
    const site = randomUUID();
    for (let i = 0; i < 20; i++) {
      const statement = i === 0 ? siteStatement(site) : graveStatement(site, String(i));
      const [result] = await whole.coordinator.state(statement);
      const answer = await whole.coordinator.person.expect<{ item: { lastIndex: number } }>(200, 'GET', `/api/subjects/${statement.subject}?waitFor=${result?.index ?? 0}`);
      expect(answer.item.lastIndex).toBe(result?.index);
    }
  });
});
