import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held } from '../testing/test-server.ts';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';
import { readFresh } from './testing/read-fresh.ts';

interface Answer {
  readonly bags: number; readonly run: string | null; readonly notCompared: readonly string[]; readonly seesDna: boolean; readonly asStated: number;
  readonly minimum: { readonly minimum: number; readonly byBones: number; readonly profiles: number };
  readonly proposals: readonly { readonly a: string; readonly b: string; readonly basis: string; readonly against: readonly { readonly kind: string }[]; readonly sizes: { readonly log10Lr: number } | null; readonly stated: readonly { readonly entry: string; readonly verdict: string }[] }[];
}

let s: DemonstrationServer;
let site = '';
beforeAll(async () => {
  s = await startDemonstrationServer();
  site = s.demonstration.sites.izium;
});
afterAll(async () => { await s.close(); });

const read = (): Promise<Answer> => readFresh(s.analyst.person, `/api/individuals/${site}`);
const twoBags = (): string[] => s.demonstration.tour.twoBags.remains.map(({ id }) => id).sort();
const pairOf = ({ proposals }: Answer) => proposals.find(({ a, b }) => a === twoBags()[0] && b === twoBags()[1]);
const say = async (subject: string, body: Readonly<Record<string, unknown>>, supersedes: readonly string[] = []): Promise<string> => {
  const [result] = await s.analyst.state({ scope: site, subject, kind: 'remains', body: { basis: 'decided', ...body }, ...(supersedes.length === 0 ? {} : { supersedes }) });
  expect(result?.status).toBe('logged');
  await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
  return result?.id ?? '';
};

describe('how many individuals, and which parts belong together', () => {
  it('before a run has compared profiles nobody is counted by them, and the bags are named; after it their profiles tell people apart', async () => {
    const before = await read();
    expect(before).toMatchObject({ run: null, minimum: { profiles: 0 } });
    expect(before.proposals.filter(({ basis, against }) => basis === 'dna' || against.some(({ kind }) => kind === 'profiles_differ'))).toEqual([]);
    expect(before.notCompared).toEqual(expect.arrayContaining(twoBags()));
    const run = await runAs(s.analyst);
    expect(run.problem).toBeNull();
    const after = await read();
    expect(after.run).toBe(run.run);
    expect(after.minimum.profiles).toBeGreaterThan(50);
    for (const bag of twoBags()) expect(after.notCompared).not.toContain(bag);
  });

  it('one person in two bags is proposed by DNA, joined by a person with a reason, and taken apart again', async () => {
    const before = await read();
    expect(pairOf(before)).toMatchObject({ basis: 'dna', stated: [] });
    expect(before.minimum.minimum).toBeLessThanOrEqual(before.asStated);
    const [first, second] = twoBags();
    const entry = await say(first ?? '', { type: 'remains.reassociated', with: second, ground: 'dna', explanation: 'Синтетично: один профіль' });
    const joined = await read();
    expect(joined.asStated).toBe(before.asStated - 1);
    expect(pairOf(joined)?.stated).toMatchObject([{ verdict: 'together', entry }]);
    await say(first ?? '', { type: 'statement.withdrawn', explanation: 'Синтетично: помилка' }, [entry]);
    expect((await read()).asStated).toBe(before.asStated);
    await say(first ?? '', { type: 'remains.kept_apart', from: second, explanation: 'Синтетично: різний вік' });
    expect(pairOf(await read())?.stated).toMatchObject([{ verdict: 'apart' }]);
  });

  it('a joint that an anthropologist laid together proposes its two bags, with its weight, until it is withdrawn', async () => {
    const mortuary = await s.member([held('mortuary')]);
    const [first, second] = [...s.demonstration.tour.clear.remains, ...s.demonstration.tour.brothers.remains].map(({ id }) => id).sort();
    const state = async (body: Readonly<Record<string, unknown>>, supersedes: readonly string[] = []) => {
      const [result] = await mortuary.state({ scope: site, subject: first ?? '', kind: 'remains', body: { basis: 'measured', ...body }, ...(supersedes.length === 0 ? {} : { supersedes }) });
      expect(result?.status).toBe('logged');
      await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
      return result?.id ?? '';
    };
    const proposed = async () => (await readFresh<Answer>(mortuary.person, `/api/individuals/${site}`)).proposals.find(({ a, b }) => a === first && b === second);
    const entry = await state({ type: 'remains.joint_compared', with: second, joint: 'sacrum-os_coxae', side: 'left', grade: 'fits' });
    expect(await proposed()).toMatchObject({ basis: 'joint', log10Lr: null, sizes: { reasons: [{ kind: 'fit_of_joint' }] } });
    expect((await proposed())?.sizes?.log10Lr).toBeCloseTo(1.426, 3);
    await state({ type: 'statement.withdrawn', explanation: 'Синтетично: інша кістка' }, [entry]);
    expect(await proposed()).toBeUndefined();
  });

  it('an anthropologist, who sees no profiles, gets the count of the bones alone and is told so', async () => {
    const { person } = await s.member([held('mortuary')]);
    const answer = await readFresh<Answer>(person, `/api/individuals/${site}`);
    expect(answer).toMatchObject({ seesDna: false, minimum: { profiles: 0 } });
    expect(answer.proposals.every(({ basis }) => basis !== 'dna')).toBe(true);
    await s.liaison.person.expect(403, 'GET', `/api/individuals/${site}`);
  });
});
