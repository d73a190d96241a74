import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccount } from '../access/index.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { TestStatement } from '../testing/test-device.ts';
import type { Item } from './subject-item.ts';

const tables = ['subjects', 'subject_links', 'subject_aliases', 'entry_bodies', 'entry_files', 'entries', 'ledger_subjects', 'checkpoints', 'erased_entries', 'waiting_entries', 'quarantined_entries', 'import_mappings'];

let whole: WholeServer;
let site: string;
let office: string;
let grave: string;
let person: string;
let remains: string;

beforeAll(async () => {
  whole = await startWholeServer();
  [site, office, grave, person, remains] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const { coordinator } = whole;
  const liaison = await whole.member([held('family_liaison', office)]);
  const results = [
    ...(await coordinator.state(
      siteStatement(site), graveStatement(site, '398', grave),
      { scope: office, subject: office, kind: 'site', body: { type: 'office.registered', basis: 'observed', officeKind: 'family_liaison', name: { en: 'Office (synthetic)' } } },
      { scope: site, subject: grave, kind: 'grave', body: { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: 'Ковальчук Іван' }, markerNumber: { text: '398' } } },
      { scope: site, subject: remains, kind: 'remains', body: { type: 'remains.recovered', basis: 'observed', site, grave, code: 'SYN-A-0001-K', completeness: 'complete' } },
    )),
    ...(await liaison.state({
      scope: office, subject: person, kind: 'person',
      body: { type: 'person.reported', basis: 'told', code: 'P-0001', informant: { relation: 'mother' }, names: [{ kind: 'legal', script: 'Cyrl', surname: 'Шевчук', given: 'Олег' }], synthetic: true },
    })),
  ];
  expect(results.map((result) => result.problem?.code ?? result.status)).toEqual(Array(6).fill('logged'));
  const { ledger } = whole.server.context;
  await ledger.folder.waitForAll(ledger.state.size);
});
afterAll(() => whole.close());

const list = (member: Member, query: string) => member.person.expect<{ items: Item[]; total: number; statuses: Record<string, number> }>(200, 'GET', `/api/subjects?${query}`);
const lines = async (member: Member, ids: readonly string[]) => (await member.person.expect<{ items: Item[] }>(200, 'GET', `/api/subjects/lines?ids=${ids.join(',')}`)).items;
const details = async (member: Member, ids: readonly string[]) => (await member.person.expect<{ details: { subject: { id: string }; linked: readonly unknown[] }[] }>(200, 'GET', `/api/subjects/details?ids=${ids.join(',')}`)).details;
const find = async (member: Member, q: string) => (await member.person.expect<{ items: Item[] }>(200, 'GET', `/api/search?q=${encodeURIComponent(q)}`)).items.map((item) => item.id);

describe('the wall in the database', () => {
  it.each(tables)('shows the application nothing of %s while no account is set', async (table) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(whole.server.context.db);
    expect(rows[0]?.n).toBe(0);
  });

  it.each(tables.filter((table) => !['checkpoints', 'erased_entries', 'import_mappings'].includes(table)))('shows an account without any role nothing of %s', async (table) => {
    const rows = await withAccount(whole.server.context.db, randomUUID(), async (tx) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows);
    expect(rows[0]?.n).toBe(0);
  });

  it.each(['entries', 'entry_bodies', 'subjects', 'checkpoints', 'entry_files', 'log_state', 'fold_position'])('lets the application write nothing into %s', async (table) => {
    await expect(withAccount(whole.server.context.db, whole.coordinator.account, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(/permission denied/);
    await expect(withAccount(whole.server.context.db, whole.coordinator.account, (tx) => sql`insert into ${sql.table(table)} default values`.execute(tx))).rejects.toThrow(/permission denied/);
  });

  it.each(['entries', 'checkpoints'])('lets not even the writer change or remove a row of %s', async (table) => {
    const { worker } = whole.server.context.ledger;
    await expect(sql`delete from ${sql.table(table)}`.execute(worker)).rejects.toThrow(/permission denied|only added/);
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(worker)).rejects.toThrow(/permission denied/);
  });
});

