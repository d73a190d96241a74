import { ProblemError } from '@imena/problem';
import { expect, test } from 'vitest';
import { readNameText } from './name-text.ts';
import { parseMissing, parseRemains } from './parse-record.ts';

const at = { file: 'remains.jsonl', line: 7 };

test('number, years and age are taken out of the text of a marker, and nothing else is changed', () => {
  expect(readNameText('№ 384 Варoбйов Геннадій 1947-2022', 2022)).toEqual({ rest: 'Варoбйов Геннадій', number: '384', birth: { year: 1947, month: null, day: null }, birthYears: null, death: { year: 2022, month: null, day: null }, age: null });
  expect(readNameText('N396 Козлов 1964 р.н.', 2022)).toMatchObject({ rest: 'Козлов', number: '396', birth: { year: 1964 } });
  expect(readNameText('28 Єгоров Олекс1й 62 лет', 2022)).toMatchObject({ rest: 'Єгоров Олекс1й', number: '28', age: 62 });
  expect(readNameText('Іван 12.03.1956 - 20.04.2022', 2022)).toMatchObject({ birth: { year: 1956, month: 3, day: 12 }, death: { year: 2022 } });
  expect(readNameText('Ярошко Володимир', 2022)).toEqual({ rest: 'Ярошко Володимир', number: null, birth: null, birthYears: null, death: null, age: null });
});

test('a number is an age, a year or the number of a grave only where the words beside it say so', () => {
  const nothing = { number: null, birth: null, birthYears: null, death: null, age: null };
  for (const text of ['Бойченко ряд 5 місце 12', 'Бойченко д. 5 кв 7', 'Бойченко 25', 'Бойченко 15 р.н.']) expect(readNameText(text, 2022), text).toEqual({ ...nothing, rest: 'Бойченко' });
  expect(readNameText('Бойченко могила 12', 2022)).toEqual({ ...nothing, rest: 'Бойченко', number: '12' });
  for (const text of ['Бойченко 25 г.р.', 'Бойченко 1925р.', 'Бойченко 1925г.р.', 'Бойченко b. 1925']) expect(readNameText(text, 2022), text).toEqual({ ...nothing, rest: 'Бойченко', birth: { year: 1925, month: null, day: null } });
  for (const text of ['Бойченко 70-75 років', 'Бойченко 72р.', '(72 лет) Бойченко']) expect(readNameText(text, 2022), text).toEqual({ ...nothing, rest: 'Бойченко', age: 72 });
});

test('years and dates of two digits count where only one century fits, and a digit that was not read leaves a span', () => {
  expect(readNameText('Бойченко 03.07.61 - 15.03.22', 2022)).toMatchObject({ rest: 'Бойченко', birth: { year: 1961, month: 7, day: 3 }, death: { year: 2022, month: 3, day: 15 } });
  expect(readNameText('Бойченко 1961-22', 2022)).toMatchObject({ rest: 'Бойченко', birth: { year: 1961 }, death: { year: 2022 } });
  expect(readNameText('2022-03-15 Бойченко', 2022)).toMatchObject({ rest: 'Бойченко', death: { year: 2022, month: 3, day: 15 } });
  expect(readNameText('Бойченко 196?', 2022)).toMatchObject({ rest: 'Бойченко', birth: null, birthYears: { from: 1960, to: 1969, isDoubtful: false } });
  expect(readNameText('Бойченко 1961?', 2022)).toMatchObject({ birth: null, birthYears: { from: 1961, to: 1961, isDoubtful: true } });
  expect(parseRemains('{"id":"P1","name_raw":"Бойченко 196?"}', at)).toMatchObject({ name: 'Бойченко', birth: null, birthYears: { from: 1960, to: 1969 } });
});

test('what a copyist offers or marks as unread reaches the reading of the name as it was written', () => {
  for (const name of ['К(о/а)валь Степан', 'Ко**ль Степан', 'Коваль [нерозб.]', 'Коваль (illegible)']) expect(readNameText(`${name} 1961`, 2022), name).toMatchObject({ rest: name, birth: { year: 1961 } });
  expect(readNameText('Бойченко (1961-2022)', 2022)).toMatchObject({ rest: 'Бойченко', death: { year: 2022 } });
});

