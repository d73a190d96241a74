import { ProblemError } from '@imena/problem';
import { expect, test } from 'vitest';
import { readNameText } from './name-text.ts';
import { parseMissing, parseRemains } from './parse-record.ts';

const at = { file: 'remains.jsonl', line: 7 };

test('number, years and age are taken out of the text of a marker, and nothing else is changed', () => {
  expect(readNameText('№ 384 Варoбйов Геннадій 1947-2022', 2022)).toEqual({ rest: 'Варoбйов Геннадій', number: '384', birth: { year: 1947, month: null, day: null }, death: { year: 2022, month: null, day: null }, age: null });
  expect(readNameText('N396 Козлов 1964 р.н.', 2022)).toMatchObject({ rest: 'Козлов', number: '396', birth: { year: 1964 } });
  expect(readNameText('28 Єгоров Олекс1й 62 лет', 2022)).toMatchObject({ rest: 'Єгоров Олекс1й', number: '28', age: 62 });
  expect(readNameText('Іван 12.03.1956 - 20.04.2022', 2022)).toMatchObject({ birth: { year: 1956, month: 3, day: 12 }, death: { year: 2022 } });
  expect(readNameText('Ярошко Володимир', 2022)).toEqual({ rest: 'Ярошко Володимир', number: null, birth: null, death: null, age: null });
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
