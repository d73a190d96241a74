import { foldSubject, parseBody, type FoldEntry } from '@imena/record';
import { describe, expect, it } from 'vitest';
import type { SubjectDetail } from '../api/index.ts';
import { bodyAbsence } from './body-absence.ts';

const site = '00000000-0000-4000-8000-000000000001';

function detailOf(second: FoldEntry['body'], blinded = false): SubjectDetail {
  const of = (index: number, body: FoldEntry['body']): FoldEntry => ({ id: `e${index}`, index, scope: site, subject: site, kind: 'site', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], body, files: [] });
  const subject = foldSubject([of(0, parseBody({ type: 'site.registered', basis: 'observed', code: 'SYN', name: { en: 'Synthetic' } })), of(1, second)]);
  if (subject === null) throw new Error('the site exists');
  return { subject, linked: [], blinded, item: { id: site, kind: 'site', scope: site, code: 'SYN', title: 'Synthetic', status: 'suspected', facets: {}, xMm: null, yMm: null, lastIndex: 1, updatedAt: '', links: [] } };
}

describe('why an entry comes without its content', () => {
  it('is told as erased, with day, approvers and ground, where the history says so', () => {
    const detail = detailOf({ kind: 'erased', on: '2026-11-21T10:00:00Z', by: 'one two', ground: 'asked for by the family' });
    expect(bodyAbsence('e1', detail)).toEqual({ kind: 'erased', on: '2026-11-21T10:00:00Z', by: ['one', 'two'], ground: 'asked for by the family' });
  });
  it('is told as hidden only where the subject does not exist for the reader', () => {
    expect(bodyAbsence('e1', null)).toEqual({ kind: 'hidden' });
    expect(bodyAbsence('e1', undefined)).toEqual({ kind: 'unknown' });
  });
  it('is told as blinded where the entry is missing from a blinded history, and as not known otherwise', () => {
    const note = parseBody({ type: 'subject.noted', basis: 'observed', text: 'synthetic' });
    expect(bodyAbsence('e9', detailOf(note, true))).toEqual({ kind: 'blinded' });
    expect(bodyAbsence('e9', detailOf(note))).toEqual({ kind: 'unknown' });
    expect(bodyAbsence('e1', detailOf(note))).toEqual({ kind: 'unknown' });
  });
});
