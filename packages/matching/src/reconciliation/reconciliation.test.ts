import { parseEdtf } from '@imena/problem';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeMismatch } from './describe-mismatch.ts';
import { isMisreading, readGraveNumber } from './grave-number.ts';
import { readJournalName } from './read-journal-name.ts';
import { reconcileBurials } from './reconcile-burials.ts';
import type { FoundIndividual, Grave, JournalRow, Marker, Reconciliation, ReconciliationInput } from './types.ts';

// Invented people; nobody of them exists.
const names = ['Вигадько Іван', 'Прикладенко Марія', 'Зразківський Петро', 'Умовна Олена', 'Казкар Микола', 'Небилиця Ганна', 'Мрійник Тарас', 'Байкар Софія', 'Примарук Андрій', 'Тестенко Ірина'];

const row = (n: number, more: Partial<JournalRow> = {}): JournalRow => ({ id: `J${n}`, number: `${n}`, name: names[n - 1] ?? null, sex: n % 2 === 1 ? 'M' : 'F', birth: null, death: null, people: 1, ...more });
const marker = (n: number, more: Partial<Marker> = {}): Marker => ({ id: `K${n}`, number: `${n}`, name: names[n - 1] ?? null, birth: null, death: null, grave: `G${n}`, ...more });
const grave = (n: number, more: Partial<Grave> = {}): Grave => ({ id: `G${n}`, number: null, emptied: true, ...more });
const individual = (n: number, more: Partial<FoundIndividual> = {}): FoundIndividual => ({ id: `I${n}`, grave: `G${n}`, sex: n % 2 === 1 ? 'M' : 'F', papersName: null, birth: null, death: null, ...more });

const series = Array.from({ length: 10 }, (_, i) => i + 1);
const clean = (): { journal: JournalRow[]; markers: Marker[]; graves: Grave[]; individuals: FoundIndividual[] } =>
  ({ journal: series.map((n) => row(n)), markers: series.map((n) => marker(n)), graves: series.map((n) => grave(n)), individuals: series.map((n) => individual(n)) });

function changed(change: (lists: ReturnType<typeof clean>) => void): Reconciliation {
  const lists = clean();
  change(lists);
  return reconcileBurials(lists);
}
const kinds = (result: Reconciliation): string[] => result.mismatches.map(({ kind }) => kind);
const put = <T extends { id: string }>(list: T[], id: string, more: Partial<T>): void => {
  const at = list.findIndex((item) => item.id === id);
  const old = list[at];
  if (old !== undefined) list[at] = { ...old, ...more };
};
const drop = (list: { id: string }[], id: string): void => { list.splice(list.findIndex((item) => item.id === id), 1); };

describe('four lists that agree', () => {
  test('are matched line by line without a mismatch, whatever their order', () => {
    const result = reconcileBurials(clean());
    expect(result.mismatches).toEqual([]);
    expect(result.lines.map(({ grave: g, journal, markers, individuals, listed, found }) => [g, journal, markers, individuals, listed, found]))
      .toEqual(series.map((n) => [`G${n}`, [`J${n}`], [`K${n}`], [`I${n}`], 1, 1]));
    fc.assert(fc.property(fc.shuffledSubarray(series, { minLength: 10 }), (order) => {
      const lists = clean();
      const shuffled: ReconciliationInput = { ...lists, journal: order.map((n) => row(n)), graves: [...order].reverse().map((n) => grave(n)) };
      const other = reconcileBurials(shuffled);
      expect(other.mismatches).toEqual([]);
      expect(other.lines.every(({ grave: g, journal }) => g?.slice(1) === journal[0]?.slice(1))).toBe(true);
    }), { numRuns: 20 });
  });

  test('agree too when the marker is in Russian and without number, and the number painted with zeros', () => {
    const result = changed(({ markers }) => {
      put(markers, 'K5', { number: null, name: 'Казкарь Николай' });
      put(markers, 'K6', { number: '№ 0006' });
    });
    expect(kinds(result)).toEqual(['number_missing']);
    expect(result.lines[4]?.journal).toEqual(['J5']);
    expect(result.lines[4]?.links[0]?.weights.map(({ kind }) => kind)).toEqual(['marker_name', 'sex']);
  });
});

