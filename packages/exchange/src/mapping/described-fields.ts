import { codeOf, lineOf } from './cell-parsers.ts';
import { numbersCell, orAbsent, toothChartCell } from './composite-cells.ts';
import { militaryWords } from './described-words.ts';
import { defineField, type FieldSpec, type TargetName } from './fields.ts';

/**
 * Columns that lists of missing persons and of remains share: the same words stand in a family's report and in an
 * examiner's. On remains each may say instead why there is no value.
 */
export function describedFields(target: Extract<TargetName, 'missing' | 'remains'>): FieldSpec[] {
  const free = (limit: number): FieldSpec['parse'] => (target === 'remains' ? orAbsent(lineOf(limit)) : lineOf(limit));
  return [
    defineField(target, 'hair', { en: 'Hair', uk: 'Волосся', aliases: ['hair colour', 'hair color', 'колір волосся', 'волосы', 'цвет волос'], parse: free(80) }),
    defineField(target, 'eyes', { en: 'Eyes', uk: 'Очі', aliases: ['eye colour', 'eye color', 'колір очей', 'глаза', 'цвет глаз'], parse: free(80) }),
    defineField(target, 'marks', {
      en: 'Marks', uk: 'Особливі прикмети', parse: free(1000),
      aliases: ['distinguishing marks', 'scars', 'tattoos', 'implants', 'прикмети', 'татуювання', 'шрами', 'особые приметы', 'приметы'],
    }),
    defineField(target, 'clothing', { en: 'Clothing', uk: 'Одяг', aliases: ['clothes', 'одежда'], parse: free(1000) }),
    defineField(target, 'belongings', { en: 'Belongings', uk: 'Речі', aliases: ['things', 'personal effects', 'особисті речі', 'вещи', 'личные вещи'], parse: free(1000) }),
    defineField(target, 'military', {
      en: 'Military service', uk: 'Військова служба', aliases: ['military', 'military status', 'status', 'військовий', 'военная служба', 'служба'], parse: orAbsent(codeOf(militaryWords)),
      hint: { en: 'civilian, military, police, unknown', uk: 'цивільний, військовий, поліція, невідомо' },
    }),
    defineField(target, 'numbers', {
      en: 'Numbers on papers, implants, devices', uk: 'Номери документів, імплантів, пристроїв', parse: orAbsent(numbersCell),
      aliases: ['numbers', 'document numbers', 'implant numbers', 'номери', 'номери документів', 'документи', 'номера', 'номера документов'],
      hint: { en: 'passport: MK123456; implant: A-77', uk: 'паспорт: МК123456; імплант: А-77' },
    }),
    defineField(target, 'toothChart', {
      en: 'Tooth chart', uk: 'Карта зубів', aliases: ['teeth chart', 'dental chart', 'tooth chart (fdi)', 'зубна карта', 'зубна формула', 'зубная карта', 'зубная формула'], parse: orAbsent(toothChartCell),
      hint: { en: '16: metal crown; 36: amalgam filling MO + root filling; others: sound', uk: '16: металева коронка; 36: пломба з амальгами MO + пломбування кореня; решта: здоровий' },
    }),
  ];
}
