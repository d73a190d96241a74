import { describe, expect, it } from 'vitest';
import { foldSubject, parseBody, summarise, type FoldEntry } from '../index.ts';

const source = '00000000-0000-4000-8000-000000000001';
const sha256 = 'a'.repeat(64);

function entry(index: number, body: Record<string, unknown>, files: FoldEntry['files'] = []): FoldEntry {
  return { id: `entry-${index}`, index, scope: source, subject: source, kind: 'source', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], body: parseBody({ basis: 'document', ...body }), files };
}

const takenIn = entry(0, { type: 'source.taken_in', title: 'Invented', outlet: 'Invented Post', capturedOn: '2022-09-19', synthetic: true });
const text = entry(1, { type: 'source.text_extracted', file: 0, sha256, characters: 12, extractor: '@imena/exchange text 1' }, [{ sha256, size: 12 }]);
const readThrough = entry(2, { type: 'source.read_through', sha256, confirmed: 2, rejected: 1 });

describe('a source document', () => {
  it('keeps its text with the hash, the reader that made it and the file', () => {
    const subject = foldSubject([takenIn, text]);
    expect(subject?.lists['texts']).toMatchObject([{ value: { sha256, extractor: '@imena/exchange text 1' }, files: [{ sha256 }] }]);
    expect(subject?.fields['publishedOn']).toBeUndefined();
  });
  it('is unread until somebody went through its text', () => {
    const statusOf = (...entries: FoldEntry[]): string | undefined => {
      const subject = foldSubject(entries);
      return subject === null ? undefined : summarise(subject).status;
    };
    expect([statusOf(takenIn), statusOf(takenIn, text), statusOf(takenIn, text, readThrough)]).toEqual(['recorded', 'unread', 'read']);
  });
  it('cannot have a text without a hash or without a reader', () => {
    expect(() => parseBody({ type: 'source.text_extracted', basis: 'document', file: 0, characters: 1, extractor: 'x' })).toThrow();
    expect(() => parseBody({ type: 'source.text_extracted', basis: 'document', file: 0, characters: 1, sha256 })).toThrow();
  });
});

const claimId = '00000000-0000-4000-8000-000000000011';
const claimEntry = (index: number, body: Record<string, unknown>): FoldEntry => ({ ...entry(index, { basis: 'decided', ...body }), subject: claimId });
const stated = claimEntry(3, { type: 'claim.stated', basis: 'document', document: source, claimKind: 'attributed', quoteType: 'indirect', modality: 'observation', about: { site: source }, quantities: [], words: { en: 'invented' } });

describe('a statement of a source', () => {
  const grave = '00000000-0000-4000-8000-000000000021';
  const other = '00000000-0000-4000-8000-000000000012';
  const linksOf = (...entries: FoldEntry[]): string[] => {
    const subject = foldSubject(entries);
    return subject === null ? [] : summarise(subject).links.map((one) => `${one.rel} ${one.to}`);
  };
  it('is found from the grave that a person linked it with, beside the site it names itself', () => {
    expect(linksOf(stated)).toEqual([`about ${source}`, `document ${source}`]);
    expect(linksOf(stated, claimEntry(4, { type: 'claim.about_linked', to: grave }))).toContain(`about ${grave}`);
  });
  it('is found from the suspected site for which it became a lead, and the site from it', () => {
    const suspected = '00000000-0000-4000-8000-000000000031';
    const siteEntry = (index: number, body: Record<string, unknown>): FoldEntry => ({ ...entry(index, { basis: 'document', ...body }), kind: 'site', scope: suspected, subject: suspected });
    const site = foldSubject([siteEntry(5, { type: 'site.registered', code: 'SYN', name: { en: 'invented', uk: 'вигадане' } }), siteEntry(6, { type: 'site.lead_reported', informant: 'Vyhadailo Pryklad', words: { en: 'invented' }, confidence: 'low', claim: claimId })]);
    expect(site === null ? [] : [summarise(site).status, summarise(site).links]).toEqual(['suspected', [{ rel: 'lead', to: claimId }]]);
  });
  it('keeps a link that a person refused apart from links: it joins nothing', () => {
    const refused = claimEntry(4, { type: 'claim.link_rejected', to: other, relation: 'contradicts' });
    expect(linksOf(stated, refused)).toEqual(linksOf(stated));
    expect(foldSubject([stated, refused])?.lists['linkRejections']).toMatchObject([{ value: { to: other, relation: 'contradicts' } }]);
    expect(linksOf(stated, claimEntry(4, { type: 'claim.linked', to: other, relation: 'same-origin' }))).toContain(`same-origin ${other}`);
  });
});

describe('the day since which a grave is there', () => {
  const graveEntry = (index: number, body: Record<string, unknown>): FoldEntry => ({ ...entry(index, { basis: 'observed', ...body }), kind: 'grave', subject: claimId });
  const marked = { type: 'grave.marked', site: source, number: '1' };
  const sinceOf = (...entries: FoldEntry[]): unknown => {
    const subject = foldSubject(entries);
    return subject === null ? null : summarise(subject).facets['since'];
  };
  it('is the earliest whole day that anybody states, never the day on which it was typed', () => {
    expect(sinceOf(graveEntry(0, { ...marked, when: { edtf: '2022-09-17', clock: 'stated' } }), graveEntry(1, { type: 'grave.opened', stage: 'opened', when: { edtf: '2022-09-16?', clock: 'stated' } }))).toBe('2022-09-16');
    expect(sinceOf(graveEntry(0, marked))).toBeUndefined();
    expect(sinceOf(graveEntry(0, { ...marked, when: { edtf: '2022-09', clock: 'stated' } }))).toBeUndefined();
  });
});
