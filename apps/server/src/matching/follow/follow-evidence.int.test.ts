import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOfJob, parameterOf } from '../job-parameters.ts';
import { listNewestJobs } from './follow.queries.ts';
import { matchingPart } from '../matching-part.ts';
import { runAs, startDemonstrationServer, waitForJob, type DemonstrationServer, type JobAnswer } from '../testing/demonstration-server.ts';

interface Item { readonly id: string; readonly scope: string; readonly links: readonly { readonly rel: string; readonly to: string }[] }
interface Job extends JobAnswer { readonly task: string; readonly requestedBy: string; readonly parameters: { readonly because?: string; readonly theta?: number } }
interface Duplicates { readonly items: readonly { readonly a: string; readonly b: string; readonly decided: { readonly verdict: string } | null }[]; readonly search: { readonly asOf: number; readonly changedSince: number } | null; readonly job: Job | null }

let s: DemonstrationServer;
beforeAll(async () => { s = await startDemonstrationServer({ worker: 'inside', followAfterMs: 50 }); });
afterAll(async () => { await s.close(); });

const read = (): Promise<Duplicates> => s.liaison.person.expect(200, 'GET', '/api/duplicates?limit=200');
const jobs = async (): Promise<readonly Job[]> => (await s.analyst.person.expect<{ items: readonly Job[] }>(200, 'GET', '/api/jobs')).items;
/** Asks again until it is so; nothing else asks for anything. */
async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const searched = (after: number): Promise<Duplicates> => until(read, ({ search, job }) => job === null && search !== null && search.asOf > after && search.changedSince === 0);
const twice = (): string[] => s.demonstration.tour.reportedTwice.persons.map(({ id }) => id).sort();
const say = async (subject: string, body: Readonly<Record<string, string>>): Promise<number> => {
  const { subject: { scope } } = await s.liaison.person.expect<{ subject: { scope: string } }>(200, 'GET', `/api/subjects/${subject}`);
  const [result] = await s.liaison.state({ scope, subject, kind: 'person', body });
  expect(result?.status).toBe('logged');
  return result?.index ?? 0;
};

const lowTemplate = { type: 'profile.low_template_stated', basis: 'measured', lowTemplate: { dropOutPpm: 300_000, dropInPpm: 10_000 }, ground: 'replicates', explanation: 'Синтетично: алелі випадали в повторах' } as const;
/** States something new of a profile of remains; answers which. */
const stateProfile = async (place: number): Promise<string> => {
  const { items } = await s.analyst.person.expect<{ items: readonly Item[] }>(200, 'GET', '/api/subjects?kind=profile&limit=200');
  const profile = items.filter(({ links }) => links.some(({ rel }) => rel === 'remains'))[place];
  const [result] = await s.laboratory.state({ scope: profile?.scope ?? '', subject: profile?.id ?? '', kind: 'profile', body: lowTemplate });
  expect(result?.status).toBe('logged');
  return profile?.id ?? '';
};

