import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';
import { readFresh } from './testing/read-fresh.ts';

interface Audited { readonly remains: { readonly id: string }; readonly person: { readonly id: string }; readonly standing: string; readonly grounds: readonly string[]; readonly wrong: number; readonly evidence: readonly { readonly kind: string; readonly verdict: string; readonly counts: boolean }[] }
interface Answer { readonly run: { readonly id: string } | null; readonly withoutDna: number; readonly items: readonly Audited[] }

let s: DemonstrationServer;
beforeAll(async () => { s = await startDemonstrationServer(); });
afterAll(async () => { await s.close(); });

const read = (): Promise<Answer> => readFresh(s.analyst.person, '/api/audit');
const markers = (answer: Answer) => {
  const { remains, persons } = s.demonstration.tour.wrongMarker;
  return answer.items.findIndex((one) => one.remains.id === remains[0]?.id && one.person.id === persons[0]?.id);
};

describe('identities that the rest of the evidence speaks against', () => {
  it('are presumptions that name a person, none of them certain, before any DNA was compared', async () => {
    const answer = await read();
    expect(answer.run).toBeNull();
    expect(answer.items.length).toBeGreaterThan(5);
    expect(answer.withoutDna).toBe(answer.items.length);
    expect(answer.items.every(({ wrong, standing }) => wrong > 0 && wrong < 1 && standing === 'presumed')).toBe(true);
  });

  it('the wrong name on a marker is the first to look at once DNA was compared, and the name does not confirm itself', async () => {
    expect((await runAs(s.analyst)).problem).toBeNull();
    const answer = await read();
    expect(answer.run).not.toBeNull();
    const place = markers(answer);
    expect(place).toBeGreaterThanOrEqual(0);
    const wrong = answer.items[place];
    expect(wrong?.wrong).toBeGreaterThan(0.9);
    expect(wrong?.evidence[0]).toMatchObject({ kind: 'dna', verdict: 'against', counts: true });
    expect(wrong?.evidence.find(({ kind }) => kind === 'name')?.counts).toBe(false);
    expect(answer.items[0]?.wrong).toBeGreaterThan(0.9);
  });

  it('are shown to analyst and board only', async () => {
    await s.board[0].person.expect(200, 'GET', '/api/audit');
    await s.liaison.person.expect(403, 'GET', '/api/audit');
    await s.laboratory.person.expect(403, 'GET', '/api/audit');
  });
});
