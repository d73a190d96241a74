import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import { weighedKinds } from '@imena/matching';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRequest } from './run-parameters.ts';
import { europe } from './testing/matching-world.ts';
import { runAs, startDemonstrationServer, waitForJob, type DemonstrationServer, type JobAnswer } from './testing/demonstration-server.ts';
import { held } from '../testing/test-server.ts';

let s: DemonstrationServer;
let run: string;

interface RunAnswer {
  readonly inputsHash: string;
  readonly resultHash: string;
  readonly compared: number;
  readonly pairsAbove: number;
  readonly expectedByChance: number;
  readonly dropped: readonly { readonly reason: string }[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

interface CandidatesAnswer {
  readonly items: readonly { readonly place: number; readonly rank: number; readonly log10Lr: number; readonly family: string; readonly remainsId: string; readonly personId: string; readonly symmetric: readonly string[]; readonly joint: { readonly kind: string; readonly posterior: number; readonly nobody: number; readonly method: { readonly kind: string } } | null; readonly person: { readonly id: string } | null }[];
  readonly direct: readonly { readonly a: string; readonly b: string }[];
  readonly total: number;
  readonly withheld: { readonly pairs: number; readonly reason: string };
  readonly next: number | null;
}

const doneRun = async (request: RunRequest = { theta: 0 }, member = s.analyst): Promise<string> => {
  const job = await runAs(member, request);
  if (job.run === null) throw new Error(JSON.stringify(job));
  return job.run;
};
const readRun = (id: string): Promise<RunAnswer> => s.analyst.person.expect(200, 'GET', `/api/runs/${id}`);
const candidates = (query = '', member = s.analyst): Promise<CandidatesAnswer> => member.person.expect(200, 'GET', `/api/runs/${run}/candidates${query}`);

beforeAll(async () => {
  s = await startDemonstrationServer();
  run = await doneRun();
});
afterAll(async () => {
  expect(s.failures).toEqual([]);
  await s.close();
});

describe('a matching run', () => {
  it('is recorded with the hashes of its input and result; the same data and parameters give the same bytes', async () => {
    const [first, second] = [await readRun(run), await readRun(await doneRun())];
    expect(second.inputsHash).toBe(first.inputsHash);
    expect(second.resultHash).toBe(first.resultHash);
    expect((await readRun(await doneRun({ theta: 0, expectedMissing: 500 }))).inputsHash).not.toBe(first.inputsHash);
  });

  it('says how many pairs it compared, how many chance would bring, and what was left out and why', async () => {
    const answer = await readRun(run);
    expect(answer.expectedByChance).toBeCloseTo(answer.compared / 1000, 9);
    expect(answer.dropped.map((item) => item.reason)).toContain('consent_withdrawn');
    expect(answer.parameters).toMatchObject({ frequencyTable: 'norstr-2023-europe', mutation: { model: 'per_locus' }, minLog10Lr: 3 });
  });

  it('puts the right person first for every remains that it lists, but for brothers and twins of the evidence', async () => {
    const { items, total } = await candidates('?limit=1000');
    expect(items).toHaveLength(total);
    const truth = new Map(s.demonstration.truth.map((line) => [line.remains, line.person]));
    const twice = s.demonstration.tour.reportedTwice.persons.map((person) => person.id);
    const wrong = items.filter((item) => item.rank === 1 && item.symmetric.length === 0 && truth.get(item.remainsId) !== item.personId && !twice.includes(item.personId));
    expect(wrong.length).toBeLessThanOrEqual(2); // chance alone may bring a few: the run says so
    expect(items.filter((item) => item.rank === 1 && truth.get(item.remainsId) === item.personId).length).toBeGreaterThan(30);
  });

  it('finds the two bags of one person, and marks brothers who are missing together', async () => {
    const { direct } = await candidates();
    const bags = s.demonstration.tour.twoBags.remains.map((item) => item.id).sort();
    expect(direct.map((pair) => [pair.a, pair.b].sort())).toContainEqual(bags);
    const { items } = await candidates(`?remains=${s.demonstration.tour.brothers.remains[0]?.id ?? ''}`);
    expect(items[0]?.symmetric).toHaveLength(1);
    expect(items).toHaveLength(2);
  });

  it('shows no pair that rests on a profile whose consent was withdrawn since, says how many, and shows them again with a new consent', async () => {
    const before = await candidates('?limit=1000');
    const { remainsId, personId } = before.items[0] ?? { remainsId: '', personId: '' };
    const url = `/api/candidates/${run}/${remainsId}/${personId}`;
    const pair = await s.analyst.person.expect<{ familyId: string; pedigree: { members: { profile: string | null; relative: string | null }[] } }>(200, 'GET', url);
    const used = pair.pedigree.members.find((member) => member.profile !== null && member.relative !== null)?.relative ?? '';
    const { subject } = await s.liaison.person.expect<{ subject: { id: string; scope: string } }>(200, 'GET', `/api/subjects/${used}`);
    const say = async (body: Readonly<Record<string, Json>>): Promise<void> => {
      const [result] = await s.liaison.state({ scope: subject.scope, subject: subject.id, kind: 'family', body: { basis: 'told', purposes: ['identification'], ...body } });
      expect(result?.status).toBe('logged');
      await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
    };
    const resting = before.items.filter((item) => item.family === pair.familyId).length;
    expect([before.withheld, resting > 0]).toEqual([{ pairs: 0, reason: 'consent_withdrawn' }, true]);
    await say({ type: 'relative.consent_withdrawn', explanation: 'Синтетично' });
    for (const member of [s.analyst, s.laboratory, s.board[0]]) {
      const after = await candidates('?limit=1000', member);
      expect(after.items.filter((item) => item.family === pair.familyId)).toEqual([]);
      expect([after.total, after.withheld.pairs]).toEqual([before.total - resting, resting]);
    }
    expect((await candidates(`?remains=${remainsId}`)).withheld.pairs).toBeGreaterThan(0);
    expect(await s.analyst.person.refusal('GET', url)).toBe('matching.consent_withdrawn');
    for (const file of ['case.json', 'case.fam']) expect(await s.analyst.person.refusal('GET', `${url}/${file}`)).toBe('matching.consent_withdrawn');
    // In what is shown of other pairs, the withheld ones are no rivals either.
    const rival = before.items.find((item) => item.remainsId === remainsId && item.family !== pair.familyId) ?? before.items.find((item) => item.family !== pair.familyId);
    const other = await s.analyst.person.expect<{ competing: Record<string, { family: string }[]> }>(200, 'GET', `/api/candidates/${run}/${rival?.remainsId ?? ''}/${rival?.personId ?? ''}`);
    expect(Object.values(other.competing).flat().filter((item) => item.family === pair.familyId)).toEqual([]);
    await say({ type: 'relative.consented' });
    expect(await candidates('?limit=1000')).toEqual(before);
    await s.analyst.person.expect(200, 'GET', url);
  });

  it('weighs all other evidence of a pair beside its DNA, and the posterior of DNA alone stays what it was', async () => {
    interface Weighed { readonly rows: readonly { readonly kind: string; readonly state: string; readonly log10Lr: number }[]; readonly log10Sum: number; readonly posterior: number; readonly basis: { readonly reports: number } }
    interface Detail { readonly log10Lr: number; readonly posterior: number; readonly prior: number; readonly evidence: readonly { readonly key: string; readonly verdict: string }[]; readonly weighed: Weighed }
    const truth = new Map(s.demonstration.truth.map((line) => [line.remains, line.person]));
    const { items } = await candidates('?limit=1000');
    const sums: number[] = [];
    for (const item of items.filter((one) => one.rank === 1 && truth.get(one.remainsId) === one.personId).slice(0, 12)) {
      const { weighed, log10Lr, posterior: dnaAlone, prior, evidence } = await s.analyst.person.expect<Detail>(200, 'GET', `/api/candidates/${run}/${item.remainsId}/${item.personId}`);
      const others = weighed.rows.reduce((sum, row) => sum + row.log10Lr, 0);
      expect(weighed.log10Sum).toBeCloseTo(log10Lr + others, 9);
      expect(weighed.posterior).toBeCloseTo(1 / (1 + ((1 - prior) / prior) * 10 ** -weighed.log10Sum), 9);
      expect(dnaAlone).toBeCloseTo(1 / (1 + ((1 - prior) / prior) * 10 ** -log10Lr), 9);
      expect(weighed.rows.filter((row) => row.state !== 'weighed' && row.log10Lr !== 0)).toEqual([]);
      expect(weighed.basis.reports).toBeGreaterThan(100);
      const sex = evidence.find((row) => row.key === 'sex');
      if (sex?.verdict === 'contradicts') expect(weighed.rows.find((row) => row.kind === 'sex')?.log10Lr).toBeLessThanOrEqual(0);
      sums.push(others);
    }
    // Of true pairs the other evidence speaks for the person, most of the time.
    expect(sums.filter((sum) => sum > 0).length).toBeGreaterThanOrEqual(9);
  });

  it('solves a pair together with everybody who competes: brothers share what is certain of both, and it says how exact it is', async () => {
    interface Joint { readonly posterior: number; readonly symmetric: number | null; readonly method: { readonly kind: string }; readonly others: readonly { readonly person: string }[] }
    const [bag = { id: '' }] = s.demonstration.tour.brothers.remains;
    const { items } = await candidates(`?remains=${bag.id}`);
    const answers = await Promise.all(items.map((item) => s.analyst.person.expect<Joint>(200, 'GET', `/api/candidates/${run}/${item.remainsId}/${item.personId}/joint`)));
    expect(answers.map((one) => one.method.kind)).toEqual(['exact', 'exact']);
    expect(answers.map((one) => one.posterior)).toEqual(items.map((item) => item.joint?.posterior));
    expect(items.map((item) => [item.joint?.kind, item.joint?.method.kind])).toEqual([['solved', 'exact'], ['solved', 'exact']]);
    for (const one of answers) expect([one.posterior < 0.9995, (one.symmetric ?? 0) > 0.9995]).toEqual([true, true]);
    expect(answers[0]?.others.map((one) => one.person)).toContain(items[1]?.personId);
  });

  it('lets an earlier identification take part as one that can be wrong, and shows what it does: with it, without it, without the prior, with all other evidence', async () => {
    interface Claim { readonly kind: string; readonly prior: number; readonly posterior: number; readonly source: string; readonly verified: boolean; readonly remainsItem: { readonly id: string } | null }
    interface Joint { readonly posterior: number; readonly occupants: readonly Claim[]; readonly occupantsOfRun: number | null; readonly priorVersion: string | null; readonly unread: number }
    const claimed = (await candidates('?limit=1000')).items;
    const truth = new Map(s.demonstration.truth.map((line) => [line.remains, line.person]));
    const right = claimed.find((item) => item.rank === 1 && item.symmetric.length === 0 && truth.get(item.remainsId) === item.personId && item.log10Lr < 6);
    if (right === undefined) throw new Error('no weak true pair');
    const url = (of: string): string => `/api/candidates/${of}/${right.remainsId}/${right.personId}/joint`;
    const before = await s.analyst.person.expect<Joint>(200, 'GET', url(run));
    // Neighbours took other remains, which nobody typed, for this person.
    interface Listed { readonly items: readonly { readonly id: string; readonly scope: string; readonly links: readonly { readonly rel: string; readonly to: string }[] }[] }
    const list = (kind: string): Promise<Listed> => s.analyst.person.expect(200, 'GET', `/api/subjects?kind=${kind}&limit=200`);
    const typed = new Set((await list('profile')).items.flatMap((one) => one.links.filter(({ rel }) => rel === 'remains').map(({ to }) => to)));
    const { id: other, scope } = (await list('remains')).items.find((one) => !typed.has(one.id) && one.links.every(({ rel }) => rel !== 'presumed')) ?? { id: '', scope: '' };
    const [said] = await s.analyst.state({ scope, subject: other, kind: 'remains', body: { type: 'remains.presumed', basis: 'told', ground: 'recognition', person: right.personId, explanation: 'Синтетично' } });
    await s.server.context.ledger.folder.waitFor(said?.index ?? 0);
    const later = await doneRun();
    const asked = (query = '', member = s.analyst): Promise<Joint> => member.person.expect(200, 'GET', `${url(later)}${query}`);
    const recorded = await asked();
    const claim = recorded.occupants.find((one) => one.remainsItem?.id === other);
    expect(claim).toMatchObject({ kind: 'presumed', prior: expect.closeTo(0.85, 9) as number, verified: false });
    expect(claim?.source.length).toBeGreaterThan(10);
    expect([recorded.priorVersion, (recorded.occupantsOfRun ?? 0) > 0]).toEqual(['imena-run-prior/1', true]);
    expect(recorded.posterior).toBeLessThan(before.posterior);
    const without = await asked('?occupants=ignored');
    expect([without.occupants, without.posterior > recorded.posterior]).toEqual([[], true]);
    expect((await asked('?prior=even')).posterior).toBeGreaterThan(recorded.posterior);
    const all = await asked('?evidence=all');
    expect(all.posterior).not.toBe(recorded.posterior);
    expect((await asked(`?evidence=all&without=${weighedKinds.join(',')}`)).posterior).toBeCloseTo(recorded.posterior, 12);
    // Who may not read persons gets the DNA of it alone, and is told.
    expect((await asked('?evidence=all', s.laboratory)).unread).toBeGreaterThan(0);
  });

  it('is read a page at a time without gaps', async () => {
    const whole = await candidates('?limit=1000');
    const places: number[] = [];
    for (let after: number | null = -1; after !== null;) {
      const page: CandidatesAnswer = await candidates(`?limit=7&after=${after}`);
      places.push(...page.items.map((item) => item.place));
      after = page.next;
    }
    expect(places).toEqual(whole.items.map((item) => item.place));
  });

  it('shows the laboratory pairs and markers, but no missing person', async () => {
    const { items } = await candidates('', s.laboratory);
    const [first] = items;
    expect(first?.person).toBeNull();
    const detail = await s.laboratory.person.expect<{ person: unknown; evidence: unknown[]; weighed: unknown; markers: { remains: unknown }[] }>(200, 'GET', `/api/candidates/${run}/${first?.remainsId ?? ''}/${first?.personId ?? ''}`);
    expect(detail.person).toBeNull();
    expect([detail.evidence, detail.weighed]).toEqual([[], null]);
    expect(detail.markers.some((marker) => marker.remains !== null)).toBe(true);
  });
});

describe('what is refused', () => {
  it('an unknown table, a prior without a list, a run over nothing, a run over everything by somebody who holds one scope', async () => {
    const post = (body: object, member = s.analyst) => member.person.refusal('POST', '/api/runs', body);
    expect(await post({ frequencyTable: 'nowhere' })).toBe('matching.table_unknown');
    expect(await post({ expectedMissing: 1 })).toBe('server.request_invalid');
    expect(await post({ scope: s.demonstration.offices.mortuary })).toBe('matching.nothing_to_compare');
    const narrow = await s.member([held('analyst', s.demonstration.sites.izium), held('analyst', s.demonstration.offices.laboratory)]);
    expect(await post({}, narrow)).toBe('matching.scope_needed');
    expect(await post({ scope: s.demonstration.offices.mortuary }, narrow)).toBe('access.role_missing');
    expect(await narrow.person.refusal('GET', `/api/runs/${run}`)).toBe('server.not_found');
  });

  it('a frequency table that is there already or does not add up; a good one can be used', async () => {
    const table = { ...europe(), id: 'synthetic-1', name: 'Synthetic' };
    const post = (body: object) => s.laboratory.person.refusal('POST', '/api/frequency-tables', body);
    expect(await post(table)).toBe('201');
    expect(await post(table)).toBe('matching.table_taken');
    expect(await post({ ...table, id: 'norstr-2023-europe' })).toBe('matching.table_taken');
    expect(await post({ ...table, id: '../etc' })).toBe('matching.table_id');
    expect(await post({ ...table, id: 'x', markers: [{ name: 'TH01', alleles: ['6', '7'], freqs: [0.4, 0.4] }] })).toBe('kinship.table.sum');
    expect(await post({ ...table, id: 'x', markers: 7 })).toBe('kinship.table.shape');
    expect((await readRun(await doneRun({ theta: 0, frequencyTable: 'synthetic-1' }))).parameters['frequencyTable']).toBe('synthetic-1');
  });
});

describe('a job', () => {
  it('tells how far it is and stops when asked to, leaving no entry', async () => {
    const { ledger } = s.server.context;
    const size = ledger.state.size;
    const { job } = await s.analyst.person.expect<{ job: JobAnswer }>(202, 'POST', '/api/runs', { theta: 0.01 });
    const running = await waitForJob(s.analyst, job.id, (state, { done }) => state === 'running' && done > 0);
    expect(running.total).toBeGreaterThan(100);
    await s.analyst.person.expect(200, 'POST', `/api/jobs/${job.id}/cancel`);
    await waitForJob(s.analyst, job.id, (state) => state === 'cancelled');
    expect(ledger.state.size).toBe(size);
  });

  it('cut off between its entry and its own last mark is completed without a second entry', async () => {
    const { ledger } = s.server.context;
    const job = await runAs(s.analyst, { theta: 0, expectedMissing: 777 });
    const size = ledger.state.size;
    await sql`update jobs set state = 'running', run = null, finished_at = null where id = ${job.id}`.execute(ledger.worker);
    const again = await waitForJob(s.analyst, job.id, (state) => state === 'done');
    expect(again.run).toBe(job.run);
    expect(ledger.state.size).toBe(size);
  });
});
