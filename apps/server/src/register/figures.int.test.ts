import { randomUUID } from 'node:crypto';
import type { Json } from '@imena/problem';
import type { Subject } from '@imena/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { TestStatement } from '../testing/test-device.ts';

let whole: WholeServer;
const [site, otherSite, source] = [randomUUID(), randomUUID(), randomUUID()];

const claim = (words: string, { about, quantities }: { about: string; quantities: readonly Readonly<Record<string, Json>>[] }): TestStatement => ({
  scope: about, subject: randomUUID(), kind: 'source',
  body: { type: 'claim.stated', basis: 'document', document: source, claimKind: 'attributed', quoteType: 'indirect', modality: 'observation', about: { site: about }, quantities, words: { en: words }, synthetic: true },
});
const graveOn = (number: string, edtf: string | null, about: string): TestStatement => {
  const made = graveStatement(about, number);
  return edtf === null ? made : { ...made, body: { ...made.body, when: { edtf, clock: 'stated' } } };
};

beforeAll(async () => {
  whole = await startWholeServer();
  const results = await whole.coordinator.state(
    siteStatement(site), siteStatement(otherSite),
    { scope: site, subject: source, kind: 'source', body: { type: 'source.taken_in', basis: 'document', title: 'Invented', outlet: 'Invented Post', synthetic: true } },
    claim('at least 12 graves', { about: site, quantities: [{ bound: 'at_least', value: '12', unit: 'graves' }] }),
    claim('number 398 on a cross', { about: site, quantities: [{ bound: 'exact', value: '398', unit: 'number on a cross', ordinal: true }] }),
    claim('three graves elsewhere', { about: otherSite, quantities: [{ bound: 'exact', value: '3', unit: 'graves' }] }),
    graveOn('1', '2022-09-16', site), graveOn('2', '2022-09-18', site), graveOn('3', '2022-09-18?', site), graveOn('4', null, site), graveOn('1', '2022-09-17', otherSite),
  );
  expect(results.map((one) => one.problem?.code ?? one.status)).toEqual(results.map(() => 'logged'));
  await whole.server.context.ledger.folder.waitFor(results.at(-1)?.index ?? 0);
});
afterAll(() => whole.close());

const statements = (member: Member, query = '') => member.person.expect<{ statements: Subject[]; next: number | null }>(200, 'GET', `/api/figures/statements${query}`);
const counts = (member: Member, query: string) => member.person.expect<{ asOf: { size: number }; days: { day: string | null; count: number }[] }>(200, 'GET', `/api/figures/counts?${query}`);
const wordsOf = (subject: Subject): unknown => (subject.fields['words']?.[0]?.value as { en: string }).en;

describe('figures that others gave', () => {
  it('come with whole statements, newest first, of one site or of all, and without labels', async () => {
    expect((await statements(whole.coordinator)).statements.map(wordsOf)).toEqual(['three graves elsewhere', 'at least 12 graves']);
    const { statements: ofSite, next } = await statements(whole.coordinator, `?site=${site}`);
    expect([ofSite.map(wordsOf), next]).toEqual([['at least 12 graves'], null]);
    expect(ofSite[0]?.fields['words']?.[0]?.by).toBe(whole.coordinator.account);
  });
  it('come in pages that lose and double nothing', async () => {
    const first = await statements(whole.coordinator, '?limit=1');
    const second = await statements(whole.coordinator, `?limit=1&before=${String(first.next)}`);
    expect([...first.statements, ...second.statements].map(wordsOf)).toEqual(['three graves elsewhere', 'at least 12 graves']);
    expect(second.next).toBeNull();
  });
  it('are not shown to a role that may read no sources, nor of another site', async () => {
    const recovery = await whole.member([held('recovery', site)]);
    const analyst = await whole.member([held('analyst', otherSite)]);
    expect((await statements(recovery)).statements).toEqual([]);
    expect((await statements(analyst)).statements.map(wordsOf)).toEqual(['three graves elsewhere']);
  });
});

describe('what is counted here by day', () => {
  it('stands under the earliest day that anybody states, what has none apart, with the size of the ledger', async () => {
    const { days, asOf } = await counts(whole.coordinator, `kind=grave&site=${site}`);
    expect(days).toEqual([{ day: '2022-09-16', count: 1 }, { day: '2022-09-18', count: 2 }, { day: null, count: 1 }]);
    expect(asOf.size).toBeGreaterThan(0);
    expect((await counts(whole.coordinator, 'kind=grave')).days.reduce((sum, one) => sum + one.count, 0)).toBe(5);
  });
  it('is nothing for somebody who may read none of it', async () => {
    const analyst = await whole.member([held('analyst', otherSite)]);
    expect((await counts(analyst, `kind=grave&site=${site}`)).days).toEqual([]);
    expect((await whole.coordinator.person.send('GET', '/api/figures/counts?kind=profile')).status).toBe(400);
  });
});
