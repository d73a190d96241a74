import { randomUUID } from 'node:crypto';
import type { Json } from '@imena/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseEntries } from '../operate/erase-entries.ts';
import { held } from '../testing/test-server.ts';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

interface Shown { readonly id: string; readonly code: string }
interface NearRemains { readonly remains: number; readonly items: readonly { readonly remains: Shown | null; readonly log10Lr: number; readonly kinds: readonly { readonly kind: string; readonly log10Lr: number }[] }[] }
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

  it('are asked about the register as it stands: a person who came is found at once, corrected, and gone with what was erased', async () => {
    const { context } = s.server;
    const [remains] = s.demonstration.tour.clear.remains;
    const ask = () => s.analyst.person.expect<Near>(200, 'GET', `/api/remains/${remains?.id ?? ''}/nearest?limit=50`);
    const read = async (id: string) => (await s.liaison.person.expect<{ subject: { scope: string; history: readonly { entry: string; body: Readonly<Record<string, Json>> }[] } }>(200, 'GET', `/api/subjects/${id}`)).subject;
    const said = async (body: Readonly<Record<string, Json>>): Promise<void> => {
      expect(await s.liaison.state({ scope, subject, kind: 'person', body: { ...body, basis: 'told' } })).toMatchObject([{ status: 'logged' }]);
      await context.ledger.folder.waitForAll(context.ledger.state.size);
    };
    const before = await ask();
    const weightOf = ({ items }: Near, id: string): number => items.find(({ person }) => person?.id === id)?.log10Lr ?? -Infinity;
    const nearest = before.items[0]?.person?.id ?? '';
    const { scope, history } = await read(nearest);
    const reported = history.find(({ body }) => body['type'] === 'person.reported')?.body ?? {};
    const subject = randomUUID();
    await said({ ...reported, code: 'SYN-NEAR-1' });
    const came = await ask();
    expect(came.persons).toBe(before.persons + 1);
    expect(weightOf(came, subject)).toBeGreaterThan(3);
    expect(weightOf(came, nearest)).toBe(weightOf(before, nearest));
    // Where two disagree nothing is said.
    await said({ type: 'person.described', sex: reported['sex'] === 'male' ? 'female' : 'male' });
    expect(weightOf(await ask(), subject)).not.toBeCloseTo(weightOf(came, subject), 3);
    await eraseEntries(context, { entries: (await read(subject)).history.map(({ entry }) => entry), ground: 'synthetic', legalBasis: 'synthetic', approvers: [s.liaison.account, s.analyst.account] });
    await context.ledger.folder.waitForAll(context.ledger.state.size);
    const after = await ask();
    expect([after.persons, weightOf(after, subject)]).toEqual([before.persons, -Infinity]);
  });
});

describe('a missing person of whom a family asks', () => {
  const ask = (id: string) => s.analyst.person.expect<NearRemains>(200, 'GET', `/api/persons/${id}/nearest?limit=50`);
  const weightOf = ({ items }: NearRemains, id: string): number => items.find(({ remains }) => remains?.id === id)?.log10Lr ?? -Infinity;

  it('has the remains that it could be, the best first, each with what weighs in it; a pair weighs the same from both sides', async () => {
    const { remains, persons } = s.demonstration.tour.clear;
    const answer = await ask(idOf(persons));
    expect(answer.items[0]?.remains?.id).toBe(idOf(remains));
    for (const { kinds, log10Lr } of answer.items) expect(kinds.reduce((sum, kind) => sum + kind.log10Lr, 0)).toBeCloseTo(log10Lr, 9);
    expect(answer.items.map(({ log10Lr }) => log10Lr)).toEqual(answer.items.map(({ log10Lr }) => log10Lr).toSorted((a, b) => b - a));
    // The sex that DNA tells is known only of remains that are asked about.
    const other = await s.analyst.person.expect<Near>(200, 'GET', `/api/remains/${idOf(remains)}/nearest?limit=5`);
    const back = other.items.find(({ person }) => person?.id === idOf(persons));
    const withoutSex = (one: { readonly kinds: readonly { readonly kind: string; readonly log10Lr: number }[] } | undefined) => new Map(one?.kinds.flatMap(({ kind, log10Lr }) => (kind === 'sex' ? [] : [[kind, log10Lr.toFixed(6)]])));
    expect(withoutSex(answer.items[0])).toEqual(withoutSex(back));
  });

  it('is asked about the register as it stands: remains on whose grave their name was read come nearer at once', async () => {
    const { nobodyReported, clear } = s.demonstration.tour;
    const read = (id: string) => s.analyst.person.expect<{ item: { title: string }; subject: { scope: string; fields: Readonly<Record<string, readonly { readonly value: Json }[]>> } }>(200, 'GET', `/api/subjects/${id}`);
    const [{ subject }, { item }] = [await read(idOf(nobodyReported.remains)), await read(idOf(clear.persons))];
    const before = await ask(idOf(clear.persons));
    const { value } = subject.fields['grave']?.[0] ?? {};
    const grave = typeof value === 'string' ? value : '';
    const said = { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: item.title } };
    expect(await s.analyst.state({ scope: subject.scope, subject: grave, kind: 'grave', body: said })).toMatchObject([{ status: 'logged' }]);
    const { context } = s.server;
    await context.ledger.folder.waitForAll(context.ledger.state.size);
    const after = await ask(idOf(clear.persons));
    expect(after.remains).toBe(before.remains);
    expect(weightOf(after, idOf(nobodyReported.remains))).toBeGreaterThan(Math.max(-3, weightOf(before, idOf(nobodyReported.remains))) + 1);
    // Nothing else moved.
    expect(weightOf(after, idOf(clear.remains))).toBe(weightOf(before, idOf(clear.remains)));
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
    await mortuary.expect(403, 'GET', `/api/persons/${idOf(persons)}/nearest`);
    await mortuary.expect(403, 'GET', `/api/comparisons/${idOf(remains)}/${idOf(persons)}`);
    await s.analyst.person.expect(404, 'GET', `/api/persons/${idOf(remains)}/nearest`);
    await s.analyst.person.expect(404, 'GET', `/api/comparisons/${idOf(persons)}/${idOf(remains)}`);
  });
});