test('a marker that says in any words that nobody is known has no name', () => {
  for (const text of ['Невстановлена особа', 'НЕИЗВЕСТНЫЙ СОЛДАТ', 'без імені', 'н/в', 'N.N.', 'тіло № 5', 'труп мужчины', 'Дитина', 'нерозбірливо', 'desconocida', 'مجهول الهوية']) expect(parseRemains(JSON.stringify({ id: 'P1', name_raw: text }), at).name, text).toBeNull();
});

test('a field that cannot be read is named by file, line and field', () => {
  for (const [line, field] of [['{"id":"P1","stature_cm":"tall"}', 'stature_cm'], ['{"id":"P1","sex_estimate":"B"}', 'sex_estimate'], ['{"id":"P1","death_from":"2022-13-40"}', 'death_from'], ['{"source":"marker"}', 'id'], ['{"id":"P1","features":["a",2]}', 'features']] as const) {
    const refused = catchProblem(() => parseRemains(line, at));
    expect(refused).toMatchObject({ code: 'matching.row_unreadable', place: { file: 'remains.jsonl', row: 7, field } });
  }
  expect(catchProblem(() => parseMissing('[1]', at))).toMatchObject({ code: 'matching.row_not_json', place: { file: 'remains.jsonl', row: 7 } });
  expect(catchProblem(() => parseMissing('{"id":', at))).toMatchObject({ code: 'matching.row_not_json' });
});

test('a date with day and month swapped is read as the only day it can be', () => {
  expect(parseMissing('{"id":"A","dob":"1956-25-11"}', at).birth).toEqual({ year: 1956, month: 11, day: 25 });
});

test('a day that its month does not have is taken as an unknown day of that month', () => {
  expect(parseMissing('{"id":"A","dob":"1960-02-31"}', at).birth).toEqual({ year: 1960, month: 2, day: null });
  expect(parseMissing('{"id":"A","dob":"1960-02-29"}', at).birth).toEqual({ year: 1960, month: 2, day: 29 });
});

test('what is absent, null or empty is not reported, and is not taken for a value', () => {
  expect(parseMissing('{"id":"A","dob":null,"sex":"","features":[]}', at)).toMatchObject({ birth: null, sex: null, marks: [], isMilitary: null, heightCm: null });
});

function catchProblem(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
}

test('bounds turned round and a year with a fraction are refused with row and field; a birth after death says nothing, and that is told', () => {
  for (const [line, field] of [['{"id":"P1","death_from":"2022-03-15","death_to":"2022-03-05"}', 'death_to'], ['{"id":"P1","age_min":75,"age_max":65}', 'age_max'], ['{"id":"P1","birth_year":1961.5}', 'birth_year']] as const) {
    expect(catchProblem(() => parseRemains(line, at))).toMatchObject({ code: 'matching.row_unreadable', place: { file: 'remains.jsonl', row: 7, field } });
  }
  const heard: string[] = [];
  const hear = ({ field }: { readonly field: string }): void => { heard.push(field); };
  expect(parseRemains('{"id":"P1","birth_date":"2030-01-01","death_to":"2022-03-05"}', at, hear).birth).toBeNull();
  expect(parseMissing('{"id":"A1","dob":"2023-01-01","last_seen":"2022-03-05"}', at, hear).birth).toBeNull();
  expect(parseMissing('{"id":"A1","dob":"2022-01-01","last_seen":"2022-03-05"}', at, hear).birth).toMatchObject({ year: 2022 });
  expect(heard).toEqual(['birth_date', 'dob']);
});

test('words that say nothing are no agreement: none is a statement, unknown is silence', () => {
  for (const words of ['немає', 'нет', 'none', 'особливих прикмет немає', 'Особых примет нет']) expect([words, parseMissing(JSON.stringify({ id: 'A', features: [words] }), at)]).toMatchObject([words, { marks: [], absences: { marks: 'absent' } }]);
  for (const words of ['-', '?', '  ', 'невідомо', 'unknown', 'шрамів немає', 'шрамов нет', 'н/д']) expect([words, parseMissing(JSON.stringify({ id: 'A', features: [words] }), at)]).toMatchObject([words, { marks: [], absences: { marks: 'not_observed' } }]);
  for (const words of ['невідомо', '  ', '?', '-']) expect([words, parseMissing(JSON.stringify({ id: 'A', place: words }), at).place]).toEqual([words, null]);
  for (const words of ['нет переднего зуба', 'немає мізинця на лівій руці', 'шрам на лобі']) expect(parseMissing(JSON.stringify({ id: 'A', features: [words] }), at).marks).toEqual([words]);
  expect(parseMissing('{"id":"A","features":["-","шрам на лобі"]}', at)).toMatchObject({ marks: ['шрам на лобі'], absences: {} });
});

