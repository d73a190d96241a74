import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

type Genotypes = Readonly<Record<string, readonly [string, string | null]>>;
interface Item { readonly id: string; readonly scope: string; readonly links: readonly { readonly rel: string; readonly to: string }[]; readonly facets: Readonly<Record<string, unknown>> }
interface Pair { readonly remainsId: string; readonly personId: string; readonly symmetric: readonly string[]; readonly rank: number; readonly log10Lr: number }
interface Model { readonly dropOut: number; readonly dropIn?: number }
interface Candidate {
  readonly log10Lr: number | string; readonly confirmation: { readonly kind: string };
  readonly lowTemplate: readonly { readonly member: string | null; readonly profile: string; readonly typing: Model }[]; readonly changedProfiles: readonly Item[];
  readonly markers: readonly { readonly marker: string; readonly dropped: string | null; readonly notes: readonly { readonly code: string; readonly details: Readonly<Record<string, unknown>> }[] }[];
}
interface JointMarkers {
  readonly log10Alone: number; readonly log10Among: number; readonly others: readonly { readonly remains: string; readonly person: string; readonly isSameFamily: boolean }[];
  readonly rows: readonly { readonly marker: string; readonly log10Alone: number | null; readonly log10Among: number | null; readonly dropped: string | null }[];
}

let s: DemonstrationServer;
/** A bone that nobody typed before, now typed with alleles lost: it is of a person of whom two bags were found. */
let bone: string;
let person: string;
let first: string;
let profile: string;
/** Runs before and after the laboratory stated it. */
let before: string;
let after: string;

const get = <T>(url: string): Promise<T> => s.laboratory.person.expect<T>(200, 'GET', url);
const run = async (): Promise<string> => (await runAs(s.analyst, { theta: 0, mutation: { model: 'none' } })).run ?? '';
const pairsOf = async (id: string): Promise<readonly Pair[]> => (await get<{ items: readonly Pair[] }>(`/api/runs/${id}/candidates?limit=1000`)).items;
const list = async (kind: string): Promise<readonly Item[]> => (await s.analyst.person.expect<{ items: readonly Item[] }>(200, 'GET', `/api/subjects?kind=${kind}&limit=1000`)).items;
const lowTemplate = { lowTemplate: { dropOutPpm: 300_000, dropInPpm: 10_000 }, ground: 'replicates', explanation: 'Синтетично: алелі випадали в повторах' } as const;
const statement = { type: 'profile.low_template_stated', basis: 'measured', ...lowTemplate } as const;

beforeAll(async () => {
  s = await startDemonstrationServer();
  // Two bags of one person whom the run finds: the third is made of their profile.
  const bag = s.demonstration.tour.twoBags.remains[0]?.id ?? '';
  const owner = s.demonstration.truth.find((line) => line.remains === bag)?.person ?? '';
  const profiles = await list('profile');
  const ownerOf = (item: Item): string | undefined => item.links.find(({ rel }) => rel === 'remains')?.to;
  const typed = profiles.find((item) => ownerOf(item) === bag);
  const untyped = (await list('remains')).find((item) => !profiles.some((one) => ownerOf(one) === item.id));
  if (typed === undefined || untyped === undefined) throw new Error('no bone');
  const { subject } = await get<{ subject: { fields: { genotypes: readonly { value: Genotypes }[] } } }>(`/api/subjects/${typed.id}`);
  const whole = Object.entries(subject.fields.genotypes[0]?.value ?? {});
  const lost = new Set(whole.filter(([, [a, b]]) => a !== b).slice(0, 6).map(([marker]) => marker));
  const genotypes = Object.fromEntries(whole.map(([marker, [a, b]]) => [marker, lost.has(marker) ? [a, a] : [a, b]]));
  const subjectOfProfile = crypto.randomUUID();
  const [said] = await s.laboratory.state({ scope: s.demonstration.offices.laboratory, subject: subjectOfProfile, kind: 'profile', body: { type: 'profile.typed', basis: 'measured', sampleCode: 'SYN-LT-1', remains: untyped.id, genotypes, synthetic: true } });
  await s.server.context.ledger.folder.waitFor(said?.index ?? 0);
  before = await run();
  const refused = await s.analyst.state({ scope: s.demonstration.offices.laboratory, subject: subjectOfProfile, kind: 'profile', body: statement });
  expect(refused).toMatchObject([{ status: 'refused' }]);
  const [stated] = await s.laboratory.state({ scope: s.demonstration.offices.laboratory, subject: subjectOfProfile, kind: 'profile', body: statement });
  await s.server.context.ledger.folder.waitFor(stated?.index ?? 0);
  after = await run();
  [bone, person, first, profile] = [untyped.id, owner, bag, subjectOfProfile];
});
afterAll(async () => {
  expect(s.failures).toEqual([]);
  await s.close();
});

