import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

interface Choices {
  readonly choices: readonly { readonly id: string; readonly kind: string; readonly relation?: string; readonly label: string | null; readonly asking: string | null }[];
  readonly markers: number;
}
interface Simulated { readonly mean: number | null; readonly standardError: number | null }
interface Computed { readonly now: { readonly log10Lr: Simulated; readonly passes: Simulated }; readonly after: { readonly log10Lr: Simulated; readonly passes: Simulated; readonly simulations: number } }
interface Listed { readonly remainsId: string; readonly personId: string; readonly log10Lr: number; readonly posterior: number }

let s: DemonstrationServer;
let listed: readonly Listed[];
let run: string;

beforeAll(async () => {
  s = await startDemonstrationServer();
  const job = await runAs(s.analyst, { theta: 0 });
  if (job.run === null) throw new Error(JSON.stringify(job));
  run = job.run;
  listed = (await s.analyst.person.expect<{ items: Listed[] }>(200, 'GET', `/api/runs/${run}/candidates?limit=1000`)).items;
});
afterAll(async () => {
  expect(s.failures).toEqual([]);
  await s.close();
});

const weakest = (): Listed => {
  const found = listed.findLast((one) => one.posterior < 0.9995);
  if (found === undefined) throw new Error('the demonstration has no pair below the threshold');
  return found;
};

describe('advice for a pair below the threshold', () => {
  it('starts from the LR of the run, names relatives by their relation, and is the same when asked again', async () => {
    const pair = weakest();
    const path = `/api/candidates/${run}/${pair.remainsId}/${pair.personId}/advice`;
    const { choices } = await s.analyst.person.expect<Choices>(200, 'GET', path);
    const relative = choices.find((one) => one.kind === 'relative');
    expect(relative?.relation).toBeDefined();
    const ask = (): Promise<Computed> => s.analyst.person.expect(200, 'GET', `${path}/choice?choice=${encodeURIComponent(relative?.id ?? '')}`);
    const computed = await ask();
    expect(computed.now.log10Lr.mean).toBeCloseTo(pair.log10Lr, 6);
    expect(computed.now.passes.mean).toBe(0);
    expect(computed.after.simulations).toBe(1000);
    expect(await ask()).toEqual(computed);
    expect(await s.analyst.person.refusal('GET', `${path}/choice?choice=nobody`)).toBe('matching.advice_unknown');
  });

  it('is for those who may see what rests on genotypes', async () => {
    const { remainsId, personId } = weakest();
    expect(await s.liaison.person.refusal('GET', `/api/candidates/${run}/${remainsId}/${personId}/advice`)).toBe('access.role_missing');
  });
});

describe('advice for a missing person', () => {
  it('is for the family liaison too, and holds no genotype: only who could help, and how often', async () => {
    const { personId } = weakest();
    const path = `/api/persons/${personId}/advice`;
    const { choices, markers } = await s.liaison.person.expect<Choices>(200, 'GET', path);
    expect(markers).toBeGreaterThan(10);
    const relative = choices.find((one) => one.kind === 'relative');
    const answer = await s.liaison.person.expect<Computed>(200, 'GET', `${path}/choice?choice=${encodeURIComponent(relative?.id ?? '')}`);
    expect(answer.after.log10Lr.mean).toBeGreaterThanOrEqual((answer.now.log10Lr.mean ?? Number.NaN) - 3 * (answer.now.log10Lr.standardError ?? 0));
    expect(JSON.stringify([choices, answer])).not.toMatch(/D3S1358|TH01|"alleles"/);
  });
});