describe('each kind of mismatch is listed with its reason', () => {
  test('worked example of the method page: woman listed, man found; three found where one is listed; a number missing', () => {
    const result = changed(({ journal, markers, graves, individuals }) => {
      put(journal, 'J3', { sex: 'F' });
      individuals.push(individual(7, { id: 'I7b' }), individual(7, { id: 'I7c' }));
      for (const [list, id] of [[journal, 'J9'], [markers, 'K9'], [graves, 'G9'], [individuals, 'I9']] as const) drop(list, id);
    });
    expect(result.mismatches.map((mismatch) => describeMismatch(mismatch, 'en'))).toEqual([
      'Numbers missing in the series (the journal): 9 to 9, 1 in all.',
      'Numbers missing in the series (the markers): 9 to 9, 1 in all.',
      'Sex differs: the journal lists 1 woman; found: 1 man.',
      'Found 3 where 1 is listed.',
    ]);
    const same = result.lines[4]?.links[0];
    expect(same?.weights.find(({ kind }) => kind === 'number')?.log10Lr).toBeCloseTo(Math.log10(0.95 * 9), 12);
    expect(same?.weights.find(({ kind }) => kind === 'sex')?.log10Lr).toBeCloseTo(Math.log10(0.94 / 0.5), 12);
  });

  test('markers that changed places are named as one exchange, whether their numbers or their names tell it', () => {
    const byNumber = changed(({ graves, markers }) => {
      for (const n of series) put(graves, `G${n}`, { number: `${n}` });
      put(markers, 'K3', { grave: 'G4' });
      put(markers, 'K4', { grave: 'G3' });
    });
    expect(byNumber.mismatches.filter(({ kind }) => kind === 'markers_swapped').map((mismatch) => [mismatch.subjects.graves, describeMismatch(mismatch, 'uk')])).toEqual([
      [['G3', 'G4'], `Схоже, два знаки помінялися місцями: знак могили 4 стоїть на могилі 3, і навпаки (${names[3]}; ${names[2]}).`],
    ]);
    expect(kinds(byNumber)).not.toContain('marker_number_differs');
    const byName = changed(({ markers }) => {
      put(markers, 'K3', { name: names[3] ?? null });
      put(markers, 'K4', { name: names[2] ?? null });
    });
    expect(byName.mismatches.filter(({ kind }) => kind === 'markers_swapped').map(({ subjects }) => subjects)).toEqual([expect.objectContaining({ graves: ['G3', 'G4'], markers: ['K3', 'K4'] })]);
    const alone = changed(({ graves }) => put(graves, 'G5', { number: '55' }));
    expect(alone.mismatches.filter(({ kind }) => kind === 'marker_number_differs').map((mismatch) => describeMismatch(mismatch, 'en'))).toEqual(['The grave has the number 55, the marker on it 5.']);
    expect(kinds(alone)).not.toContain('markers_swapped');
  });

  test('a number that stands twice in the journal, and two graves of one number', () => {
    const twice = changed(({ journal }) => put(journal, 'J4', { number: '3' }));
    expect(twice.mismatches.find(({ kind }) => kind === 'number_twice')).toMatchObject({ subjects: { journal: ['J3', 'J4'] }, details: { list: 'journal', number: '3', times: 2 } });
    // The name takes the line to its grave all the same.
    expect(twice.lines[3]?.journal).toEqual(['J4']);
    expect(kinds(twice)).toContain('numbers_differ');
    expect(kinds(changed(({ markers }) => put(markers, 'K4', { number: '3', grave: 'G4' })))).toContain('number_twice');
    expect(kinds(changed(({ markers }) => { markers.push(marker(4, { id: 'K4 back' })); }))).toEqual([]);
  });

  test('a marker that names another, and which line its name fits', () => {
    const result = changed(({ markers }) => put(markers, 'K3', { name: names[6] ?? null }));
    const mismatch = result.mismatches.find(({ kind }) => kind === 'marker_names_another');
    expect(mismatch).toMatchObject({ subjects: { journal: ['J3'], markers: ['K3'], graves: ['G3'] }, details: { fits: 'J7' } });
    expect(mismatch === undefined ? '' : describeMismatch(mismatch, 'uk')).toBe('На знаку Мрійник Тарас, у журналі Зразківський Петро. Ім’я на знаку відповідає рядку журналу J7.');
    // Its own line stays with the grave of its number, and the line named with the grave that has number and name.
    expect(result.lines[2]?.journal).toEqual(['J3']);
    expect(result.lines[6]?.journal).toEqual(['J7']);
  });

  test('two markers that were swapped: both readings are shown', () => {
    const result = changed(({ markers }) => {
      put(markers, 'K3', { name: names[6] ?? null });
      put(markers, 'K7', { name: names[2] ?? null });
    });
    expect(result.mismatches.filter(({ kind }) => kind === 'marker_names_another')).toHaveLength(2);
    const third = result.lines[2];
    expect([...(third?.links ?? []), ...(third?.alternatives ?? [])].map(({ journal }) => journal)).toEqual(expect.arrayContaining(['J3', 'J7']));
  });

  test('papers that name another, two markers that disagree, dates that cannot be one', () => {
    const result = changed(({ markers, individuals, journal }) => {
      put(individuals, 'I2', { papersName: names[9] ?? null });
      markers.push(marker(5, { id: 'K5b', name: names[0] ?? null }));
      put(journal, 'J8', { death: parseEdtf('2022-03'), birth: parseEdtf('1950') });
      put(markers, 'K8', { death: parseEdtf('2022-05-01'), birth: parseEdtf('195X') });
    });
    expect(result.mismatches.find(({ kind }) => kind === 'papers_name_another')).toMatchObject({ subjects: { individuals: ['I2'] }, details: { fits: 'J10' } });
    expect(result.mismatches.find(({ kind }) => kind === 'markers_disagree')).toMatchObject({ subjects: { graves: ['G5'], markers: ['K5', 'K5b'] } });
    expect(result.mismatches.filter(({ kind }) => kind === 'dates_differ')).toMatchObject([{ subjects: { markers: ['K8'] }, details: { field: 'death', journal: '2022-03', other: '2022-05-01' } }]);
  });

  test('a grave without journal line, a line without grave, a loose marker, an individual of no grave', () => {
    const result = changed(({ journal, markers, graves, individuals }) => {
      drop(journal, 'J10');
      drop(graves, 'G1');
      put(markers, 'K1', { grave: null });
      put(individuals, 'I1', { grave: 'G99' });
    });
    expect(kinds(result)).toEqual(['grave_without_journal', 'journal_without_grave', 'marker_without_grave', 'individual_without_grave']);
    expect(result.mismatches[0]).toMatchObject({ subjects: { graves: ['G10'], individuals: ['I10'] } });
    expect(result.lines.filter((line) => line.grave === null).map(({ journal, markers, individuals }) => [...journal, ...markers, ...individuals])).toEqual([['J1'], ['K1'], ['I1']]);
  });

  test('fewer found than listed, nobody found; nothing is missing in a grave not emptied', () => {
    const people = changed(({ journal, individuals }) => { put(journal, 'J3', { people: 2 }); drop(individuals, 'I5'); });
    expect(people.mismatches.map(({ kind, details }) => [kind, details['listed'], details['found']])).toEqual([['fewer_found_than_listed', 2, 1], ['nobody_found', 1, 0]]);
    expect(kinds(changed(({ graves, individuals }) => { put(graves, 'G5', { emptied: false }); drop(individuals, 'I5'); }))).toEqual([]);
  });

  test('several lines in one grave fit several individuals, one line of two people fits two graves of its number', () => {
    const together = changed(({ journal, markers, graves, individuals }) => {
      put(journal, 'J4', { number: '3а' });
      drop(graves, 'G4');
      put(markers, 'K4', { number: '3а', grave: 'G3' });
      put(individuals, 'I4', { grave: 'G3' });
    });
    expect(together.lines[2]).toMatchObject({ journal: ['J3', 'J4'], listed: 2, found: 2 });
    expect(kinds(together)).toEqual(['number_missing', 'number_missing']);
    const apart = changed(({ journal, markers }) => {
      drop(journal, 'J4');
      put(journal, 'J3', { people: 2, sex: null });
      put(markers, 'K4', { number: '3', name: names[2] ?? null });
    });
    expect(apart.lines.slice(2, 4).map(({ journal }) => journal)).toEqual([['J3'], ['J3']]);
    expect(kinds(apart)).not.toContain('fewer_found_than_listed');
    expect(kinds(apart)).not.toContain('journal_without_grave');
  });

  test('a number without digits is said to be unread, a gap of many numbers is one mismatch', () => {
    const result = changed(({ journal }) => { put(journal, 'J10', { number: '41' }); put(journal, 'J2', { number: 'ліворуч' }); });
    expect(result.mismatches.filter(({ kind }) => kind === 'number_missing').map(({ details }) => [details['from'], details['to']])).toEqual([[2, 2], [10, 40]]);
    expect(kinds(result)).toContain('number_not_read');
    expect(kinds(result)).toContain('numbers_differ');
  });
});

