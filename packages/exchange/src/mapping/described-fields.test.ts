import { describeProblem } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import { applyMapping, guessMapping, readTable, targets, writeTemplate, type MappedTable, type TargetName } from '../index.ts';

function map(target: TargetName, rows: readonly (readonly string[])[]): MappedTable {
  const quoted = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const table = readTable(new TextEncoder().encode(`${quoted}\n`), { fileName: 'опис.csv' });
  return applyMapping(table, guessMapping(table.columns, targets[target]), targets[target]);
}

describe('what lists describe of people and of remains', () => {
  it('every column of the empty table is recognised when it comes back, in either language', () => {
    for (const target of ['graves', 'journal', 'remains', 'missing'] as const) {
      for (const language of ['en', 'uk'] as const) {
        const { columns } = readTable(new TextEncoder().encode(writeTemplate(targets[target], language)), { fileName: 'empty.csv' });
        const mapping = guessMapping(columns, targets[target]);
        expect(Object.entries(mapping.columns), `${target} ${language}`).toEqual(expect.arrayContaining(targets[target].fields.map(({ field, label }) => [field, label[language]])));
      }
    }
  });

  it('a report of a missing person gives looks, clothes, papers, teeth, street and dates as open as they were told', () => {
    const { rows, issues } = map('missing', [
      ['Прізвище', 'Дата народження', 'Адреса', 'Востаннє бачили (дата)', 'Колір волосся', 'Очі', 'Одяг', 'Особисті речі', 'Операції', 'Документи', 'Військова служба', 'Зубна карта'],
      ['Вигадько', '1961~', 'Ізюм, вул. Вигадана, 5', '2022-03-09/2022-04', 'сиве', 'карі', 'синя куртка', 'обручка', 'штифт у стегні', 'паспорт: МК 000123; імплант: A-77', 'цивільний', '16: металева коронка; 36: пломба з амальгами MO + root filling; решта: здоровий'],
    ]);
    expect(issues).toEqual([]);
    expect(rows[0]?.values).toEqual({
      surname: 'Вигадько', birthDate: '1961~', residence: 'Ізюм, вул. Вигадана, 5', lastSeenOn: '2022-03-09/2022-04', hair: 'сиве', eyes: 'карі', clothing: 'синя куртка', belongings: 'обручка', medical: 'штифт у стегні',
      numbers: [{ thing: 'passport', number: 'МК 000123' }, { thing: 'implant', number: 'A-77' }], military: 'civilian',
      toothChart: { 16: [{ finding: 'crown_metal' }], 36: [{ finding: 'filling_amalgam', surfaces: 'MO' }, { finding: 'root_filling' }], others: [{ finding: 'present_sound' }] },
    });
  });

  it('remains say what was found, why something was not, and which zones of which bones are there', () => {
    const { rows, issues } = map('remains', [
      ['code', 'hair', 'eyes', 'clothing', 'date of death', 'teeth chart', 'numbers', 'bones', 'street', 'condition', 'seal no', 'name on papers'],
      ['IZ-1', 'not assessable', 'не спостерігали', 'grey coat', 'весна 2022', 'not observed', 'not asked', 'femur left 1-3, 5 [length 452, head 47,5 mm]; skull 1-23; ліва плечова кістка [довжина: 320]; rib right', 'Izium, forest', 'skeleton', 'S-1', 'Вигадько Іван'],
    ]);
    expect(issues).toEqual([]);
    expect(rows[0]?.values).toMatchObject({
      hair: { absent: 'not_assessable' }, eyes: { absent: 'not_observed' }, clothing: 'grey coat', deathDate: '2022-21', toothChart: { absent: 'not_observed' }, numbers: { absent: 'not_asked' }, foundAt: 'Izium, forest', condition: 'skeletonised', seal: 'S-1', nameOnPapers: 'Вигадько Іван',
      bones: [{ element: 'femur', side: 'left', zones: [1, 2, 3, 5], mm: { maximum_length: '452', head_diameter: '47.5' } }, { element: 'cranium', side: 'midline', zones: Array.from({ length: 23 }, (_, at) => at + 1) }, { element: 'humerus', side: 'left', mm: { maximum_length: '320' } }, { element: 'rib', side: 'right' }],
    });
  });

  it.each([
    ['teeth chart', '19: crown metal', 'exchange.value_tooth'], ['teeth chart', '16: shiny', 'exchange.value_not_listed'], ['teeth chart', '16: inlay; 16: caries', 'exchange.value_tooth_twice'],
    ['numbers', 'MK 123456', 'exchange.value_numbered'], ['numbers', 'amulet: 7', 'exchange.value_not_listed'], ['bones', 'wing left', 'exchange.value_bone'], ['bones', 'femur left 0-3', 'exchange.value_zones'], ['bones', 'femur left [length 45.25]', 'exchange.value_bone_size'], ['bones', 'femur left [weight 3]', 'exchange.value_bone_size'],
    ['bones', 'femur left 9-3', 'exchange.value_zones'], ['military', 'cook', 'exchange.value_not_listed'], ['date of death', '31.02.2022', 'edtf.no_such_day'],
  ])('a cell under %s that says "%s" is refused, with file, row, column, field and reason', (column, cell, code) => {
    const { rows, heldBack, issues } = map('remains', [['code', column], ['IZ-1', cell], ['IZ-2', '']]);
    expect([rows.map(({ row }) => row), heldBack, issues.map((issue) => issue.code)]).toEqual([[3], [2], [code]]);
    const [issue] = issues;
    expect(issue?.place).toMatchObject({ file: 'опис.csv', row: 2, column });
    expect(targets.remains.fields.map(({ field }) => field)).toContain(issue?.place.field);
    if (issue === undefined) throw new Error('no issue');
    for (const language of ['en', 'uk'] as const) expect(describeProblem(issue, language)).not.toMatch(/\{|\?\?|exchange\./);
  });

  it('a whole bone is said in a word, beside its side and sizes', () => {
    const { rows, issues } = map('remains', [['Code', 'Bones'], ['IZ-1', 'femur left whole; стегнова кістка права ціла [довжина: 452]; rib left']]);
    expect(issues).toEqual([]);
    expect(rows[0]?.values['bones']).toEqual([{ element: 'femur', side: 'left', whole: true }, { element: 'femur', side: 'right', whole: true, mm: { maximum_length: '452' } }, { element: 'rib', side: 'left' }]);
  });
});