describe('a bone of which alleles were lost', () => {
  it('is excluded while it is taken as typed without error, and found once the laboratory states that it is low-template', async () => {
    expect((await pairsOf(before)).filter((pair) => pair.remainsId === bone)).toEqual([]);
    // The old run keeps its numbers, and says that something was stated since.
    expect(await get<Candidate>(`/api/candidates/${before}/${bone}/${person}`)).toMatchObject({ log10Lr: '-Infinity', lowTemplate: [], changedProfiles: [{ id: profile }] });
    expect((await get<{ item: Item }>(`/api/subjects/${profile}`)).item.facets['lowTemplate']).toBe(true);

    expect((await pairsOf(after)).filter((one) => one.remainsId === bone).map((one) => one.personId)).toContain(person);
    const detail = await get<Candidate>(`/api/candidates/${after}/${bone}/${person}`);
    expect(detail).toMatchObject({ lowTemplate: [{ member: null, profile, typing: { dropOut: 0.3, dropIn: 0.01 } }], changedProfiles: [], confirmation: { kind: 'agrees' } });
    const counted = detail.markers.filter((row) => row.dropped === null && !row.marker.includes(' + '));
    expect(counted.every((row) => row.notes.some(({ code, details }) => code === 'typingModel' && details['dropOut'] === 0.3))).toBe(true);
    expect(await get<object>(`/api/runs/${after}`)).toMatchObject({ lowTemplate: [{ profile: profile }] });
  });

  it('goes into the exported case with its model; the .fam format has no place for it, which is told in words', async () => {
    const pair = `/api/candidates/${after}/${bone}/${person}`;
    const exported = await get<{ readonly typing: Readonly<Record<string, Model>> }>(`${pair}/case.json`);
    expect(exported.typing).toEqual({ remains: { dropOut: 0.3, dropIn: 0.01 } });
    expect(await s.laboratory.person.refusal('GET', `${pair}/case.fam`)).toBe('exchange.write_typing');
  });

  it('stands in the joint solution beside the other bones of the person, which is told marker by marker', async () => {
    const answer = await get<JointMarkers>(`/api/candidates/${after}/${bone}/${person}/joint/markers`);
    expect(answer.others).toContainEqual(expect.objectContaining({ remains: first, person, isSameFamily: true }));
    expect(answer.log10Among).toBeGreaterThan(answer.log10Alone);
    expect(answer.rows.reduce((sum, row) => sum + (row.log10Among ?? 0), 0)).toBeCloseTo(answer.log10Among, 9);
    const detail = await get<Candidate>(`/api/candidates/${after}/${bone}/${person}`);
    expect(answer.log10Alone).toBeCloseTo(Number(detail.log10Lr), 9);
    expect(await s.laboratory.person.refusal('GET', `/api/candidates/${after}/${first}/${crypto.randomUUID()}/joint/markers`)).toBe('matching.pair_not_listed');
    expect(await s.liaison.person.refusal('GET', `/api/candidates/${after}/${bone}/${person}/joint/markers`)).toBe('access.role_missing');
  });
});