describe('what a role does not read', () => {
  it('is neither listed, found, read nor exported, in its own or a foreign scope', async () => {
    const recovery = await whole.member([held('recovery', site)]);
    const foreign = await whole.member([held('coordinator', randomUUID())]);
    for (const stranger of [recovery, foreign]) {
      expect((await list(stranger, 'kind=person')).total).toBe(0);
      expect(await find(stranger, 'Шевчук')).toEqual([]);
      expect(await find(stranger, 'P-0001')).toEqual([]);
      expect((await lines(stranger, [person])).map((item) => item.id)).toEqual([]);
      expect(await details(stranger, [person])).toEqual([]);
      expect(await stranger.person.refusal('GET', `/api/subjects/${person}`)).toBe('server.not_found');
    }
    expect((await list(foreign, 'kind=grave')).total).toBe(0);
    expect(await foreign.person.refusal('GET', `/api/subjects/${grave}`)).toBe('server.not_found');
  });

  it('hides the body of an entry but not that it is in the log of the scope', async () => {
    const laboratory = await whole.member([held('laboratory', site)]);
    const { items } = await laboratory.person.expect<{ items: { id: string; kind: string; type: string | null }[] }>(200, 'GET', `/api/ledger/entries?scope=${site}`);
    const read = items.find((item) => item.kind === 'grave');
    expect(read?.type).toBeNull();
    const entry = await laboratory.person.expect<{ readable: boolean; entry: { body: string | null } }>(200, 'GET', `/api/ledger/entries/${read?.id ?? ''}`);
    expect(entry).toMatchObject({ readable: false, entry: { body: null } });
    const outsider = await whole.member([held('laboratory', randomUUID())]);
    expect(await outsider.person.refusal('GET', `/api/ledger/entries/${read?.id ?? ''}`)).toBe('server.not_found');
  });
});

describe('who reads names', () => {
  it('is given the lines of subjects named by their ids, those of persons with a note in the access log', async () => {
    const coordinator = await whole.member([held('coordinator')]);
    const found = await lines(coordinator, [person, grave, randomUUID()]);
    expect(found.map((item) => item.id).sort()).toEqual([grave, person].sort());
    const log = await whole.coordinator.person.expect<{ items: { action: string; kind: string | null; account: string | null }[] }>(200, 'GET', `/api/access-log?account=${coordinator.account}`);
    expect(log.items.filter((one) => one.action === 'subjects.listed').map((one) => one.kind)).toEqual(['person']);
    expect(await coordinator.person.refusal('GET', '/api/subjects/lines?ids=nobody')).toBe('server.request_invalid');
  });

  it('is given several subjects whole in one answer as one by one, each reading of a person with its note in the access log', async () => {
    const coordinator = await whole.member([held('coordinator')]);
    const [one, other] = [await coordinator.person.expect(200, 'GET', `/api/subjects/${person}`), await coordinator.person.expect(200, 'GET', `/api/subjects/${grave}`)];
    expect(await details(coordinator, [person, randomUUID(), grave, person])).toEqual([one, other]);
    const log = await whole.coordinator.person.expect<{ items: { action: string; subject: string | null }[] }>(200, 'GET', `/api/access-log?account=${coordinator.account}`);
    expect(log.items.filter(({ action, subject }) => action === 'subject.read' && subject === person).length).toBe(2);
    expect(await coordinator.person.refusal('GET', '/api/subjects/details?ids=nobody')).toBe('server.request_invalid');
    expect(await coordinator.person.refusal('GET', `/api/subjects/details?ids=${Array.from({ length: 51 }, () => randomUUID()).join(',')}`)).toBe('server.request_invalid');
  });

  it('finds them in either script, by number, code and marker', async () => {
    const liaison = await whole.member([held('coordinator')]);
    for (const typed of ['Шевчук', 'Shevchuk', 'shevchuk oleh', 'P-0001']) expect(await find(liaison, typed)).toContain(person);
    for (const typed of ['398', 'Kovalchuk', 'ковальчук']) expect(await find(liaison, typed)).toContain(grave);
    expect((await find(liaison, '398'))[0]).toBe(grave);
    expect(await find(liaison, 'Шевчюк')).toContain(person);
  });

  it('has every reading of a person logged, and its search', async () => {
    await whole.coordinator.person.expect(200, 'GET', `/api/subjects/${person}`);
    const text = JSON.stringify(await whole.coordinator.person.expect(200, 'GET', `/api/access-log?subject=${person}`));
    expect(text).toContain('subject.read');
  });
});