describe('a person resolves; the software does not', () => {
  const swapped = (): ReconciliationInput => {
    const lists = clean();
    put(lists.markers, 'K3', { name: names[6] ?? null });
    return lists;
  };
  const by = 'analyst 1';

  test('a link decided against is never proposed again, a link decided stands with its weights', () => {
    const result = reconcileBurials(swapped(), [{ kind: 'apart', journal: 'J3', grave: 'G3', by, reason: 'witness' }, { kind: 'link', journal: 'J3', grave: 'G5', by, reason: 'photograph of the burial' }]);
    const links = result.lines.flatMap((line) => line.links).filter(({ journal }) => journal === 'J3');
    expect(links).toMatchObject([{ grave: 'G5', standing: 'decided' }]);
    expect(links[0]?.log10Lr).toBeLessThan(0);
    expect(result.stale).toEqual([]);
  });

  test('an explained mismatch stays in the list with its explanation, under the same key in every run', () => {
    const before = reconcileBurials(swapped()).mismatches.find(({ kind }) => kind === 'marker_names_another');
    const decisions = [{ kind: 'explained', mismatch: before?.key ?? '', by, reason: 'the cross was re-used' }] as const;
    const after = reconcileBurials(swapped(), decisions);
    expect(after.mismatches.find(({ key }) => key === before?.key)?.explained).toEqual({ by, reason: 'the cross was re-used' });
    expect(reconcileBurials(clean(), decisions).stale).toEqual(decisions);
  });

  test('a decision without author or reason, and two that contradict each other, are refused', () => {
    expect(() => reconcileBurials(clean(), [{ kind: 'link', journal: 'J1', grave: 'G2', by, reason: ' ' }])).toThrow('matching.decision_bare');
    expect(() => reconcileBurials(clean(), [{ kind: 'link', journal: 'J1', grave: 'G2', by, reason: 'a' }, { kind: 'apart', journal: 'J1', grave: 'G2', by, reason: 'b' }])).toThrow('matching.decisions_contradict');
    expect(() => reconcileBurials({ ...clean(), journal: [row(1), row(1)] })).toThrow('matching.listed_twice');
    expect(() => reconcileBurials({ ...clean(), journal: [row(1, { people: 0 })] })).toThrow('matching.people_listed');
  });
});

