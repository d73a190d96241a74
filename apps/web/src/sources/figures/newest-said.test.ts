import { foldSubject, parseBody, type Subject } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { newestSaid } from './newest-said.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const site = id(2);

function claim(number: number, { value, saidOn, about = { site }, modality = 'observation', outdates }: { value: string; saidOn?: string; about?: Record<string, unknown>; modality?: string; outdates?: number }): Subject {
  const stated = { type: 'claim.stated', basis: 'document', document: id(1), claimKind: 'attributed', quoteType: 'indirect', modality, about, words: { en: 'x' }, quantities: [{ bound: 'exact', value, unit: 'graves' }], ...(saidOn === undefined ? {} : { saidOn }) };
  const bodies = [stated, ...(outdates === undefined ? [] : [{ type: 'claim.linked', basis: 'decided', to: id(outdates), relation: 'updates' }])];
  const subject = foldSubject(bodies.map((body, at) => ({ id: id(500 + number * 10 + at), index: number * 10 + at, scope: site, subject: id(number), kind: 'source', by: 'a', device: 'd', at: '2022-09-18T10:00:00+03:00', supersedes: [], body: parseBody(body), files: [] })));
  if (subject === null) throw new Error('the statement exists');
  return subject;
}
const shown = (...claims: Subject[]): (number | undefined)[] => [...newestSaid(claims).values()].flatMap((said) => said.map((one) => one.figure.value));

describe('the newest figure of others on the overview', () => {
  it('is that of the latest day, a day that nobody knows comes last', () => {
    expect(shown(claim(10, { value: '440', saidOn: '2022-09-16' }), claim(11, { value: '445', saidOn: '2022-09-18' }), claim(12, { value: '1' }))).toEqual([445]);
  });
  it('is none that was brought up to date, none of a part of the site, no forecast', () => {
    expect(shown(claim(10, { value: '445', saidOn: '2022-09-18' }), claim(11, { value: '440', saidOn: '2022-09-16', outdates: 10 }))).toEqual([440]);
    expect(shown(claim(10, { value: '17', saidOn: '2022-09-18', about: { site, subjects: [id(31)] } }))).toEqual([]);
    expect(shown(claim(10, { value: '600', saidOn: '2022-09-18', modality: 'forecast' }))).toEqual([]);
  });
});
