import { foldSubject, parseBody, type Subject } from '@imena/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureText } from '../figure-text.ts';
import { axisMarks, byUnit, daysOf, figuresOf, rangeOf, registerKindOf, unitNameOf } from './figures.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

function claim(number: number, quantities: unknown[], saidOn?: string): Subject {
  const body = parseBody({ type: 'claim.stated', basis: 'document', document: id(1), claimKind: 'attributed', quoteType: 'indirect', modality: 'estimate', about: {}, words: { en: 'x' }, quantities, ...(saidOn === undefined ? {} : { saidOn }) });
  const subject = foldSubject([{ id: id(500 + number), index: number, scope: id(2), subject: id(number), kind: 'source', by: 'a', device: 'd', at: '2022-09-18T10:00:00+03:00', supersedes: [], body, files: [] }]);
  if (subject === null) throw new Error('the statement exists');
  return subject;
}

describe('figures of statements', () => {
  it('leave out labels: the number on a cross is no count', () => {
    const figures = figuresOf([claim(10, [{ bound: 'at_least', value: '440', unit: 'graves' }, { bound: 'exact', value: '398', unit: 'number on a cross', ordinal: true }])]);
    expect(figures.map((one) => [one.value, one.unit, one.open])).toEqual([[440, 'graves', 'up']]);
  });
  it('keep a range as a range and leave out figures without a value', () => {
    const figures = figuresOf([claim(10, [{ bound: 'range', value: '11000', value2: '15000', unit: 'residents' }, { bound: 'vague', value: null, unit: 'residents' }])]);
    expect(figures.map((one) => [one.value, one.upper])).toEqual([[11_000, 15_000]]);
  });
  it('stand by unit and day, those said on a day nobody knows at the end', () => {
    const groups = byUnit(figuresOf([claim(10, [{ bound: 'exact', value: '17', unit: 'bodies' }]), claim(11, [{ bound: 'exact', value: '20', unit: 'bodies' }], '2022-09-18'), claim(12, [{ bound: 'exact', value: '5', unit: 'sites' }])]));
    expect(groups.map((one) => [one.unit, one.figures.map((figure) => figure.value)])).toEqual([['bodies', [20, 17]], ['burial sites', [5]]]);
  });
  it('know a month as all its days and a season as nothing', () => {
    expect(daysOf('2022-09')).toEqual({ first: Date.UTC(2022, 8, 1) / 86_400_000, last: Date.UTC(2022, 8, 30) / 86_400_000 });
    expect(daysOf('2022-09-16?')).toEqual({ first: Date.UTC(2022, 8, 16) / 86_400_000, last: Date.UTC(2022, 8, 16) / 86_400_000 });
    expect(daysOf('2022')?.last).toBe(Date.UTC(2022, 11, 31) / 86_400_000);
    expect([daysOf('2022-21'), daysOf(undefined), daysOf('2022-09-16/2022-09-18')]).toEqual([null, null, null]);
  });
  it('are set beside what the register counts, where it counts such things', () => {
    expect(['graves', 'bodies in a mass grave', 'residents', 'зниклих'].map(registerKindOf)).toEqual(['grave', 'remains', undefined, 'person']);
  });
  it('of one thing counted stand together under whatever words, those of another apart', () => {
    expect(['unmarked graves', 'могил', 'mass graves', 'масових поховань', 'тіл', 'remains', 'body bags', 'dead', 'years of age'].map(unitNameOf)).toEqual(['graves', 'graves', 'burial sites', 'burial sites', 'bodies', 'bodies', 'body bags', 'dead', 'years of age']);
  });
  it('are shown as a range from the lowest to the highest, never added or averaged', () => {
    expect(rangeOf(figuresOf([claim(10, [{ bound: 'at_least', value: '440', unit: 'graves' }, { bound: 'range', value: '430', value2: '450', unit: 'graves' }])]))).toEqual({ low: 430, high: 450 });
    expect(rangeOf([])).toBeNull();
  });
  it('stand on an axis that reaches the largest and has few marks', () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 1e9, noNaN: true }), (largest) => {
      const marks = axisMarks(largest);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-12));
      expect(marks.length).toBeLessThanOrEqual(7);
    }));
  });
  it('are typed with spaces and a decimal comma', () => {
    expect([figureText('11 000'), figureText('1,5'), figureText(' '), figureText('some')]).toEqual(['11000', '1.5', undefined, 'some']);
  });
});
