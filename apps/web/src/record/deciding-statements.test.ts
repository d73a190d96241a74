import { foldSubject, parseBody, type FoldEntry } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { decidingStatements } from './deciding-statements.ts';

const site = '00000000-0000-4000-8000-000000000001';
const grave = '00000000-0000-4000-8000-000000000002';

function entry(index: number, body: Record<string, unknown>, supersedes: readonly string[] = []): FoldEntry {
  return { id: `entry-${index}`, index, scope: site, subject: grave, kind: 'grave', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes, body: parseBody(body), files: [] };
}

const entries = [
  entry(0, { type: 'grave.marked', basis: 'observed', site, number: '319' }),
  entry(1, { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerNumber: { text: '319' }, markerName: { text: 'КОВАЛЬ' } }),
  entry(2, { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: 'КОВАЛЕНКО' } }),
];

describe('a decision between two readings', () => {
  it('leaves one value, keeps the losing reading in the history, and loses nothing else that the losing reading said', () => {
    const before = foldSubject(entries);
    if (before === null) throw new Error('the grave exists');
    expect(before.disagreements).toEqual(['markerName']);
    const chosen = before.fields['markerName']?.[1];
    if (chosen === undefined) throw new Error('there are two readings');
    const statements = decidingStatements(before, { field: 'markerName', chosen, reason: 'Read again in raking light.' });
    const after = foldSubject([...entries, ...statements.map((one, at) => entry(3 + at, { ...one.body }, one.supersedes))]);
    expect(after?.disagreements).toEqual([]);
    expect(after?.fields['markerName']?.map((one) => one.value)).toEqual([{ text: 'КОВАЛЕНКО' }, { text: 'КОВАЛЕНКО' }]);
    expect(after?.fields['markerNumber']?.map((one) => one.value)).toEqual([{ text: '319' }]);
    expect(after?.history.map((one) => one.state)).toEqual(['standing', 'superseded', 'standing', 'standing']);
  });
});
