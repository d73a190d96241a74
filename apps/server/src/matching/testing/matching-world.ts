import { randomUUID } from 'node:crypto';
import { markersFrom, shippedFrequencyTables, simulateFamily, stepwiseMutation, type FrequencyTable, type Profile } from '@imena/kinship';
import { assembleRunInput, runDna } from '@imena/matching';
import { canonicalBytes } from '@imena/ledger';
import type { Json } from '@imena/problem';
import type { Body } from '@imena/record';
import { makeRandom } from '@imena/synth';
import type { ServerContext } from '../../http/context.ts';
import type { SiteWorld } from '../../testing/register-world.ts';
import { completeParameters } from '../run-parameters.ts';
import { recordRun } from '../record-run.ts';
import { readSubjectsOf } from '../run-subjects.queries.ts';

export function europe(): FrequencyTable {
  const table = shippedFrequencyTables().find((item) => item.id === 'norstr-2023-europe');
  if (table === undefined) throw new Error('the table is not shipped');
  return table;
}

const markers = ['D3S1358', 'vWA', 'D16S539', 'CSF1PO', 'TPOX', 'D8S1179', 'D21S11', 'D18S51', 'TH01', 'FGA'];
const household = [
  { id: 'f', father: null, mother: null, sex: 'male' }, { id: 'm', father: null, mother: null, sex: 'female' }, { id: 's', father: 'f', mother: 'm', sex: 'male' },
] as const;

/** Invented genotypes of father, mother and son. */
export function inventHousehold(seed: number): Readonly<Record<string, Profile>> {
  const random = makeRandom(seed);
  return simulateFamily({ pedigree: { name: 'invented', individuals: household }, markers: markersFrom({ table: europe(), names: markers, mutation: stepwiseMutation }), random: () => random.next() });
}

/** Gives a site's world a mother with a profile and a son found, and a recorded run that compared them; returns the run. */
export async function makeMatchingWorld(context: ServerContext, world: SiteWorld, seed: number): Promise<string> {
  const { author, ledger, files } = context;
  const { scope } = world;
  const id = (kind: string): string => world.examples.find((item) => item.kind === kind)?.subject ?? '';
  const g = inventHousehold(seed);
  const said = (subject: string, body: Readonly<Record<string, unknown>>) => ({ scope, subject, body: { basis: 'observed', synthetic: true, ...body } as unknown as Body });
  const pedigree = household.map((member) => ({ ...member, state: member.id === 's' ? 'missing' : 'alive', ...(member.id === 's' ? { person: id('person') } : member.id === 'm' ? { relative: id('relative') } : {}) }));
  await author.append([
    said(id('family'), { type: 'family.pedigree_drawn', pedigree }),
    said(randomUUID(), { type: 'profile.typed', sampleCode: 'SYN-M', relative: id('relative'), genotypes: g['m'] }),
    said(randomUUID(), { type: 'profile.typed', sampleCode: 'SYN-S', remains: id('remains'), genotypes: g['s'] }),
  ]);
  await ledger.folder.waitForAll(ledger.state.size);
  const [profiles, families, relatives] = [await readSubjectsOf(ledger.worker, 'profile', scope), await readSubjectsOf(ledger.worker, 'family', scope), await readSubjectsOf(ledger.worker, 'relative', scope)];
  const input = assembleRunInput({ profiles, families, relatives }, europe(), { ...completeParameters({}, 2), theta: 0, minLog10Lr: 0 });
  const inputSha256 = await files.put(canonicalBytes(input as unknown as Json));
  const resultSha256 = await files.put(canonicalBytes((await runDna(input, { inputsHash: inputSha256 })) as unknown as Json));
  return recordRun(context, {
    id: randomUUID(), task: 'dna_run', scope, requestedBy: ledger.identity.installation, parameters: {}, state: 'running', done: 1, total: 1, createdAt: context.now(), startedAt: null,
    finishedAt: null, run: null, problem: null, cancelRequested: false, inputSha256, resultSha256,
  });
}
