import { codeOf, dateCell, lineOf, proseOf, statureCell, wholeOf } from './cell-parsers.ts';
import {
  defineField,
  type FieldWords,
  type FieldSpec,
  type MappedRow,
  type RowTrouble,
  type Target,
} from './fields.ts';
import { completenessWords, sexWords } from './word-lists.ts';

const field = (name: string, words: FieldWords & Pick<FieldSpec, 'parse'>): FieldSpec =>
  defineField('remains', name, words);

/** A list of remains recovered, with what a short examination found. */
export const remainsTarget: Target = {
  name: 'remains',
  fields: [
    field('code', {
      en: 'Code of the remains',
      uk: 'Код останків',
      aliases: [
        'code',
        'remains',
        'remains code',
        'case',
        'body number',
        'body no',
        'код',
        'номер тіла',
        'останки',
        'номер тела',
        'останки код',
      ],
      required: true,
      unique: true,
      parse: lineOf(40),
    }),
    field('grave', {
      en: 'Grave number',
      uk: 'Номер могили',
      aliases: ['grave', 'grave no', 'могила', '№ могили', 'номер могилы'],
      parse: lineOf(24),
    }),
    field('completeness', {
      en: 'Completeness',
      uk: 'Повнота',
      aliases: ['complete', 'цілісність', 'полнота'],
      parse: codeOf(completenessWords),
    }),
    field('recoveredOn', {
      en: 'Recovered on',
      uk: 'Дата вилучення',
      aliases: ['recovered', 'date', 'date of recovery', 'exhumed', 'дата', 'дата ексгумації', 'дата эксгумации'],
      parse: dateCell,
    }),
    field('sex', { en: 'Sex', uk: 'Стать', aliases: ['gender', 'пол'], parse: codeOf(sexWords) }),
    field('ageMinYears', {
      en: 'Age from, years',
      uk: 'Вік від, років',
      aliases: ['age min', 'age from', 'min age', 'вік від', 'возраст от'],
      parse: wholeOf(0, 120),
    }),
    field('ageMaxYears', {
      en: 'Age to, years',
      uk: 'Вік до, років',
      aliases: ['age max', 'age to', 'max age', 'вік до', 'возраст до'],
      parse: wholeOf(0, 120),
    }),
    field('statureMinMm', {
      en: 'Stature from',
      uk: 'Зріст від',
      aliases: ['stature min', 'height min', 'зріст мін', 'рост от'],
      parse: statureCell,
    }),
    field('statureMaxMm', {
      en: 'Stature to',
      uk: 'Зріст до',
      aliases: ['stature max', 'height max', 'зріст макс', 'рост до'],
      parse: statureCell,
    }),
    field('bag', {
      en: 'Bag',
      uk: 'Мішок',
      aliases: ['bag no', 'bag number', 'body bag', 'номер мішка', 'мешок', 'номер мешка'],
      parse: lineOf(40),
    }),
    field('note', {
      en: 'Note',
      uk: 'Примітка',
      aliases: ['notes', 'remarks', 'comment', 'примітки', 'примечание'],
      parse: proseOf(2000),
    }),
  ],
  checkRow: (values) => [
    ...checkRange(values, 'ageMinYears', 'ageMaxYears'),
    ...checkRange(values, 'statureMinMm', 'statureMaxMm'),
  ],
  checkAll: () => [],
};

/** An interval needs both ends in order: one end alone would be completed by guessing. */
function checkRange(values: MappedRow['values'], lower: string, upper: string): readonly RowTrouble[] {
  const low = values[lower];
  const high = values[upper];
  if (low === undefined && high === undefined) return [];
  if (typeof low !== 'number' || typeof high !== 'number') {
    const missing = low === undefined ? lower : upper;
    return [{ field: missing, code: 'exchange.range_half', details: { field: missing } }];
  }
  return low > high ? [{ field: lower, code: 'exchange.range_backwards', details: { low, high } }] : [];
}
