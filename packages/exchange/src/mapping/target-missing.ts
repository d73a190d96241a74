import { codeOf, dateCell, lineOf, proseOf, statureCell } from './cell-parsers.ts';
import { describedFields } from './described-fields.ts';
import { defineField, type FieldWords, type FieldSpec, type Target } from './fields.ts';
import { relationWords, sexWords } from './word-lists.ts';

const field = (name: string, words: FieldWords & Pick<FieldSpec, 'parse'>): FieldSpec =>
  defineField('missing', name, words);

/** A list of missing persons, one report a row. Two reports of one person stay two rows until somebody merges them. */
export const missingTarget: Target = {
  name: 'missing',
  fields: [
    field('surname', {
      en: 'Surname',
      uk: 'Прізвище',
      aliases: ['last name', 'family name', 'фамилия'],
      required: true,
      parse: lineOf(120),
    }),
    field('given', {
      en: 'Given name',
      uk: 'Ім’я',
      aliases: ['first name', 'given', 'name', 'имя'],
      parse: lineOf(120),
    }),
    field('patronymic', {
      en: 'Patronymic',
      uk: 'По батькові',
      aliases: ['middle name', 'отчество'],
      parse: lineOf(120),
    }),
    field('latinName', {
      en: 'Name in Latin letters',
      uk: 'Ім’я латиницею',
      aliases: ['latin name', 'name latin', 'passport name', 'латиницею', 'имя латиницей'],
      parse: lineOf(300),
    }),
    field('sex', { en: 'Sex', uk: 'Стать', aliases: ['gender', 'пол'], parse: codeOf(sexWords) }),
    field('birthDate', {
      en: 'Date of birth',
      uk: 'Дата народження',
      aliases: ['birth date', 'born', 'dob', 'birthday', 'народження', 'дата рождения'],
      parse: dateCell,
    }),
    field('birthPlace', {
      en: 'Place of birth',
      uk: 'Місце народження',
      aliases: ['birthplace', 'born at', 'место рождения'],
      parse: lineOf(300),
    }),
    field('residence', {
      en: 'Residence: settlement, street',
      uk: 'Місце проживання: населений пункт, вулиця',
      aliases: ['residence', 'address', 'street', 'адреса', 'вулиця', 'місце проживання', 'адрес', 'улица', 'место жительства'],
      parse: lineOf(300),
    }),
    field('lastSeenOn', {
      en: 'Last seen on',
      uk: 'Востаннє бачили (дата)',
      aliases: ['last seen', 'last seen date', 'date last seen', 'дата зникнення', 'зник', 'дата исчезновения'],
      parse: dateCell,
    }),
    field('lastSeenPlace', {
      en: 'Last seen at',
      uk: 'Востаннє бачили (місце)',
      aliases: ['last seen place', 'place last seen', 'place', 'місце зникнення', 'місце', 'место исчезновения'],
      parse: lineOf(300),
    }),
    field('lastSeenCircumstances', {
      en: 'Circumstances',
      uk: 'Обставини',
      aliases: ['circumstances of disappearance', 'обставини зникнення', 'обстоятельства'],
      parse: proseOf(2000),
    }),
    field('statureMm', { en: 'Stature', uk: 'Зріст', aliases: ['height', 'рост'], parse: statureCell }),
    ...describedFields('missing'),
    field('teeth', {
      en: 'Teeth, as told',
      uk: 'Зуби, зі слів',
      aliases: ['teeth', 'dental', 'зуби', 'зубы'],
      parse: lineOf(1000),
    }),
    field('medical', {
      en: 'Medical history, implants',
      uk: 'Хвороби, операції, імпланти',
      aliases: ['medical', 'operations', 'surgery', 'health', 'операції', 'хвороби', 'медичне', 'операции', 'болезни'],
      parse: lineOf(1000),
    }),
    field('informantName', {
      en: 'Name of the informant',
      uk: 'Заявник',
      aliases: ['informant', 'informant name', 'reported by', 'contact name', 'ім’я заявника', 'заявитель'],
      parse: lineOf(200),
    }),
    field('informantRelation', {
      en: 'Relation of the informant',
      uk: 'Ким доводиться заявник',
      aliases: ['relation', 'relationship', 'ким доводиться', 'родинний зв’язок', 'родство', 'кем приходится'],
      parse: codeOf(relationWords),
    }),
    field('informantPhone', {
      en: 'Telephone',
      uk: 'Телефон',
      aliases: ['phone', 'contact', 'tel', 'mobile', 'контакт'],
      parse: lineOf(200),
    }),
    field('note', {
      en: 'Note',
      uk: 'Примітка',
      aliases: [
        'notes',
        'remarks',
        'comment',
        'примітки',
        'примечание',
      ],
      parse: proseOf(2000),
    }),
  ],
  checkRow: () => [],
  checkAll: () => [],
};
