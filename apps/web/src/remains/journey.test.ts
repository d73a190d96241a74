import { foldSubject, parseBody, type FoldEntry } from '@imena/record';
import { describe, expect, it } from 'vitest';
import type { Linked } from '../api/index.ts';
import { journeyOf } from './journey.ts';
import { nextCode, nextNumber, splitCode } from './remains-code.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const entry = (index: number, body: Record<string, unknown>): FoldEntry => ({ id: id(900 + index), index, scope: id(1), subject: id(2), kind: 'remains', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], body: parseBody(body), files: [] });
const recovered = entry(0, { type: 'remains.recovered', basis: 'observed', site: id(1), grave: id(3), code: 'IZM-A-0042-K', completeness: 'complete', bag: 'B-7' });
const examined = entry(1, { type: 'examination.made', basis: 'measured', examiner: 'E', exposure: { knew: false } });
const linked = (kind: Linked['item']['kind'], last: number, status = 'recorded'): Linked => ({ rel: kind, direction: 'in', item: { id: id(last), kind, scope: id(1), code: `${kind}-${last}`, title: '', status, facets: {}, xMm: null, yMm: null, lastIndex: 0, updatedAt: '2022-09-20T10:00:00Z', links: [] } });
const everything = { readsProfiles: true, readsRuns: true, readsIdentifications: true };

function states(entries: readonly FoldEntry[], links: readonly Linked[], reader = everything): Record<string, string> {
  const subject = foldSubject(entries);
  if (subject === null) throw new Error('the remains exist');
  return Object.fromEntries(journeyOf({ subject, linked: [...links] }, reader).map((step) => [step.stage, step.state]));
}

describe('the journey of remains', () => {
  it('names the first step that is not done as the next, and the others as waiting', () => {
    expect(states([recovered], [linked('grave', 3)])).toEqual({ grave: 'done', recovered: 'done', bag: 'done', examined: 'next', sampled: 'waits', profiled: 'waits', candidate: 'waits', identified: 'waits', notified: 'waits' });
  });
  it('counts a step that was done out of order', () => {
    const found = states([recovered], [linked('grave', 3), linked('sample', 5)]);
    expect([found['examined'], found['sampled'], found['profiled']]).toEqual(['next', 'done', 'waits']);
  });
  it('says of a step that this reader may not see only that it is not shown, never that it is not done', () => {
    const found = states([recovered, examined], [linked('grave', 3), linked('sample', 5)], { readsProfiles: false, readsRuns: false, readsIdentifications: false });
    expect([found['profiled'], found['candidate'], found['identified'], found['notified']]).toEqual(['unseen', 'unseen', 'unseen', 'unseen']);
  });
  it('takes a proposed identification for no identification', () => {
    expect(states([recovered], [linked('identification', 9, 'proposed')])['identified']).toBe('waits');
    expect(states([recovered], [linked('identification', 9, 'established')])['identified']).toBe('done');
  });
});

describe('the last step of the journey', () => {
  it('is done when the register shows that the family was told of an identification that stands', () => {
    const told = (status: string, notified: boolean): Linked => {
      const one = linked('identification', 9, status);
      return { ...one, item: { ...one.item, facets: { notified } } };
    };
    expect(states([recovered], [told('established', true)])['notified']).toBe('done');
    expect(states([recovered], [told('established', false)])['notified']).not.toBe('done');
    expect(states([recovered], [told('revoked', true)])['notified']).not.toBe('done');
  });
});

describe('codes of remains', () => {
  it('go on above the highest number of the site, of whatever team', () => {
    expect(nextNumber(['IZM-A-0007-X', 'IZM-B-0012-3', 'IZX-A-0900-1', 'cross 398'], 'IZM')).toBe(13);
    expect(nextNumber([], 'IZM')).toBe(1);
  });
  it('never repeat a number that this device gave out without a network', () => {
    expect(nextCode(['IZM-A-0007-X'], { place: 'IZM', team: 'A', lastHere: 20 }).number).toBe(21);
  });
  it('carry a check character that is shown apart, and numbers of the world carry none', () => {
    const { code } = nextCode([], { place: 'IZM', team: 'A', lastHere: 41 });
    expect(splitCode(code)).toEqual({ stem: 'IZM-A-0042', check: code.slice(-1) });
    expect(splitCode('IZM-A-0042-?')).toBeNull();
  });
});
