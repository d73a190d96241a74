import { compareNames, defaultNameModel } from '@imena/names';
import { expect, test } from 'vitest';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { foundNamesOf, prepareReportName, reportNamesOf } from './name-weight.ts';
import { weighNames } from './weigh-names.ts';

const at = { file: 'invented.jsonl', line: 1 };
const report = (row: object) => parseMissing(JSON.stringify({ id: 'A1', ...row }), at);
const found = (row: object) => parseRemains(JSON.stringify({ id: 'P1', ...row }), at);
const whole = 'Вигадуєнко Степан Іванович';
const weight = (row: object): number => compareNames(prepareReportName(report(row)), whole).log10Lr;

test('a report with one part and the whole name loses no part of either', () => {
  const all = weight({ name: whole });
  for (const row of [{ given: 'Степан', name: whole }, { surname: 'Вигадуєнко', name: whole }, { surname: 'Вигадуєнко', name: 'Степан Іванович' }, { surname: 'Вигадуєнко', given: 'Степан', patronymic: 'Іванович', name: 'Стьопа' }]) expect(weight(row), JSON.stringify(row)).toBeGreaterThan(all - 0.2);
});

test('a maiden surname alone stands with the given name and patronymic of the report', () => {
  const model = defaultNameModel();
  for (const names of [{ surname: 'Вигадуєнко', given: 'Марія', patronymic: 'Петрівна' }, { name: 'Вигадуєнко Марія Петрівна' }]) {
    const own = reportNamesOf(report({ ...names, other_names: ['Кривоніжко'] }));
    const short = weighNames(foundNamesOf(found({ name_raw: 'Кривоніжко Марія Петрівна' })), own, model);
    const full = weighNames(foundNamesOf(found({ name_raw: 'Кривоніжко Марія Петрівна' })), reportNamesOf(report({ ...names, other_names: ['Кривоніжко Марія Петрівна'] })), model);
    expect(short?.log10Lr).toBeCloseTo(full?.log10Lr ?? 0, 0);
    expect(short?.log10Lr).toBeGreaterThan(5);
  }
});

test('of remains a name beside the one on the marker is another name read, not a name lost', () => {
  expect(found({ name_raw: 'Коваль', name: whole })).toMatchObject({ name: 'Коваль', otherNames: [whole] });
  expect(found({ name_raw: whole, name: whole }).otherNames).toEqual([]);
});
