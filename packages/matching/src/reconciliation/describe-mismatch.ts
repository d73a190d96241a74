import type { Language } from '@imena/problem';
import type { Mismatch, MismatchKind } from './types.ts';

/** Puts a mismatch into words. */
export function describeMismatch({ kind, details }: Pick<Mismatch, 'kind' | 'details'>, language: Language): string {
  const known = kind === 'sex_differs' ? { ...details, ...sexWords(details, language) } : details;
  // What stands in [ ] is said only where its values are known.
  const text = words[kind][language].replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/gu, (_, part: string, name: string) => (isKnown(known[name]) ? part : ''));
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => shown(known[name], language));
}

type Detail = Mismatch['details'][string] | undefined;

const isKnown = (value: Detail): boolean => value !== null && value !== undefined && value !== '';

const people = {
  en: { men: { one: 'man', other: 'men' }, women: { one: 'woman', other: 'women' } },
  uk: { men: { one: 'чоловік', few: 'чоловіки', other: 'чоловіків' }, women: { one: 'жінка', few: 'жінки', other: 'жінок' } },
} as const;

/** "1 woman", "2 men and 1 woman": who is listed and who was found. */
function sexWords(details: Mismatch['details'], language: Language): Record<'listed' | 'found', string> {
  const rules = new Intl.PluralRules(language);
  const both = new Intl.ListFormat(language);
  const count = (value: Detail, who: 'men' | 'women'): string[] => {
    const forms: Readonly<Record<string, string>> = people[language][who];
    return value === 0 || !isKnown(value) ? [] : [`${value} ${forms[rules.select(Number(value))] ?? people[language][who].other}`];
  };
  const of = (men: Detail, women: Detail): string => both.format([...count(men, 'men'), ...count(women, 'women')]);
  return { listed: of(details.listedMen, details.listedWomen), found: of(details.foundMen, details.foundWomen) };
}

function shown(value: string | number | null | undefined, language: Language): string {
  if (value === null || value === undefined || value === '') return '—';
  const listed = typeof value === 'string' ? terms.get(value) : undefined;
  return listed === undefined ? String(value) : listed[language];
}

const terms = new Map<string, Readonly<Record<Language, string>>>([
  ['journal', { en: 'the journal', uk: 'журнал' }],
  ['markers', { en: 'the markers', uk: 'намогильні знаки' }],
  ['graves', { en: 'the graves', uk: 'могили' }],
  ['birth', { en: 'birth', uk: 'народження' }],
  ['death', { en: 'death', uk: 'смерті' }],
]);

const words: Readonly<Record<MismatchKind, Readonly<Record<Language, string>>>> = {
  number_missing: { en: 'Numbers missing in the series ({list}): {from} to {to}, {count} in all.', uk: 'У ряду бракує номерів ({list}): від {from} до {to}, усього {count}.' },
  number_twice: { en: 'The number {number} stands {times} times ({list}).', uk: 'Номер {number} повторюється ({list}); разів: {times}.' },
  number_not_read: { en: 'There are no digits in the number {number}.', uk: 'У номері {number} немає цифр.' },
  numbers_differ: { en: 'The journal has the number {journal}, the grave {grave}.', uk: 'У журналі номер {journal}, на могилі {grave}.' },
  marker_number_differs: { en: 'The grave has the number {grave}, the marker on it {marker}.', uk: 'Могила має номер {grave}, а знак на ній — {marker}.' },
  markers_swapped: { en: 'Two markers seem to have changed places: that of grave {first} stands on grave {second}, and the other way round ({firstName}; {secondName}).', uk: 'Схоже, два знаки помінялися місцями: знак могили {first} стоїть на могилі {second}, і навпаки ({firstName}; {secondName}).' },
  sex_differs: { en: 'Sex differs: the journal lists {listed}; found: {found}.', uk: 'Стать відрізняється: у журналі {listed}; знайдено: {found}.' },
  marker_names_another: { en: 'The marker names {marker}, the journal {journal}.[ The name on the marker fits the journal line {fits}.]', uk: 'На знаку {marker}, у журналі {journal}.[ Ім’я на знаку відповідає рядку журналу {fits}.]' },
  papers_name_another: { en: 'Papers found name {papers}, the journal {journal}.[ The name in the papers fits the journal line {fits}.]', uk: 'У знайдених документах {papers}, у журналі {journal}.[ Ім’я в документах відповідає рядку журналу {fits}.]' },
  dates_differ: { en: 'Date of {field}: {journal} in the journal, {other} here.', uk: 'Дата {field}: у журналі {journal}, тут {other}.' },
  markers_disagree: { en: 'Two markers of one grave name two people: {first}; {second}.', uk: 'Два знаки однієї могили називають двох людей: {first}; {second}.' },
  more_found_than_listed: { en: 'Found {found} where {listed} is listed.', uk: 'Знайдено {found}, у журналі записано {listed}.' },
  fewer_found_than_listed: { en: 'Found {found} where {listed} are listed.', uk: 'Знайдено лише {found}, у журналі записано {listed}.' },
  nobody_found: { en: 'Nobody was found where {listed} is listed.', uk: 'Нікого не знайдено, у журналі записано {listed}.' },
  grave_without_journal: { en: 'No line of the journal for this grave[ (number {grave})]; found in it: {found}.', uk: 'Для цієї могили[ (номер {grave})] немає рядка журналу; у ній знайдено: {found}.' },
  journal_without_grave: { en: 'No grave for this line of the journal: {number}[, {name}].', uk: 'Для цього рядка журналу немає могили: {number}[, {name}].' },
  marker_without_grave: { en: 'No grave for this marker: {number}[, {name}].', uk: 'Для цього знака немає могили: {number}[, {name}].' },
  individual_without_grave: { en: 'No grave on the list for this individual[ (recorded: {grave})].', uk: 'Для цього індивіда немає могили в переліку[ (записано: {grave})].' },
};
