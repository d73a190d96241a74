import type { Language } from '@imena/problem';
import type { Mismatch, MismatchKind } from './types.ts';

/** Puts a mismatch into words. */
export function describeMismatch({ kind, details }: Pick<Mismatch, 'kind' | 'details'>, language: Language): string {
  return words[kind][language].replace(/\{(\w+)\}/gu, (_, name: string) => shown(details[name], language));
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
  number_twice: { en: 'The number {number} stands {times} times ({list}).', uk: 'Номер {number} трапляється {times} рази ({list}).' },
  number_not_read: { en: 'There are no digits in the number {number}.', uk: 'У номері {number} немає цифр.' },
  numbers_differ: { en: 'The journal has the number {journal}, the grave {grave}.', uk: 'У журналі номер {journal}, на могилі {grave}.' },
  sex_differs: { en: 'Sex differs. Listed: men {listedMen}, women {listedWomen}; found: men {foundMen}, women {foundWomen}.', uk: 'Стать відрізняється. У журналі: чоловіків {listedMen}, жінок {listedWomen}; знайдено: чоловіків {foundMen}, жінок {foundWomen}.' },
  marker_names_another: { en: 'The marker names {marker}, the journal {journal}. The name on the marker fits the journal line {fits}.', uk: 'На знаку {marker}, у журналі {journal}. Ім’я на знаку відповідає рядку журналу {fits}.' },
  papers_name_another: { en: 'Papers found name {papers}, the journal {journal}. The name in the papers fits the journal line {fits}.', uk: 'У знайдених документах {papers}, у журналі {journal}. Ім’я в документах відповідає рядку журналу {fits}.' },
  dates_differ: { en: 'Date of {field}: {journal} in the journal, {other} here.', uk: 'Дата {field}: у журналі {journal}, тут {other}.' },
  markers_disagree: { en: 'Two markers of one grave name two people: {first}; {second}.', uk: 'Два знаки однієї могили називають двох людей: {first}; {second}.' },
  more_found_than_listed: { en: 'Found {found} where {listed} is listed.', uk: 'Знайдено {found}, у журналі записано {listed}.' },
  fewer_found_than_listed: { en: 'Found {found} where {listed} are listed.', uk: 'Знайдено лише {found}, у журналі записано {listed}.' },
  nobody_found: { en: 'Nobody was found where {listed} is listed.', uk: 'Нікого не знайдено, у журналі записано {listed}.' },
  grave_without_journal: { en: 'No line of the journal for this grave (number {grave}); found in it: {found}.', uk: 'Для цієї могили (номер {grave}) немає рядка журналу; у ній знайдено: {found}.' },
  journal_without_grave: { en: 'No grave for this line of the journal: {number}, {name}.', uk: 'Для цього рядка журналу немає могили: {number}, {name}.' },
  marker_without_grave: { en: 'No grave for this marker: {number}, {name}.', uk: 'Для цього знака немає могили: {number}, {name}.' },
  individual_without_grave: { en: 'No grave on the list for this individual (recorded: {grave}).', uk: 'Для цього індивіда немає могили в переліку (записано: {grave}).' },
};
