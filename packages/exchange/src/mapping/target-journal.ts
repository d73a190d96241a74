import { codeOf, dateCell, lineOf, proseOf, wholeOf } from './cell-parsers.ts';
import { defineField, type FieldWords, type FieldSpec, type MappedRow, type RowTrouble, type Target } from './fields.ts';
import { sexWords } from './word-lists.ts';

const field = (name: string, words: FieldWords & Pick<FieldSpec, 'parse'>): FieldSpec =>
  defineField('journal', name, words);

/** Lines of a cemetery journal or of a funeral service's list. A number that stands twice is kept twice. */
export const journalTarget: Target = {
  name: 'journal',
  fields: [
    field('number', {
      en: 'Number in the journal',
      uk: 'Номер у журналі',
      aliases: ['number', 'no', 'nr', '№', '№ з/п', '№ п/п', 'номер', 'номер могили', '№ могили', 'номер могилы', 'cross number'],
      unique: true,
      parse: lineOf(40),
    }),
    field('name', {
      en: 'Name as written',
      uk: 'Ім’я, як записано',
      aliases: ['name', 'full name', 'піб', 'п.і.б.', 'прізвище', 'ім’я', 'фио', 'ф.и.о.', 'фамилия', 'імʼя', 'похований', 'похована особа'],
      parse: lineOf(300),
    }),
    field('sex', { en: 'Sex', uk: 'Стать', aliases: ['gender', 'пол'], parse: codeOf(sexWords) }),
    field('birthDate', {
      en: 'Date of birth',
      uk: 'Дата народження',
      aliases: ['birth', 'born', 'birth date', 'year of birth', 'рік народження', 'народження', 'дата рождения', 'год рождения'],
      parse: dateCell,
    }),
    field('deathDate', {
      en: 'Date of death',
      uk: 'Дата смерті',
      aliases: ['death', 'died', 'death date', 'смерть', 'смерті', 'дата смерти'],
      parse: dateCell,
    }),
    field('buriedOn', {
      en: 'Date of burial',
      uk: 'Дата поховання',
      aliases: ['buried', 'buried on', 'burial', 'поховано', 'дата захоронения', 'похоронен'],
      parse: dateCell,
    }),
    field('people', {
      en: 'People on this line',
      uk: 'Людей у рядку',
      aliases: ['people', 'count', 'bodies', 'кількість', 'осіб', 'кількість осіб', 'количество'],
      parse: wholeOf(1, 1000),
    }),
    field('plot', {
      en: 'Plot or row',
      uk: 'Ділянка або ряд',
      aliases: ['plot', 'row', 'sector', 'ділянка', 'ряд', 'сектор', 'участок'],
      parse: lineOf(200),
    }),
    field('note', {
      en: 'Note',
      uk: 'Примітка',
      aliases: ['notes', 'remarks', 'comment', 'примітки', 'примечание', 'примечания'],
      parse: proseOf(2000),
    }),
  ],
  checkRow: namesNothing,
  checkAll: () => [],
};

/** A line with neither number nor name cannot be found again. */
function namesNothing(values: MappedRow['values']): readonly RowTrouble[] {
  return values['number'] === undefined && values['name'] === undefined
    ? [{ field: 'number', code: 'exchange.journal_line_bare', details: {} }]
    : [];
}
