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
