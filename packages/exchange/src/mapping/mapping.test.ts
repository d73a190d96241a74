import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, ProblemError } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import {
  applyMapping,
  guessMapping,
  parseMapping,
  readTable,
  targets,
  type MappedTable,
  type MappingOptions,
  type TargetName,
} from '../index.ts';

const coordinates = join(import.meta.dirname, '../../../../../shared/cases/badinput/own/csv/coordinates.csv');

function map(target: TargetName, text: string, options: MappingOptions = {}): MappedTable {
  const table = readTable(new TextEncoder().encode(text), { fileName: 'list.csv' });
  const mapping = guessMapping(table.columns, targets[target]);
  return applyMapping(table, { ...mapping, options }, targets[target]);
}

function troubles({ issues }: MappedTable): unknown[] {
  return issues.map(({ code, severity, place }) => [place.row, place.column, code, severity]);
}

function code(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'accepted';
}

describe('mapping of lists', () => {
  it('a burial journal is recognised by its header; a number that stands twice is pointed out and kept', () => {
    const result = map('journal', '№;ПІБ;Стать;Дата смерті;Осіб\n398;Вигадько Іван;ч;09.03.2022;1\n398;невідома жінка;ж;;2\n;;ж;;\n');
    expect(result.rows.map(({ values }) => values)).toEqual([
      { number: '398', name: 'Вигадько Іван', sex: 'male', deathDate: '2022-03-09', people: 1 },
      { number: '398', name: 'невідома жінка', sex: 'female', people: 2 },
    ]);
    expect(result.issues.map(({ place, code, severity }) => [place.row, code, severity])).toEqual([
      [3, 'exchange.duplicate_value', 'warning'],
      [4, 'exchange.journal_line_bare', 'error'],
    ]);
  });

  it('a Ukrainian list of graves is recognised by its header', () => {
    const result = map(
      'graves',
      '№ могили;Ділянка;X, м;Y, м;Ім’я на хресті;Номер хреста;Тип могили;Колір\n001;А;12.345;-0,5;Синтетична Особа;398;одиночна;синій\n',
      { decimalComma: true },
    );
    expect(result.rows).toEqual([
      {
        row: 2,
        values: {
          number: '001',
          area: 'А',
          xMm: 12_345,
          yMm: -500,
          markerName: 'Синтетична Особа',
          markerNumber: '398',
          graveType: 'single',
        },
      },
    ]);
    expect(result.unmappedColumns).toEqual(['Колір']);
    expect(result.issues).toEqual([]);
  });

  it('a list of remains gives intervals, dates and codes of the register', () => {
    const result = map(
      'remains',
      'Code,Grave,Completeness,Recovered on,Sex,Age from,Age to,Stature min,Stature max,Bag,Note\nIZ-1,12,almost complete,16.09.2022,ч,30,45,168 cm,1.75 m,B-7,\n',
    );
    expect(result.rows[0]?.values).toEqual({
      code: 'IZ-1',
      grave: '12',
      completeness: 'nearly_complete',
      recoveredOn: '2022-09-16',
      sex: 'male',
      ageMinYears: 30,
      ageMaxYears: 45,
      statureMinMm: 1680,
      statureMaxMm: 1750,
      bag: 'B-7',
    });
  });

  it('a list of missing persons keeps each name as written and turns dates into EDTF', () => {
    const result = map(
      'missing',
      'Фамилия\tИмя\tОтчество\tПол\tДата рождения\tДата исчезновения\tРост\tКем приходится\tТелефон\nСинтетик\tОлена\tІванівна\tж\t3.4.1980\tвесна 2022\t164\tсестра\t+380 00\n',
    );
    expect(result.rows[0]?.values).toEqual({
      surname: 'Синтетик',
      given: 'Олена',
      patronymic: 'Іванівна',
      sex: 'female',
      birthDate: '1980-04-03',
      lastSeenOn: '2022-21',
      statureMm: 1640,
      informantRelation: 'sister',
      informantPhone: '+380 00',
    });
    expect(result.issues).toEqual([]);
  });

  it('a bad cell holds its row back and is named by file, row and column; the other rows are given', () => {
    const result = map(
      'remains',
      'code,sex,age min,age max,recovered\nA,m,30,20,2022\nB,x,1,2,31.02.2022\nC,f,1,,2022\n,f,1,2,2022\nE,f,1,2,2022\n',
    );
    expect(result.rows.map(({ row }) => row)).toEqual([6]);
    expect(result.heldBack).toEqual([2, 3, 4, 5]);
    expect(troubles(result)).toEqual([
      [2, 'age min', 'exchange.range_backwards', 'error'],
      [3, 'recovered', 'edtf.no_such_day', 'error'],
      [3, 'sex', 'exchange.value_not_listed', 'error'],
      [4, 'age max', 'exchange.range_half', 'error'],
      [5, 'code', 'exchange.value_required', 'error'],
    ]);
    for (const issue of result.issues) {
      expect(describeProblem(issue, 'en')).toMatch(/^list\.csv, row \d, column «.+?».*: \S/);
      expect(describeProblem(issue, 'uk')).not.toMatch(/\{|\?\?|exchange\./);
    }
  });

  it('a label that stands twice is pointed out and both rows stay', () => {
    const result = map('graves', 'number\n7\n8\n7\n');
    expect(result.rows.length).toBe(3);
    expect(troubles(result)).toEqual([[4, 'number', 'exchange.duplicate_value', 'warning']]);
  });

  it('decimal commas are read only where they are declared', () => {
    const text = 'number;x;y\n1;1,5;2\n';
    expect(troubles(map('graves', text))).toEqual([[2, 'x', 'exchange.value_decimal_comma', 'error']]);
    expect(map('graves', text, { decimalComma: true }).rows[0]?.values).toEqual({ number: '1', xMm: 1500, yMm: 2000 });
  });

  it.each([
    ['175', 1750],
    ['1750', 1750],
    ['1,755 m', 1755],
    ['175.5 см', 1755],
    ['1.0005 m', 1001],
    ['1750 мм', 1750],
  ])('a stature written “%s” is %d mm', (written, mm) => {
    expect(map('missing', `surname;height\nС;${written}\n`, { decimalComma: true }).rows[0]?.values['statureMm']).toBe(
      mm,
    );
  });

  it.each([
    ['17', 'exchange.length_unit'],
    ['1.75', 'exchange.length_unit'],
    ['3 m', 'exchange.length_range'],
    ['tall', 'exchange.value_number'],
    [`175${' '.repeat(60)}x`, 'exchange.value_number'],
  ])('a stature written “%s” is refused with %s', (written, expected) => {
    expect(troubles(map('missing', `surname;height\nС;${written}\n`))).toEqual([[2, 'height', expected, 'error']]);
  });

  it.skipIf(!existsSync(coordinates))(
    'bad coordinates are reported by line and swapped ones questioned (skipped only without shared/)',
    () => {
      const text = readFileSync(coordinates, 'utf8')
        .split('\n')
        .map((line, index) => (index === 0 ? `number,${line}` : line === '' ? '' : `${index},${line}`))
        .join('\n');
      const result = map('graves', text);
      expect(result.rows.map(({ row }) => row)).toEqual([2, 3, 10]);
      expect(result.rows[2]?.values).toEqual({ number: '9', latE7: 0, lonE7: 0 });
      expect(Object.is(result.rows[2]?.values['latE7'], -0)).toBe(false);
      expect(troubles(result)).toEqual([
        [2, 'lat', 'exchange.coordinate_far', 'warning'],
        [3, 'lat', 'exchange.coordinate_far', 'warning'],
        [4, 'lat', 'exchange.coordinate_swapped', 'error'],
        [5, 'lon', 'exchange.coordinate_range', 'error'],
        [6, 'lat', 'exchange.coordinate', 'error'],
        [6, 'lon', 'exchange.coordinate', 'error'],
        [7, undefined, 'exchange.row_width', 'error'],
        [8, 'lat', 'exchange.coordinate', 'error'],
        [9, 'lat', 'exchange.coordinate', 'error'],
        [10, 'lat', 'exchange.coordinate_far', 'warning'],
      ]);
    },
  );

  it('half a position is no position', () => {
    expect(troubles(map('graves', 'number,lat,lon\n1,49.2,\n'))).toEqual([
      [2, 'lon', 'exchange.coordinate_half', 'error'],
    ]);
  });

  it('a saved mapping comes back as it was, and a damaged one is refused', () => {
    const mapping = guessMapping(['Номер', 'Lat', 'Lon'], targets.graves);
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)) as never)).toEqual(mapping);
    expect(code(() => parseMapping({ ...mapping, version: 2 } as never))).toBe('exchange.mapping_invalid');
    expect(code(() => parseMapping(null))).toBe('exchange.mapping_invalid');
  });

  it('a mapping that does not fit the file or the target is refused, not half applied', () => {
    const table = readTable(new TextEncoder().encode('number,lat\n1,2\n'), { fileName: 'x.csv' });
    const mapping = guessMapping(table.columns, targets.graves);
    const apply = (columns: Record<string, string>): string =>
      code(() => applyMapping(table, { ...mapping, columns }, targets.graves));
    expect(apply({ number: 'none' })).toBe('exchange.column_missing');
    expect(apply({ latE7: 'lat' })).toBe('exchange.field_unmapped');
    expect(apply({ number: 'number', colour: 'lat' })).toBe('exchange.field_unknown');
    expect(code(() => applyMapping(table, mapping, targets.remains))).toBe('exchange.mapping_target');
  });
});
