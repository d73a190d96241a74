import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held } from '../testing/test-server.ts';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

interface Shown { readonly id: string; readonly code: string }
interface Near { readonly persons: number; readonly items: readonly { readonly person: Shown | null; readonly log10Lr: number; readonly kinds: readonly { readonly kind: string; readonly log10Lr: number }[] }[] }

let s: DemonstrationServer;
let run = '';
beforeAll(async () => {
  s = await startDemonstrationServer();
  const done = await runAs(s.analyst);
  expect(done.problem).toBeNull();
  run = done.run ?? '';
});
afterAll(async () => { await s.close(); });

const idOf = (of: readonly { readonly id: string }[], at = 0): string => of[at]?.id ?? '';

describe('remains that DNA gives to nobody', () => {
  it('are listed with the run that compared them, and remains with a candidate are not', async () => {
    const { nobodyReported, clear, wrongMarker } = s.demonstration.tour;
    const answer = await s.analyst.person.expect<{ compared: number; items: readonly { item: Shown; markers: number }[] }>(200, 'GET', `/api/runs/${run}/unmatched`);
    const ids = answer.items.map(({ item }) => item.id);
    expect(ids).toContain(idOf(nobodyReported.remains));
    expect(ids).not.toContain(idOf(clear.remains));
    expect(ids).not.toContain(idOf(wrongMarker.remains));
    expect(ids.length).toBeLessThan(answer.compared);
    expect(answer.items.every(({ markers }) => markers > 0)).toBe(true);
  });

  it('can be asked whom they could be by everything else; the weights of the kinds add up, the best stands first', async () => {
    const [remains] = s.demonstration.tour.clear.remains;
    const answer = await s.analyst.person.expect<Near>(200, 'GET', `/api/remains/${remains?.id ?? ''}/nearest?limit=5`);
    expect(answer.items).toHaveLength(5);
    expect(answer.persons).toBeGreaterThan(100);
    expect(answer.items[0]?.person?.id).toBe(idOf(s.demonstration.tour.clear.persons));
    for (const { kinds, log10Lr } of answer.items) expect(kinds.reduce((sum, kind) => sum + kind.log10Lr, 0)).toBeCloseTo(log10Lr, 9);
    expect(answer.items.map(({ log10Lr }) => log10Lr)).toEqual(answer.items.map(({ log10Lr }) => log10Lr).toSorted((a, b) => b - a));
  });
});

describe('a pair that no run lists', () => {
  it('is compared kind by kind without DNA: the name on the marker speaks for the one it names', async () => {
    const { remains, persons } = s.demonstration.tour.wrongMarker;
    const compare = (person: string) => s.analyst.person.expect<{ rows: readonly { kind: string; log10Lr: number }[]; log10Sum: number }>(200, 'GET', `/api/comparisons/${idOf(remains)}/${person}`);
    const named = await compare(idOf(persons));
    const other = await compare(idOf(persons, 1));
    const name = ({ rows }: typeof named): number => rows.find(({ kind }) => kind === 'name')?.log10Lr ?? 0;
    expect(name(named)).toBeGreaterThan(3);
    expect(name(other)).toBeLessThan(0);
    expect(named.log10Sum).toBeCloseTo(named.rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0), 9);
  });

  it('is for those who see identities with their evidence; remains and persons that are none are not found', async () => {
    const { remains, persons } = s.demonstration.tour.clear;
    const { person: mortuary } = await s.member([held('mortuary')]);
    await mortuary.expect(403, 'GET', `/api/remains/${idOf(remains)}/nearest`);
    await mortuary.expect(403, 'GET', `/api/comparisons/${idOf(remains)}/${idOf(persons)}`);
    await s.analyst.person.expect(404, 'GET', `/api/comparisons/${idOf(persons)}/${idOf(remains)}`);
  });
});
