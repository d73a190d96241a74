import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNewestJobs } from '../jobs/jobs.queries.ts';
import { readDuplicatesResult, searchDuplicates } from './search-duplicates.ts';
import { startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

interface Pair { readonly a: string; readonly b: string; readonly probability: number | null; readonly kinds: readonly { readonly kind: string }[]; readonly decided: { readonly verdict: string; readonly entry: string; readonly on: string } | null; readonly itemA: { readonly code: string } | null }
interface Answer { readonly items: readonly Pair[]; readonly next: number | null; readonly total: number; readonly open: number; readonly search: { readonly asOf: number; readonly persons: number; readonly changedSince: number } | null; readonly job: { readonly problem: unknown } | null }

let s: DemonstrationServer;
beforeAll(async () => {
  s = await startDemonstrationServer();
  expect(await read()).toMatchObject({ items: [], search: null, job: null });
  await search();
});
afterAll(async () => { await s.close(); });

const read = (query = ''): Promise<Answer> => s.liaison.person.expect(200, 'GET', `/api/duplicates${query}`);
/** Asks for a search and waits until its result is shown. */
const search = async (): Promise<Answer> => {
  await s.liaison.person.expect(202, 'POST', '/api/duplicates', {});
  for (;;) {
    const answer = await read();
    if (answer.job === null) return answer;
    expect(answer.job.problem).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const twice = (): string[] => s.demonstration.tour.reportedTwice.persons.map((person) => person.id).sort();
const pairOf = ({ items }: Answer): Pair | undefined => items.find(({ a, b }) => [a, b].sort().join() === twice().join());
const say = async (subject: string, body: Readonly<Record<string, string>>, supersedes: readonly string[] = []): Promise<string> => {
  const { subject: { scope } } = await s.liaison.person.expect<{ subject: { scope: string } }>(200, 'GET', `/api/subjects/${subject}`);
  const [result] = await s.liaison.state({ scope, subject, kind: 'person', body: { basis: 'decided', ...body }, ...(supersedes.length === 0 ? {} : { supersedes }) });
  expect(result?.status).toBe('logged');
  await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
  return (await pairDecided()) ?? '';
};
const pairDecided = async (): Promise<string | undefined> => pairOf(await read())?.decided?.entry;

describe('reports that may be about one person', () => {
  it('the person reported twice in two languages is proposed with reasons, and nothing is merged by itself', async () => {
    const answer = await read();
    const pair = pairOf(answer);
    expect(pair?.probability).toBeGreaterThan(0.5);
    expect(pair?.kinds.map((one) => one.kind)).toContain('name');
    expect([pair?.decided, pair?.itemA === null]).toEqual([null, false]);
    // Others share a garment or a scar by chance; that alone makes nobody probable.
    expect(answer.items.filter((one) => (one.probability ?? 0) >= 0.5).length).toBeLessThanOrEqual(3);
    expect(answer.open).toBe(answer.items.filter((one) => one.decided === null).length);
  });

  it('what a person decided is kept when a new report comes, and can be taken back', async () => {
    const [first = '', second = ''] = twice();
    const entry = await say(first, { type: 'person.compared', other: second, verdict: 'kept_apart', explanation: 'Синтетично: двоє різних людей' });
    expect(pairOf(await read())?.decided?.verdict).toBe('kept_apart');
    await say(second, { type: 'person.described', hair: 'русяве' });
    expect(pairOf(await read())?.decided).toMatchObject({ verdict: 'kept_apart', entry, on: first });
    // Found again by a new search, the pair is still decided; the old search says how much it does not know.
    expect((await read()).search?.changedSince).toBe(2);
    const again = await search();
    expect(pairOf(again)?.decided).toMatchObject({ verdict: 'kept_apart', entry, on: first });
    expect(again.search?.changedSince).toBe(0);
    await say(first, { type: 'statement.withdrawn', explanation: 'Синтетично: помилка' }, [entry]);
    expect(pairOf(await read())?.decided).toBeNull();
  });

  it('a report that came is weighed by itself against all, also one without a name by a number, as a search through everything weighs it', async () => {
    const { context } = s.server;
    const [named = ''] = twice();
    const { subject: { scope } } = await s.liaison.person.expect<{ subject: { scope: string } }>(200, 'GET', `/api/subjects/${named}`);
    const subject = randomUUID();
    const numbers = [{ thing: 'passport', number: 'СИНТ004711' }];
    const results = await s.liaison.state(
      { scope, subject, kind: 'person', body: { type: 'person.reported', basis: 'told', code: 'SYN-NUM-1', informant: { relation: 'sister' }, numbers, synthetic: true } },
      { scope, subject: named, kind: 'person', body: { type: 'person.described', basis: 'told', numbers } },
    );
    expect(results.map(({ status }) => status)).toEqual(['logged', 'logged']);
    await context.ledger.folder.waitForAll(context.ledger.state.size);
    const found = (await search()).items.find(({ a, b }) => [a, b].sort().join() === [subject, named].sort().join());
    expect(found?.kinds.map(({ kind }) => kind)).toContain('numbers');
    const { done } = await findNewestJobs(context.ledger.worker, 'duplicates');
    if (done === null) throw new Error('no search');
    const likely = async (sha256: string): Promise<string[]> => (await readDuplicatesResult(context.files, sha256)).pairs.filter(({ probability }) => probability >= 0.5).map(({ a, b }) => `${a} ${b}`).sort();
    // Another connection keeps nothing of former searches.
    const whole = await searchDuplicates(done, { db: context.ledger.worker, files: context.files, onProgress: () => Promise.resolve() });
    expect(await likely(done.resultSha256 ?? '')).toEqual(await likely(whole));
  });

  it('is read a page at a time without gaps', async () => {
    const { items, total } = await read('?limit=200');
    const [first] = items;
    const ofOne: Answer = await read(`?limit=200&person=${first?.a ?? ''}`);
    expect(ofOne.items.map(({ a, b }) => `${a} ${b}`)).toEqual(items.filter(({ a, b }) => a === first?.a || b === first?.a).map(({ a, b }) => `${a} ${b}`));
    const read1: Pair[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Answer = await read(`?limit=2&after=${after}`);
      read1.push(...page.items);
      after = page.next;
    }
    expect(read1).toEqual(items);
    expect(total).toBe(items.length);
  });
});
