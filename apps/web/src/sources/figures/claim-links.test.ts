import { foldSubject, parseBody, type FoldEntry, type Subject } from '@imena/record';
import { reconcile } from '@imena/testimony';
import { describe, expect, it } from 'vitest';
import { countOrigins, decidedLinks, outdatedBy, proposedLinks, type ClaimLink } from './claim-links.ts';
import { documentsOfClaims } from './documents-of-claims.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const site = id(1);
let index = 0;

function entry(number: number, body: Record<string, unknown>): FoldEntry {
  index += 1;
  return { id: id(10_000 + index), index, scope: site, subject: id(number), kind: 'source', by: id(9), device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], body: parseBody({ basis: 'document', ...body }), files: [] };
}

interface Said {
  readonly document: number;
  readonly words: string;
  readonly language?: 'en' | 'uk';
  readonly value: number;
  readonly bound?: string;
  readonly unit?: string;
  readonly speaker?: string;
  readonly on?: string;
  readonly subjects?: readonly string[];
}

// Everybody and every figure here is invented.
function claim(number: number, { document, words, language = 'en', value, bound = 'exact', unit = 'graves', speaker = 'Vyhadailo Pryklad', on = '2022-09-18', subjects = [] }: Said, ...more: Record<string, unknown>[]): Subject {
  const stated = entry(number, {
    type: 'claim.stated', document: id(document), claimKind: 'attributed', quoteType: 'indirect', modality: 'observation', about: { site, subjects }, saidOn: on, words: { [language]: words },
    speaker: { name: speaker, type: 'person', named: true }, quantities: [{ bound, value: String(value), unit }],
  });
  const subject = foldSubject([stated, ...more.map((body) => entry(number, { basis: 'decided', ...body }))]);
  if (subject === null) throw new Error('the statement exists');
  return subject;
}

function proposed(...claims: Subject[]): string[] {
  const compared = documentsOfClaims(claims, () => null);
  return proposedLinks(claims, reconcile(compared.documents), compared).map(({ from, to, relation }) => `${relation} ${Number(from.slice(-6))} ${Number(to.slice(-6))}`);
}

describe('links that are proposed between confirmed statements', () => {
  it('say that one figure of one speaker in two papers has one origin, also where the papers are in two languages', () => {
    expect(proposed(claim(101, { document: 11, words: '445 graves had been marked', value: 445 }), claim(102, { document: 12, words: 'позначено 445 могил', language: 'uk', value: 445, speaker: 'Вигадайло Приклад' }))).toEqual(['same-origin 101 102']);
  });
  it('say that two speakers with figures that fit agree', () => {
    expect(proposed(claim(101, { document: 11, words: 'at least 440 graves had been found', value: 440, bound: 'at_least' }), claim(102, { document: 12, words: '445 graves had been found', value: 445, speaker: 'Druha Uiavna' }))).toEqual(['same-claim 101 102']);
  });
  it('say that a later figure brings an earlier one up to date, the newer first, and that figures of one day contradict', () => {
    const earlier = { document: 11, words: '38 bodies had been taken out', value: 38, unit: 'bodies', on: '2022-09-17' };
    expect(proposed(claim(101, earlier), claim(102, { ...earlier, document: 12, words: '74 bodies had been taken out', value: 74, on: '2022-09-19' }))).toEqual(['updates 102 101']);
    expect(proposed(claim(101, earlier), claim(102, { ...earlier, document: 12, words: '90 bodies had been taken out', value: 90, speaker: 'Druha Uiavna' }))).toEqual(['contradicts 101 102']);
  });
  it('are none between units, and none between statements about different graves or areas', () => {
    expect(proposed(claim(101, { document: 11, words: '445 graves had been found', value: 445 }), claim(102, { document: 12, words: '447 bodies had been found', value: 447, unit: 'bodies' }))).toEqual([]);
    expect(proposed(claim(101, { document: 11, words: '17 bodies had been found', value: 17, unit: 'bodies', subjects: [id(31)] }), claim(102, { document: 12, words: '90 bodies had been found', value: 90, unit: 'bodies', subjects: [id(32)] }))).toEqual([]);
  });
  it('take a figure of one grave for no change and no contradiction of the figure of the whole site', () => {
    expect(proposed(claim(101, { document: 11, words: '17 bodies had been found', value: 17, unit: 'bodies', subjects: [id(31)] }), claim(102, { document: 12, words: '90 bodies had been found', value: 90, unit: 'bodies' }))).toEqual([]);
  });
  it('are not made again for a pair that a person linked or refused', () => {
    const first = { document: 11, words: 'at least 440 graves had been found', value: 440, bound: 'at_least' };
    const second = claim(102, { document: 12, words: '445 graves had been found', value: 445, speaker: 'Druha Uiavna' });
    expect(proposed(claim(101, first, { type: 'claim.link_rejected', to: id(102), relation: 'same-claim' }), second)).toEqual([]);
    expect(proposed(claim(101, first, { type: 'claim.linked', to: id(102), relation: 'contradicts' }), second)).toEqual([]);
  });
});

describe('links that a person decided', () => {
  const linked = claim(101, { document: 11, words: '74 bodies', value: 74, unit: 'bodies' }, { type: 'claim.linked', to: id(102), relation: 'updates' });
  const other = claim(102, { document: 12, words: '38 bodies', value: 38, unit: 'bodies' });
  it('stand as they were stated, and only between statements that are here', () => {
    expect(decidedLinks([linked, other])).toEqual([{ from: id(101), to: id(102), relation: 'updates', state: 'decided' }]);
    expect(decidedLinks([linked])).toEqual([]);
    expect(outdatedBy(decidedLinks([linked, other])).get(id(102))).toBe(id(101));
  });
  it('a proposal alone makes no statement outdated', () => {
    expect(outdatedBy([{ from: id(101), to: id(102), relation: 'updates', state: 'proposed' }]).size).toBe(0);
  });
});

describe('origins', () => {
  const claims = [claim(101, { document: 11, words: 'x', value: 1 }), claim(102, { document: 12, words: 'y', value: 2, speaker: 'Pryklad Vyhadailo' }), claim(103, { document: 13, words: 'z', value: 3, speaker: 'Druha Uiavna' })];
  const link = (state: ClaimLink['state']): ClaimLink => ({ from: id(103), to: id(101), relation: 'same-origin', state });
  it('are counted by speaker, and one fewer once a person says that two have one origin', () => {
    expect([countOrigins(claims, []), countOrigins(claims, [link('proposed')]), countOrigins(claims, [link('decided')])]).toEqual([2, 2, 1]);
  });
});
