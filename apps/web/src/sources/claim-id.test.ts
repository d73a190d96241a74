import { foldSubject, parseBody, type FoldEntry } from '@imena/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimIdAt } from './claim-id.ts';

const document = '00000000-0000-4000-8000-000000000001';
const sha256 = 'c'.repeat(64);

describe('the id of a statement at a place of a text', () => {
  it('is the same for everybody who confirms the same words, and another for other words, texts and documents', () => {
    const place = { start: 3, end: 20, sha256 };
    const ids = [claimIdAt(document, place), claimIdAt(document, { ...place, end: 21 }), claimIdAt(document, { ...place, sha256: 'd'.repeat(64) }), claimIdAt(document.replace('1', '2'), place)];
    expect(new Set(ids).size).toBe(4);
    expect(claimIdAt(document, { ...place })).toBe(ids[0]);
  });
  it('is a version 8 UUID', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (start, length) => {
      expect(claimIdAt(document, { start, end: start + length, sha256 })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }));
  });
  it('makes two confirmations by two people one statement with two confirmers, and shows where they differ', () => {
    const subject = claimIdAt(document, { start: 3, end: 20, sha256 });
    const confirmed = (number: number, by: string, modality: string): FoldEntry => ({
      id: `00000000-0000-4000-8000-00000000010${number}`, index: number, scope: document, subject, kind: 'source', by, device: by, at: '2022-09-18T10:00:00+03:00', supersedes: [], files: [],
      body: parseBody({ type: 'claim.stated', basis: 'document', document, claimKind: 'attributed', quoteType: 'indirect', modality, about: {}, words: { en: 'invented' }, quantities: [] }),
    });
    const same = foldSubject([confirmed(1, 'a', 'observation'), confirmed(2, 'b', 'observation')]);
    expect([same?.fields['modality']?.map((one) => one.by), same?.disagreements]).toEqual([['a', 'b'], []]);
    expect(foldSubject([confirmed(1, 'a', 'observation'), confirmed(2, 'b', 'estimate')])?.disagreements).toEqual(['modality']);
  });
});
