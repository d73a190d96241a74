import { randomUUID } from 'node:crypto';
import type { Json } from '@imena/problem';
import type { Body } from '@imena/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held, siteStatement, type Member } from '../testing/test-server.ts';
import { readFresh } from './testing/read-fresh.ts';
import { runAs, startDemonstrationServer, waitForJob, type DemonstrationServer, type JobAnswer } from './testing/demonstration-server.ts';

interface Shown { readonly id: string; readonly code: string }
interface Row { readonly kind: string; readonly state: string; readonly log10Lr: number; readonly told: readonly { readonly person: string; readonly log10Lr: number }[] }
interface Weighed { readonly rows: readonly Row[]; readonly levels: readonly { readonly reports: readonly string[]; readonly together: number }[]; readonly reports: readonly Shown[] }
interface Compared extends Weighed { readonly log10Sum: number }
interface Candidate { readonly weighed: Weighed & { readonly log10Others: number } }
interface Near { readonly items: readonly { readonly person: Shown | null; readonly others: readonly Shown[]; readonly log10Lr: number }[] }
interface Audited { readonly items: readonly { readonly remains: Shown | null; readonly person: Shown | null; readonly evidence: readonly { readonly kind: string; readonly log10Lr: number; readonly reported: { readonly en: string } | null }[] }[] }
interface NearRemains { readonly items: readonly { readonly remains: Shown | null; readonly log10Lr: number }[] }
interface Joint { readonly posterior: number; readonly others: readonly { readonly remains: string; readonly person: string; readonly posterior: number }[] }

let s: DemonstrationServer;
let run = '';
let remains = '';
let listed = '';
let twice: readonly [string, string] = ['', ''];
beforeAll(async () => {
  s = await startDemonstrationServer();
  run = (await runAs(s.analyst)).run ?? '';
  const { reportedTwice } = s.demonstration.tour;
  remains = reportedTwice.remains[0]?.id ?? '';
  twice = [reportedTwice.persons[0]?.id ?? '', reportedTwice.persons[1]?.id ?? ''];
  // What was found on the body is told in one of the two reports alone: that of whom no family gave DNA.
  const { items } = await s.analyst.person.expect<{ items: readonly { personId: string }[] }>(200, 'GET', `/api/runs/${run}/candidates?remains=${remains}`);
  listed = items.find(({ personId }) => twice.includes(personId))?.personId ?? '';
  const things = { numbers: [{ thing: 'passport', number: 'СИНТ0047119' }], basis: 'observed' };
  await write(remains, { type: 'remains.described', ...things });
  await write(twice.find((id) => id !== listed) ?? '', { type: 'person.described', ...things, basis: 'told' });
});
afterAll(async () => { await s.close(); });

const compare = (person: string, by: Member = s.analyst): Promise<Compared> => by.person.expect(200, 'GET', `/api/comparisons/${remains}/${person}`);
const nearest = (by: Member = s.analyst): Promise<Near> => by.person.expect(200, 'GET', `/api/remains/${remains}/nearest?limit=50`);
const lineOf = ({ items }: Near, id: string) => items.find(({ person, others }) => person?.id === id || others.some((one) => one.id === id));
const scopeOf = async (id: string): Promise<string> => (await s.liaison.person.expect<{ subject: { scope: string } }>(200, 'GET', `/api/subjects/${id}`)).subject.scope;
const write = async (subject: string, body: Readonly<Record<string, Json>>, scope?: string): Promise<void> => {
  const { author, ledger } = s.server.context;
  await author.append([{ scope: scope ?? (s.demonstration.entries.find((entry) => entry.subject === subject)?.scope ?? ''), subject, body: body as unknown as Body }]);
  await ledger.folder.waitForAll(ledger.state.size);
};
const say = async (subject: string, body: Readonly<Record<string, Json>>, more: { readonly supersedes?: readonly string[] } = {}): Promise<void> => {
  const [result] = await s.liaison.state({ scope: await scopeOf(subject), subject, kind: 'person', body, ...more });
  expect(result?.status).toBe('logged');
  await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
};
const decide = (a: string, b: string, verdict: string): Promise<void> => say(a, { type: 'person.compared', basis: 'decided', other: b, verdict, explanation: 'Синтетично' });

