import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedValue, distinctValues, foldSubject, stableText, type FoldEntry } from './fold.ts';
import type { Body } from './statement.ts';

const grave = '00000000-0000-7000-8000-000000000001';
const site = '00000000-0000-7000-8000-0000000000aa';

function entry(id: string, index: number, body: Body | FoldEntry['body'], supersedes: readonly string[] = []): FoldEntry {
  return { id, index, scope: site, subject: grave, kind: 'grave', by: 'account', device: 'device', at: '2022-09-16T10:00:00+03:00', supersedes, body, files: [] };
}
const marked = (number: string): Body => ({ type: 'grave.marked', basis: 'observed', site, number });
const reading = (text: string): Body => ({ type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text } });
const withdrawal: Body = { type: 'statement.withdrawn', basis: 'decided', explanation: 'entered in error' };

describe('fold of a subject', () => {
  it('keeps two statements that disagree side by side until a person decides', () => {
    const subject = foldSubject([entry('a', 0, marked('12')), entry('b', 1, reading('Вигаданий')), entry('c', 2, reading('Вигадяний'))]);
    expect(subject?.disagreements).toEqual(['markerName']);
    expect(distinctValues(subject?.fields['markerName'] ?? [])).toHaveLength(2);
    expect(subject && agreedValue(subject, 'markerName')).toBeUndefined();
  });

  const reported = (birthDate: string): Body => ({ type: 'person.reported', basis: 'told', code: 'AM-1', birthDate });

  it.each<[readonly string[], string]>([
    [['2000', '2000-02-07'], '2000-02-07'],
    [['2000-02', '2000-02-07', '2000'], '2000-02-07'],
    [['199X', '1994/1995', '1994'], '1994'],
    [['2000~', '2000-02-07'], '2000-02-07'],
  ])('takes dates of one birth that lie within each other, %j, as agreement, and keeps all of them', (dates, exact) => {
    for (const order of [dates, dates.toReversed()]) {
      const subject = foldSubject(order.map((date, at) => ({ ...entry(`e${at}`, at, reported(date)), kind: 'person' })));
      expect(subject?.disagreements).toEqual([]);
      expect(subject && agreedValue(subject, 'birthDate')).toBe(exact);
      expect(distinctValues(subject?.fields['birthDate'] ?? [])).toHaveLength(dates.length);
    }
  });

  it.each([[['2000', '2001-02-07']], [['1999/2001', '2001/2003']], [['2000', '2000-02', '2000-03-01']], [['1950~', '1951']], [['2000-02-07', '2000-02-08']]])('takes dates that do not, %j, as a disagreement', (dates) => {
    const subject = foldSubject(dates.map((date, at) => ({ ...entry(`e${at}`, at, reported(date)), kind: 'person' })));
    expect(subject?.disagreements).toEqual(['birthDate']);
    expect(subject && agreedValue(subject, 'birthDate')).toBeUndefined();
  });

  it('takes two equal statements as agreement and keeps both givers', () => {
    const subject = foldSubject([entry('a', 0, marked('12')), entry('b', 1, reading('Х')), entry('c', 2, reading('Х'))]);
    expect(subject?.disagreements).toEqual([]);
    expect(subject?.fields['markerName']).toHaveLength(2);
  });

  it('leaves only the last of a correction of a correction', () => {
    const subject = foldSubject([entry('a', 0, marked('12')), entry('b', 1, marked('13'), ['a']), entry('c', 2, marked('14'), ['b'])]);
    expect(subject?.fields['number']?.map((value) => value.value)).toEqual(['14']);
    expect(subject?.history.map((item) => item.state)).toEqual(['superseded', 'superseded', 'standing']);
  });

  it('lets what was corrected stand again when the correction is withdrawn, and back when the withdrawal is', () => {
    const entries = [entry('a', 0, marked('12')), entry('b', 1, marked('13'), ['a']), entry('c', 2, withdrawal, ['b'])];
    expect(foldSubject(entries)?.fields['number']?.map((value) => value.value)).toEqual(['12']);
    const undone = [...entries, entry('d', 3, withdrawal, ['c'])];
    expect(foldSubject(undone)?.fields['number']?.map((value) => value.value)).toEqual(['13']);
  });

  it('shows an erased entry as erased and uses nothing of it', () => {
    const erased = { kind: 'erased', on: '2023-01-01', by: 'account', ground: 'request of the person' } as const;
    const subject = foldSubject([entry('a', 0, marked('12')), entry('b', 1, erased)]);
    expect(subject?.history[1]).toMatchObject({ type: 'erased', state: 'erased', body: erased });
    expect(subject?.fields['markerName']).toBeUndefined();
  });

  it('is null before the entry that brings the subject into being has come', () => {
    expect(foldSubject([entry('b', 1, reading('Х'))])).toBeNull();
  });

  it('does not hang on entries that supersede each other in a ring, and withdraws neither', () => {
    const subject = foldSubject([entry('a', 0, marked('1'), ['b']), entry('b', 1, withdrawal, ['c']), entry('c', 2, withdrawal, ['b'])]);
    expect(subject?.history).toHaveLength(3);
  });

  it('depends on the set of entries alone, in whatever order they come', () => {
    const step = fc.record({ kind: fc.constantFrom('number', 'reading', 'withdraw'), target: fc.nat(20), supersede: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (steps, random) => {
        const entries = [entry('e000', 0, marked('1'))];
        steps.forEach((one, position) => {
          const target = `e${String(one.target % (position + 1)).padStart(3, '0')}`;
          const body = one.kind === 'number' ? marked(String(position)) : one.kind === 'reading' ? reading(`р${position % 3}`) : withdrawal;
          entries.push(entry(`e${String(position + 1).padStart(3, '0')}`, position + 1, body, one.supersede || one.kind === 'withdraw' ? [target] : []));
        });
        const shuffled = [...entries].map((item) => ({ item, key: Number(random.next().value) })).sort((x, y) => x.key - y.key).map(({ item }) => item);
        expect(foldSubject(shuffled)).toEqual(foldSubject(entries));
      }),
    );
  });

  it('gives equal text to equal values whatever the order of their fields', () => {
    expect(stableText({ b: 1, a: [{ d: null, c: 'x' }] })).toBe(stableText({ a: [{ c: 'x', d: null }], b: 1 }));
  });
});
