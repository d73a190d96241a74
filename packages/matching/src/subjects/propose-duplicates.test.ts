import { describe, expect, it } from 'vitest';
import type { Subject } from '@imena/record';
import { fold, uuid } from '../testing/invented-case.ts';
import { LiveDuplicates, type DuplicateProposal } from '../live/live-duplicates.ts';
import { reportOfPerson } from './from-subjects.ts';
import { nameReasonsBetween } from './propose-duplicates.ts';

const surnames = ['Коваленко', 'Петренко', 'Мельник', 'Шевчук', 'Бондар', 'Ткач', 'Гнатюк', 'Савчук', 'Левченко', 'Кравець'];
const reported = (n: number, surname: string, given: string, birthDate: string, more: Readonly<Record<string, unknown>> = {}): Subject => fold(uuid(n), [{
  type: 'person.reported', code: `MP-${n}`, informant: { relation: 'sister' }, names: [{ kind: 'as_said', script: 'Cyrl', surname, given }], sex: 'male', birthDate, ...more,
}]);
const others = surnames.map((surname, n) => reported(10 + n, surname, ['Іван', 'Петро', 'Олег'][n % 3] ?? '', `${1950 + 3 * n}`));
const first = reported(1, 'Яворський', 'Микола', '1961-07-03', { statureMm: { low: 1740, high: 1780 } });
const again = reported(2, 'Яворский', 'Николай', '1961', { statureMm: { low: 1750, high: 1790 } });

/** The whole search, in parts of so many reports. */
function proposeDuplicates({ persons, least, part = 1000 }: { readonly persons: readonly Subject[]; readonly least: number; readonly part?: number }): DuplicateProposal[] {
  const search = new LiveDuplicates(persons.map(reportOfPerson), least);
  for (let from = 0; from < persons.length; from += part) search.weigh({ from, to: Math.min(persons.length, from + part) });
  return search.settle();
}

describe('two reports of one person', () => {
  it('in two spellings are proposed first, with reasons, and others are not', () => {
    const found = proposeDuplicates({ persons: [...others, first, again], least: 0.5 });
    expect(found.map(({ a, b }) => [a, b])).toEqual([[uuid(1), uuid(2)]]);
    const [pair] = found;
    expect(pair?.kinds[0]).toMatchObject({ kind: 'name' });
    expect(pair?.kinds[0]?.log10Lr).toBeGreaterThan(2);
    expect(pair?.kinds.map((one) => one.kind)).toContain('birth');
    expect(nameReasonsBetween(first, again).map((reason) => reason.kind)).toContain('variant');
  });

  it('are proposed the same however the search was cut into parts', () => {
    const persons = [...others, first, again];
    expect(proposeDuplicates({ persons, least: 0.01, part: 5 })).toEqual(proposeDuplicates({ persons, least: 0.01 }));
  });

  it('of the same name but years apart weigh far less, and the reasons say that age and stature speak against', () => {
    const son = reported(3, 'Яворський', 'Микола', '1969-02-11', { statureMm: { low: 1830, high: 1870 } });
    const [pair] = proposeDuplicates({ persons: [...others, first, son], least: 0 });
    const [same] = proposeDuplicates({ persons: [...others, first, again], least: 0 });
    expect((same?.log10Lr ?? 0) - (pair?.log10Lr ?? 0)).toBeGreaterThan(2);
    expect(pair?.kinds.filter((one) => one.log10Lr < 0).map((one) => one.kind)).toEqual(['birth', 'height']);
  });
});