describe('a person who was reported twice', () => {
  it('is weighed report by report as long as nobody decided and no search proposes anything', async () => {
    for (const person of twice) expect(await compare(person)).toMatchObject({ levels: [], reports: [] });
    expect((await nearest()).items.every(({ others }) => others.length === 0)).toBe(true);
  });

  it('is read as one file once a search proposes it, as far as that is probable, with the same number wherever the pair is shown', async () => {
    const { job } = await s.analyst.person.expect<{ job: JobAnswer }>(202, 'POST', '/api/duplicates', {});
    await waitForJob(s.analyst, job.id, (state) => state !== 'waiting' && state !== 'running');
    const [one, other] = [await compare(twice[0]), await compare(twice[1])];
    for (const compared of [one, other]) {
      expect(compared.reports.map(({ id }) => id).sort()).toEqual([...twice].sort());
      expect(compared.levels).toMatchObject([{ reports: [...twice].sort() }]);
      expect(compared.levels[0]?.together).toBeGreaterThan(0.5);
      expect(compared.rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0)).toBeCloseTo(compared.log10Sum, 9);
      expect(compared.rows.find(({ kind }) => kind === 'name')?.told.map(({ person }) => person)).toEqual([...twice].sort());
    }
    const line = lineOf(await nearest(), twice[0]);
    expect([line?.person?.id, ...(line?.others ?? []).map(({ id }) => id)].sort()).toEqual([...twice].sort());
    expect(line?.log10Lr).toBeCloseTo(Math.max(one.log10Sum, other.log10Sum), 5);
    const candidate = await s.analyst.person.expect<Candidate>(200, 'GET', `/api/candidates/${run}/${remains}/${listed}`);
    expect(candidate.weighed.log10Others).toBe((await compare(listed)).log10Sum);
    expect(candidate.weighed.reports.map(({ id }) => id).sort()).toEqual([...twice].sort());
  });

  it('counts in the joint view with all evidence as on its page: the odds against somebody else move by what the second report says', async () => {
    const joint = () => s.analyst.person.expect<Joint & { nobody: number }>(200, 'GET', `/api/candidates/${run}/${remains}/${listed}/joint?evidence=all&prior=even`);
    const odds = ({ posterior, nobody }: Joint & { nobody: number }): number => Math.log10(posterior / nobody);
    const [filed, sum] = [odds(await joint()), (await compare(listed)).log10Sum];
    await decide(twice[0], twice[1], 'kept_apart');
    const [apart, alone] = [odds(await joint()), (await compare(listed)).log10Sum];
    expect(Math.abs(sum - alone)).toBeGreaterThan(0.01);
    expect(filed - apart).toBeCloseTo(sum - alone, 4);
  });

  it('is one file for certain where people settled it, and two where they kept them apart, whatever was proposed', async () => {
    expect(await compare(twice[0])).toMatchObject({ levels: [], reports: [] });
    const { subject } = await s.liaison.person.expect<{ subject: { lists: { merges: readonly { entry: string }[] } } }>(200, 'GET', `/api/subjects/${twice[0]}`);
    await say(twice[0], { type: 'statement.withdrawn', basis: 'decided', explanation: 'Синтетично' }, { supersedes: subject.lists.merges.map(({ entry }) => entry) });
    await decide(twice[0], twice[1], 'same_person');
    const [one, other] = [await compare(twice[0]), await compare(twice[1])];
    expect(one.levels).toEqual([{ reports: [...twice].sort(), together: 1 }]);
    expect(one.log10Sum).toBeCloseTo(other.log10Sum, 9);
    expect(lineOf(await nearest(), twice[1])?.log10Lr).toBeCloseTo(one.log10Sum, 5);
    for (const person of twice) {
      const { items } = await s.analyst.person.expect<NearRemains>(200, 'GET', `/api/persons/${person}/nearest?limit=50`);
      // The sex that DNA tells is looked at on the page of a pair alone.
      const sex = one.rows.find(({ kind }) => kind === 'sex')?.log10Lr ?? 0;
      const near = items.find((item) => item.remains?.id === remains)?.log10Lr ?? NaN;
      expect(Math.min(Math.abs(near - one.log10Sum), Math.abs(near - one.log10Sum + sex))).toBeLessThan(1e-4);
    }
  });

  it('is one file in the audit of an identity, with the number of the page of the pair beside the DNA', async () => {
    await write(remains, { type: 'remains.presumed', basis: 'told', ground: 'recognition', person: twice[0] });
    const { items } = await readFresh<Audited>(s.analyst.person, '/api/audit');
    const evidence = items.find((one) => one.remains?.id === remains && one.person?.id === twice[0])?.evidence ?? [];
    expect(evidence.find(({ kind }) => kind === 'reports')?.reported?.en).toContain('2 reports are read as one file');
    const { rows, log10Sum } = await compare(twice[0]);
    const sex = rows.find(({ kind }) => kind === 'sex')?.log10Lr ?? 0;
    const sum = evidence.reduce((all, { kind, log10Lr }) => all + (kind === 'dna' ? 0 : log10Lr), 0);
    expect(Math.min(Math.abs(sum - log10Sum), Math.abs(sum - log10Sum + sex))).toBeLessThan(1e-4);
  });

  it('a report that an account may not read is no part of the file for it', async () => {
    const [office, subject] = [randomUUID(), randomUUID()];
    await write(office, siteStatement(office).body, office);
    await write(subject, { type: 'person.reported', basis: 'told', code: 'SYN-FAR-1', informant: { relation: 'friend' }, hair: 'чорне', synthetic: true }, office);
    await decide(twice[0], subject, 'same_person');
    expect((await compare(twice[0])).reports.map(({ id }) => id)).toContain(subject);
    const near = await s.member([held('analyst', await scopeOf(twice[0])), held('analyst', await scopeOf(twice[1])), held('analyst', s.demonstration.entries.find((entry) => entry.subject === remains)?.scope ?? '')]);
    const seen = await compare(twice[0], near);
    expect(seen.reports.map(({ id }) => id).sort()).toEqual([...twice].sort());
    expect(JSON.stringify([seen.rows, seen.levels])).not.toContain(subject);
    expect((await nearest(near)).items.some(({ person, others }) => person?.id === subject || others.some(({ id }) => id === subject))).toBe(false);
  });
});