test('grave numbers are read as they are painted', () => {
  expect(['№ 0398', '398.', 'могила 398', 'No 398-a', '398 А', '12/3', 'без номера', null].map((text) => readGraveNumber(text)?.key ?? null)).toEqual(['398', '398', '398', '398А', '398А', '12/3', null, null]);
  const misread = (a: string, b: string): boolean => {
    const [x, y] = [readGraveNumber(a), readGraveNumber(b)];
    return x !== null && y !== null && isMisreading(x, y);
  };
  expect([misread('398', '389'), misread('398', '396'), misread('398', '39'), misread('398', '3981'), misread('398', '398'), misread('398', '371')]).toEqual([true, true, true, true, false, false]);
});

test('a line without a name is read as unnamed, with the sex that its words say', () => {
  expect(readJournalName('Невідома жінка')).toEqual({ name: null, sex: 'F' });
  expect(readJournalName('неизвестный мужчина')).toEqual({ name: null, sex: 'M' });
  expect(readJournalName('unidentified woman, about 60')).toEqual({ name: null, sex: 'F' });
  expect(readJournalName('чоловік')).toEqual({ name: null, sex: 'M' });
  expect(readJournalName('Невідомий')).toEqual({ name: null, sex: null });
  expect(readJournalName('Вигадько Іван')).toEqual({ name: 'Вигадько Іван', sex: null });
  expect(readJournalName(' — ')).toEqual({ name: null, sex: null });
});