describe('an examiner who has signed no findings', () => {
  it('does not see the name on the marker anywhere: not in lists, search, the subject, its entries or exports', async () => {
    const examiner = await whole.member([held('mortuary', site)]);
    expect(await find(examiner, 'Ковальчук')).toEqual([]);
    expect(await find(examiner, 'SYN-A-0001-K')).toEqual([remains]);
    const graves = await list(examiner, 'kind=grave&sort=title');
    expect(graves.items.map((item) => item.title)).toEqual(['']);
    expect((await list(examiner, `kind=grave&q=${encodeURIComponent('Ковальчук')}`)).total).toBe(0);
    const read = await examiner.person.expect<{ blinded: boolean }>(200, 'GET', `/api/subjects/${grave}`);
    expect(read.blinded).toBe(true);
    const log = await examiner.person.expect<{ items: { id: string; subject: string }[] }>(200, 'GET', `/api/ledger/entries?subject=${grave}`);
    const bodies = await Promise.all(log.items.map((item) => examiner.person.expect(200, 'GET', `/api/ledger/entries/${item.id}`)));
    const csv = await whole.server.app.inject({ url: '/api/export?kind=grave', headers: { cookie: `imena_session=${examiner.person.cookie ?? ''}` } });
    expect(csv.statusCode).toBe(200);
    expect(JSON.stringify([graves, read, bodies, csv.body])).not.toContain('Ковальчук');
  });

  it('sees it once the findings are signed', async () => {
    const examiner = await whole.member([held('mortuary', site)]);
    const findings: TestStatement = { scope: site, subject: remains, kind: 'examination', body: { type: 'examination.made', basis: 'observed', examiner: 'Examiner (synthetic)', exposure: { knew: false } } };
    const [result] = await examiner.state(findings);
    const read = await examiner.person.expect<{ blinded: boolean; subject: unknown }>(200, 'GET', `/api/subjects/${grave}?waitFor=${result?.index ?? 0}`);
    expect(read.blinded).toBe(false);
    expect(JSON.stringify(read.subject)).toContain('Ковальчук');
  });
});

describe('a list', () => {
  it('is walked page by page without losing or repeating anything, in every order, and counts all', async () => {
    const { coordinator } = whole;
    const fresh = randomUUID();
    await coordinator.state(siteStatement(fresh), ...Array.from({ length: 25 }, (_, i) => graveStatement(fresh, String(i + 1))));
    const { ledger } = whole.server.context;
    await ledger.folder.waitForAll(ledger.state.size);
    for (const sort of ['code', 'title', '-updated']) {
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = await coordinator.person.expect<{ items: Item[]; next: string | null; total: number }>(200, 'GET', `/api/subjects?kind=grave&scope=${fresh}&sort=${sort}&limit=7${after === '' ? '' : `&after=${after}`}`);
        expect(page.total).toBe(25);
        seen.push(...page.items.map((item) => item.code));
        if (page.next === null) break;
        after = page.next;
      }
      expect(new Set(seen).size).toBe(25);
      if (sort === 'code') expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1)));
    }
    expect(await coordinator.person.refusal('GET', '/api/subjects?after=nonsense')).toBe('register.cursor');
    expect(await coordinator.person.refusal('GET', '/api/subjects?colour=red')).toBe('register.filter');
  });

  it('is filtered by facet and by link', async () => {
    expect((await list(whole.coordinator, 'kind=grave&facet.hasName=true')).items.map((item) => item.id)).toEqual([grave]);
    expect((await list(whole.coordinator, `kind=remains&link.grave=${grave}`)).items.map((item) => item.id)).toEqual([remains]);
    expect((await list(whole.coordinator, `kind=remains&link.grave=${site}`)).total).toBe(0);
  });
});

describe('the overview', () => {
  it('counts by unit, state and scope, and each count is the length of the list it names', async () => {
    const overview = await whole.coordinator.person.expect<{ counts: { value: number; query: string }[]; waiting: { task: string; count: number }[] }>(200, 'GET', '/api/overview');
    expect(overview.counts.length).toBeGreaterThan(3);
    for (const { value, query } of overview.counts) expect((await whole.coordinator.person.expect<{ total: number }>(200, 'GET', `/api${query}`)).total).toBe(value);
    const { tasks } = await whole.coordinator.person.expect<{ tasks: { task: string }[] }>(200, 'GET', '/api/tasks');
    for (const { task, count } of overview.waiting) expect(tasks.filter((one) => one.task === task)).toHaveLength(count);
  });

  it('gives each role what waits for it', async () => {
    const liaison = await whole.member([held('family_liaison', office)]);
    const mine = await liaison.person.expect<{ tasks: { task: string; subject: Item }[] }>(200, 'GET', '/api/tasks?mine=true');
    expect(mine.tasks.map((task) => [task.task, task.subject.id])).toEqual([['take_reference', person]]);
    const examiner = await whole.member([held('mortuary', site)]);
    const theirs = await examiner.person.expect<{ tasks: { task: string }[] }>(200, 'GET', '/api/tasks?mine=true');
    expect(theirs.tasks.map((task) => task.task)).toEqual(['take_sample']);
  });
});
