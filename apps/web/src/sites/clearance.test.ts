import { foldSubject, parseBody, type FoldEntry } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { clearanceState, hasClearance } from './clearance.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const cleared = { type: 'site.cleared', basis: 'document', extent: 'rows 1 to 8', depthMm: 500, method: 'detector', authority: 'unit 7', validFrom: '2022-09-12', validTo: '2022-10' };
const entry = (index: number, body: Record<string, unknown>): FoldEntry => ({ id: id(900 + index), index, scope: id(1), subject: id(1), kind: 'site', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], body: parseBody(body), files: [] });

describe('a clearance of mines and ordnance', () => {
  it('holds from its first day to its last, both counted, and on no other', () => {
    expect(['2022-09-11', '2022-09-12', '2022-10-31', '2022-11-01'].map((day) => clearanceState(cleared, day))).toEqual(['not_yet', 'valid', 'valid', 'over']);
  });

  it('does not hold for a time that it covers only in part, nor where no day is known', () => {
    expect(clearanceState(cleared, '2022-09')).toBe('not_yet');
    expect(clearanceState(cleared, '2022')).toBe('not_yet');
    expect(clearanceState(cleared, '')).toBe('not_yet');
  });

  it('without an end holds until it is taken back', () => {
    const { validTo: _, ...open } = cleared;
    expect(clearanceState(open, '2031-01-01')).toBe('valid');
  });

  it('opens the gate for work on a day that it covers, and for no other day', () => {
    const site = foldSubject([entry(0, { type: 'site.registered', basis: 'observed', code: 'TST', name: { en: 'Place (synthetic)' } }), entry(1, cleared)]);
    if (site === null) throw new Error('the site exists');
    expect(hasClearance([site], '2022-10-01')).toBe(true);
    expect(hasClearance([site], '2023-05-01')).toBe(false);
    expect(hasClearance([], '2022-10-01')).toBe(false);
  });
});