test('a sex in doubt is kept with its doubt where remains were examined; a report that doubts it is told', () => {
  for (const said of ['M?', 'probably male', 'ймовірно чоловіча', 'чоловіча (?)']) expect(parseRemains(JSON.stringify({ id: 'P1', sex_estimate: said }), at)).toMatchObject({ sex: 'M', isSexInDoubt: true });
  const heard: unknown[] = [];
  expect(parseMissing('{"id":"A","sex":"M?"}', at, (note) => heard.push(note)).sex).toBeNull();
  expect(heard).toEqual([{ kind: 'not_understood', field: 'sex', value: '"M?"' }]);
  expect(['чол', 'жінка', 'муж', 'F'].map((sex) => parseRemains(JSON.stringify({ id: 'P1', sex_estimate: sex }), at).sex)).toEqual(['M', 'F', 'M', 'F']);
  expect(catchProblem(() => parseRemains('{"id":"P1","sex_estimate":"B"}', at))).toMatchObject({ details: { allowed: expect.stringContaining('ч, чол') as unknown } });
});

test('a day in the future, a birth after death and a street without a settlement are told with their field', () => {
  const heard: string[] = [];
  const hear = ({ kind, field }: { kind: string; field: string }): void => { heard.push(`${kind} ${field}`); };
  const today = Date.parse('2026-01-01') / 86_400_000;
  parseMissing('{"id":"A","last_seen":"2099-01-01","street":"Лісова 5"}', { ...at, today }, hear);
  parseMissing('{"id":"A","last_seen":"2022-03-01","place":"Степове","street":"Лісова 5"}', { ...at, today }, hear);
  expect(parseRemains('{"id":"P","birth_year":2023,"death_to":"2022-05-01"}', { ...at, today }, hear).birth).toBeNull();
  expect(heard).toEqual(['in_future last_seen', 'without_place street', 'born_later birth_year']);
});

test.each([['180', 180], ['1,80', 180], ['1.8 м', 180], ['1 м 76 см', 176], ['близько 170-175 см', 172.5], ["5'11\"", 180], ['5 ft 7', 170], [1.8, 180], [180, 180]])('a height written %j is %d cm', (written, cm) => {
  expect(parseMissing(JSON.stringify({ id: 'A', height_cm: written }), at).heightCm).toBeCloseTo(cm, 6);
});

test.each(['високий', '18', 'метр', 0.18, 300, true])('%j is no height', (written) => {
  expect(() => parseMissing(JSON.stringify({ id: 'A', height_cm: written }), at)).toThrow();
});

test('a name drawn together on a plate is the beginning of a name; a double surname stays', () => {
  expect(readNameText('Коваль Ол-р Вас-ч', 2022).rest).toBe('Коваль Ол. Вас.');
  expect(readNameText('Вигадько-Зразкова М-я', 2022).rest).toBe('Вигадько-Зразкова М.');
});

test('a writing that was read before is read and refused as the first time, in whatever field it stands', () => {
  const place = { file: 'missing.jsonl', line: 1 };
  const read = (row: object): unknown => {
    try {
      return parseMissing(JSON.stringify({ id: 'M', ...row }), place);
    } catch (error) {
      return error;
    }
  };
  const rows = [{ dob: '1956-25-11' }, { last_seen: '1956-25-11' }, { dob: 'long ago' }, { last_seen: 'long ago' }, { sex: 'M' }, { sex: 'whale' }, { sex: ' m ' }, { sex: 'M?' }, { dob: '1956-25-11', last_seen: '2022-03' }];
  const before = rows.map(read);
  expect(before.map((one) => one instanceof Error)).toEqual([false, false, true, true, false, true, false, false, false]);
  expect(rows.toReversed().map(read).reverse()).toEqual(before);
});