describe('new evidence is computed by itself', () => {
  it('nothing is searched or computed that nobody ever asked for', async () => {
    await say(twice()[0] ?? '', { type: 'person.described', basis: 'told', hair: 'русяве' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([await jobs(), (await read()).search]).toEqual([[], null]);
  });

  it('repeated reports are searched again when a report was corrected, and what a person decided stays', async () => {
    await s.liaison.person.expect(202, 'POST', '/api/duplicates', {});
    await searched(0);
    const [first = '', second = ''] = twice();
    await say(first, { type: 'person.compared', basis: 'decided', other: second, verdict: 'kept_apart', explanation: 'Синтетично: двоє різних людей' });
    const corrected = await say(second, { type: 'person.described', basis: 'told', hair: 'чорне' });
    const answer = await searched(corrected);
    expect(answer.items.find(({ a, b }) => [a, b].sort().join() === twice().join())?.decided?.verdict).toBe('kept_apart');
  });

  it('a run is computed again under the same request when a profile changed, says why, and no other statement causes one', async () => {
    const asked = await runAs(s.analyst, { theta: 0.02 });
    const changed = await stateProfile(0);
    const again = await until(jobs, (list) => list.some(({ state, parameters }) => state === 'done' && parameters.because === 'new_evidence'));
    const job = again.find(({ parameters }) => parameters.because === 'new_evidence');
    expect([job?.parameters.theta, job?.requestedBy, job?.run === asked.run]).toEqual([0.02, s.analyst.account, false]);
    const { subject } = await s.analyst.person.expect<{ subject: { fields: Readonly<Record<string, readonly { readonly value: Readonly<Record<string, unknown>> }[]>> } }>(200, 'GET', `/api/subjects/${job?.run ?? ''}`);
    expect(subject.fields['parameters']?.[0]?.value).toMatchObject({ because: 'new_evidence', theta: 0.02, after: asked.run });
    // The page of the run says after which one and what differs: that profile and nothing else.
    const { repeated } = await s.analyst.person.expect<{ repeated: object }>(200, 'GET', `/api/runs/${job?.run ?? ''}`);
    expect(repeated).toMatchObject({ because: 'new_evidence', after: { id: asked.run }, differences: { named: [{ kind: 'profile', change: 'changed', id: changed }], more: 0, expectedMissing: null, occupants: false } });
    expect(await s.analyst.person.expect<object>(200, 'GET', `/api/runs/${asked.run ?? ''}`)).toMatchObject({ repeated: null });
    const before = (await read()).search?.asOf ?? 0;
    // The search follows this statement, so it was seen; no run does.
    await searched(Math.max(before, await say(twice()[1] ?? '', { type: 'person.described', basis: 'told', hair: 'сиве' })));
    expect((await jobs()).length).toBe(again.length);
  });

  it('neither a run nor a search is repeated for somebody who may not ask any more', async () => {
    const leaving = await s.member([{ role: 'analyst', scope: null }]);
    await runAs(leaving, { theta: 0.03 });
    const before = (await read()).search?.asOf ?? 0;
    await leaving.person.expect(202, 'POST', '/api/duplicates', {});
    const { search: last } = await until(read, ({ search, job }) => job === null && (search?.asOf ?? 0) > before);
    const accounts = await s.coordinator.person.expect<{ accounts: readonly { readonly id: string; readonly memberships: readonly { readonly id: string }[] }[] }>(200, 'GET', '/api/accounts');
    const held = accounts.accounts.find(({ id }) => id === leaving.account)?.memberships[0];
    await s.coordinator.person.expect(204, 'DELETE', `/api/accounts/${leaving.account}/memberships/${held?.id ?? ''}`);
    const known = await jobs();
    await stateProfile(2);
    await say(twice()[1] ?? '', { type: 'person.described', basis: 'told', hair: 'світле' });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect((await jobs()).map(({ id }) => id)).toEqual(known.map(({ id }) => id));
    expect(await read()).toMatchObject({ job: null, search: { asOf: last?.asOf, changedSince: 1 } });
    // Somebody who may ask has it done, and from then on it follows again.
    await s.liaison.person.expect(202, 'POST', '/api/duplicates', {});
    await searched(last?.asOf ?? 0);
    await searched(await say(twice()[1] ?? '', { type: 'person.described', basis: 'told', hair: 'темне' }));
    expect(await waitForJob(s.analyst, known[0]?.id ?? '', () => true)).toMatchObject({ state: 'done' });
  });

  it('what came while nothing followed is made up after a start, from jobs and log alone', async () => {
    await s.close();
    s = await startDemonstrationServer();
    const asked = await runAs(s.analyst, { theta: 0.02 });
    await s.liaison.person.expect(202, 'POST', '/api/duplicates', {});
    await searched(0);
    await stateProfile(1);
    const corrected = await say(twice()[1] ?? '', { type: 'person.described', basis: 'told', hair: 'руде' });
    const { context } = await s.restart({ parts: [matchingPart({ worker: 'inside', followAfterMs: 50 })] });
    const followed = async (task: string) => (await listNewestJobs(context.ledger.worker, task))[0];
    const [run, search] = await Promise.all(['dna_run', 'duplicates'].map((task) => until(() => followed(task), (job) => job?.state === 'done' && job.id !== asked.id && parameterOf(job.parameters, 'because') === 'new_evidence')));
    expect([asOfJob(run ?? { parameters: {} }), asOfJob(search ?? { parameters: {} })].every((asOf) => (asOf ?? 0) > corrected)).toBe(true);
  });
});
