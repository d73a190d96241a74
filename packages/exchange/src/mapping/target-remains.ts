import { codeOf, dateCell, lineOf, proseOf, statureCell, wholeOf } from './cell-parsers.ts';
import { bonesCell, orAbsent } from './composite-cells.ts';
import { describedFields } from './described-fields.ts';
import { conditionWords } from './described-words.ts';
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
    field('seal', { en: 'Seal', uk: 'Пломба', aliases: ['seal no', 'seal number', 'номер пломби', 'пломба №'], parse: lineOf(40) }),
    field('condition', { en: 'State of the remains', uk: 'Стан останків', aliases: ['condition', 'state', 'стан', 'состояние'], parse: codeOf(conditionWords) }),
    field('foundAt', {
      en: 'Found at: settlement, street',
      uk: 'Де знайдено: населений пункт, вулиця',
      aliases: ['found at', 'place found', 'place', 'street', 'місце знахідки', 'де знайдено', 'вулиця', 'место находки', 'улица'],
      parse: lineOf(300),
    }),
    field('deathDate', {
      en: 'Date of death',
      uk: 'Дата смерті',
      aliases: ['death', 'died', 'date of death (edtf)', 'смерть', 'дата смерти'],
      parse: orAbsent(dateCell),
      hint: { en: '2022-03-09, 2022-03~, 2022-03/2022-05, spring 2022', uk: '09.03.2022, 2022-03~, 2022-03/2022-05, весна 2022' },
    }),
    ...describedFields('remains'),
    field('bones', {
      en: 'Bones with side and zones',
      uk: 'Кістки зі стороною і зонами',
      aliases: ['bones', 'inventory', 'bone inventory', 'кістки', 'опис кісток', 'кости'],
      parse: bonesCell,
      hint: { en: 'femur left 1-5 [length 452, head 47.5]; tibia left whole; skull 1-23; rib right', uk: 'стегнова кістка ліва 1-5 [довжина 452, головка 47.5]; великогомілкова кістка ліва ціла; череп 1-23; ребро права' },
    }),
    field('nameOnPapers', {
      en: 'Name on papers found',
      uk: 'Ім’я у знайдених документах',
      aliases: ['name on papers', 'papers', 'documents name', 'ім’я в документах', 'документи на ім’я', 'имя в документах'],
      parse: lineOf(300),
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
