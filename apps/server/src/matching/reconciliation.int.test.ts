import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held } from '../testing/test-server.ts';
import { startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';
import { readFresh } from './testing/read-fresh.ts';

interface Mismatch { readonly key: string; readonly kind: string; readonly words: { readonly en: string }; readonly explained: { readonly entry: string; readonly reason: string } | null }
interface Answer {
  readonly lines: readonly { readonly grave: string | null; readonly journal: readonly string[]; readonly links: readonly { readonly standing: string; readonly grave: string }[] }[];
  readonly mismatches: readonly Mismatch[];
  readonly decisions: readonly { readonly entry: string; readonly stale: boolean }[];
}

let s: DemonstrationServer;
let site = '';
beforeAll(async () => {
  s = await startDemonstrationServer({ worker: 'none' });
  site = s.demonstration.sites.izium;
});
afterAll(async () => { await s.close(); });

const read = (): Promise<Answer> => readFresh(s.analyst.person, `/api/sites/${site}/reconciliation`);
const say = async (subject: string, kind: 'site' | 'burial_record', body: Readonly<Record<string, unknown>>, supersedes: readonly string[] = []): Promise<string> => {
  const [result] = await s.analyst.state({ scope: site, subject, kind: kind === 'site' ? 'site' : 'journal', body: { basis: 'decided', ...body }, ...(supersedes.length === 0 ? {} : { supersedes }) });
  expect(result?.status).toBe('logged');
  await s.server.context.ledger.folder.waitFor(result?.index ?? 0);
  return result?.id ?? '';
};

describe('journal, markers, graves and remains of a site', () => {
  it('every kind of mismatch that the demonstration holds is listed in words', async () => {
    const { mismatches } = await read();
    const kinds = new Set(mismatches.map(({ kind }) => kind));
    for (const kind of ['number_missing', 'number_twice', 'sex_differs', 'marker_names_another', 'more_found_than_listed', 'journal_without_grave']) expect(kinds).toContain(kind);
    expect(mismatches.every(({ words, explained }) => words.en.length > 10 && explained === null)).toBe(true);
  });

  it('an explanation stays when a new line of the journal comes, and can be taken back', async () => {
    const first = (await read()).mismatches.find(({ kind }) => kind === 'more_found_than_listed');
    const entry = await say(site, 'site', { type: 'site.mismatch_explained', mismatch: first?.key, mismatchWords: first?.words.en, explanation: 'Синтетично: двоє в одній труні' });
    await say(randomUUID(), 'burial_record', { type: 'burial.listed', site, number: '9001', name: 'невідома жінка', synthetic: true });
    const after = await read();
    expect(after.mismatches.find(({ key }) => key === first?.key)?.explained).toMatchObject({ entry, reason: 'Синтетично: двоє в одній труні' });
    expect(after.mismatches.filter(({ kind }) => kind === 'journal_without_grave').length).toBeGreaterThan(1);
    await say(site, 'site', { type: 'statement.withdrawn', explanation: 'Синтетично: помилка' }, [entry]);
    expect((await read()).mismatches.find(({ key }) => key === first?.key)?.explained).toBeNull();
  });

  it('a line is laid to a grave by a person, whatever was proposed', async () => {
    const before = await read();
    const lone = before.lines.find(({ grave, journal }) => grave === null && journal.length === 1)?.journal[0] ?? '';
    const grave = before.lines.find((line) => line.grave !== null && line.journal.length === 0)?.grave ?? '';
    await say(lone, 'burial_record', { type: 'burial.placed', grave, verdict: 'lies_here', explanation: 'Синтетично: так сказав доглядач' });
    expect((await read()).lines.find((line) => line.grave === grave)?.links).toMatchObject([{ standing: 'decided' }]);
  });

  it('recovery and mortuary, who must not know presumed names, get neither table nor lines of the journal', async () => {
    for (const role of ['recovery', 'mortuary'] as const) {
      const { person } = await s.member([held(role)]);
      await person.expect(403, 'GET', `/api/sites/${site}/reconciliation`);
      expect(await person.expect<{ total: number }>(200, 'GET', '/api/subjects?kind=burial_record')).toMatchObject({ total: 0 });
    }
  });
});
