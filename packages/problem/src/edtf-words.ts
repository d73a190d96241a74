import { isPoint, type Edtf, type EdtfDate, type EdtfInterval, type EdtfPoint } from './edtf-types.ts';
import { monthsEn, monthsUk, seasonsEn, seasonsUk, type UkrainianCase } from './edtf-month-names.ts';
import type { Language } from './words.ts';

/**
 * Puts a date into words: "about April 2022", "приблизно квітень 2022 року", "between 1 March and 10 September 2022".
 * Nothing stated is lost: approximate and uncertain are said, an end nobody knows is said.
 */
export function describeEdtf(edtf: Edtf, language: Language): string {
  return describeValue(edtf.value, language);
}

function describeValue(value: Edtf['value'], language: Language): string {
  if (value.kind === 'one-of') {
    return value.members.map((member) => describeValue(member, language)).join(language === 'en' ? ' or ' : ' або ');
  }
  if (value.kind === 'interval') return describeInterval(value, language);
  return describePoint(value, language, 'nominative');
}

function describeInterval({ from, to }: EdtfInterval, language: Language): string {
  const en = language === 'en';
  if (isPoint(from) && isPoint(to)) {
    const end = describePoint(to, language, 'instrumental');
    const start = withoutSharedParts(from, to, language) ?? describePoint(from, language, 'instrumental');
    return en ? `between ${start} and ${end}` : `між ${start} та ${end}`;
  }
  if (isPoint(from)) {
    const start = describePoint(from, language, 'genitive');
    if (to.kind === 'open') return en ? `from ${start}, with no end` : `з ${start}, без кінця`;
    return en ? `from ${start}, end not known` : `з ${start}, кінець невідомий`;
  }
  if (!isPoint(to)) return '';
  const end = describePoint(to, language, 'genitive');
  if (from.kind === 'open') return en ? `not after ${end}` : `не пізніше ${end}`;
  return en ? `until ${end}, beginning not known` : `до ${end}, початок невідомий`;
}

/** "between 3 and 11 April 2022", not "3 April 2022 and 11 April 2022"; null where the two share no year. */
function withoutSharedParts(from: EdtfPoint, to: EdtfPoint, language: Language): string | null {
  if (!isPlainDay(from) || !isPlainDay(to) || from.year !== to.year) return null;
  const day = String(Number(from.day));
  if (from.month === to.month) return day;
  return `${day} ${monthName(from.month, language, 'genitive')}`;
}

function isPlainDay(point: EdtfPoint): point is EdtfDate & { month: string; day: string } {
  if (point.kind !== 'date' || point.month === null || point.day === null) return false;
  return !point.approximate && !point.uncertain && !`${point.year}${point.month}${point.day}`.includes('X');
}

function describePoint(point: EdtfPoint, language: Language, form: UkrainianCase): string {
  const plain = language === 'en' ? plainEn(point) : plainUk(point, form);
  const about = point.approximate ? (language === 'en' ? 'about ' : 'приблизно ') : '';
  const perhaps = point.uncertain ? (language === 'en' ? 'perhaps ' : 'можливо, ') : '';
  return perhaps + about + plain;
}

function plainEn(point: EdtfPoint): string {
  if (point.kind === 'season') return `${seasonsEn[point.season]} ${year(point.year)}`;
  if (point.kind === 'instant') {
    return `${dayNumber(point.day)} ${monthName(point.month, 'en', 'nominative')} ${year(point.year)}, ${clock(point)}`;
  }
  const shape = shapeOf(point);
  switch (shape) {
    case 'day':
      return `${dayNumber(point.day)} ${monthName(point.month, 'en', 'nominative')} ${year(point.year)}`;
    case 'month':
      return `${monthName(point.month, 'en', 'nominative')} ${year(point.year)}`;
    case 'year':
      return year(point.year);
    case 'decade':
      return `the ${point.year.slice(0, 3)}0s`;
    case 'century':
      return `some year from ${point.year.slice(0, 2)}00 to ${point.year.slice(0, 2)}99`;
    case 'day-unknown':
      return `some day in ${monthName(point.month, 'en', 'nominative')} ${year(point.year)}`;
    case 'month-unknown':
      return `some month in ${year(point.year)}`;
    case 'day-of-year-unknown':
      return `some day in ${year(point.year)}`;
    case 'partly':
      return `a date known in part (${writtenParts(point)})`;
  }
}

function plainUk(point: EdtfPoint, form: UkrainianCase): string {
  if (point.kind === 'season') return `${seasonsUk[form][point.season]} ${year(point.year)} року`;
  if (point.kind === 'instant') {
    return `${dayNumber(point.day)} ${monthName(point.month, 'uk', 'genitive')} ${year(point.year)} року, ${clock(point)}`;
  }
  const genitiveMonth = monthName(point.month, 'uk', 'genitive');
  switch (shapeOf(point)) {
    case 'day':
      return `${dayNumber(point.day)} ${genitiveMonth} ${year(point.year)} року`;
    case 'month':
      return `${monthName(point.month, 'uk', form)} ${year(point.year)} року`;
    case 'year':
      return `${year(point.year)} ${pick(form, 'рік', 'року', 'роком')}`;
    case 'decade':
      return `${point.year.slice(0, 3)}0-${pick(form, 'ті роки', 'х років', 'ми роками')}`;
    case 'century':
      return `${some(form, 'рік')} від ${point.year.slice(0, 2)}00 до ${point.year.slice(0, 2)}99`;
    case 'day-unknown':
      return `${some(form, 'день')} ${genitiveMonth} ${year(point.year)} року`;
    case 'month-unknown':
      return `${some(form, 'місяць')} ${year(point.year)} року`;
    case 'day-of-year-unknown':
      return `${some(form, 'день')} ${year(point.year)} року`;
    case 'partly':
      return `${pick(form, 'дата, відома', 'дати, відомої', 'датою, відомою')} частково (${writtenParts(point)})`;
  }
}

type Shape =
  'day' | 'month' | 'year' | 'decade' | 'century' | 'day-unknown' | 'month-unknown' | 'day-of-year-unknown' | 'partly';

function shapeOf({ year, month, day }: EdtfDate): Shape {
  if (month === null) {
    if (/^\d{4}$/.test(year)) return 'year';
    return /^\d{3}X$/.test(year) ? 'decade' : /^\d{2}XX$/.test(year) ? 'century' : 'partly';
  }
  if (year.includes('X')) return 'partly';
  if (month === 'XX') return day === null ? 'month-unknown' : day === 'XX' ? 'day-of-year-unknown' : 'partly';
  if (month.includes('X')) return 'partly';
  if (day === null) return 'month';
  return day === 'XX' ? 'day-unknown' : day.includes('X') ? 'partly' : 'day';
}

function writtenParts({ year, month, day }: EdtfDate): string {
  return [year, month, day].filter((part) => part !== null).join('-');
}

function monthName(month: string | null, language: Language, form: UkrainianCase): string {
  const index = Number(month) - 1;
  return (language === 'en' ? monthsEn[index] : monthsUk[form][index]) ?? '';
}

function clock({ time, offset }: { time: string; offset: string }): string {
  return offset === '' ? time : `${time} (${offset === 'Z' ? 'UTC' : `UTC${offset}`})`;
}

function year(text: string): string {
  return String(Number(text));
}

function dayNumber(day: string | null): string {
  return String(Number(day));
}

function pick(form: UkrainianCase, nominative: string, genitive: string, instrumental: string): string {
  return { nominative, genitive, instrumental }[form];
}

const someWords = {
  день: ['якийсь день', 'якогось дня', 'якимось днем'],
  місяць: ['якийсь місяць', 'якогось місяця', 'якимось місяцем'],
  рік: ['якийсь рік', 'якогось року', 'якимось роком'],
} as const;

function some(form: UkrainianCase, noun: keyof typeof someWords): string {
  const [nominative, genitive, instrumental] = someWords[noun];
  return pick(form, nominative, genitive, instrumental);
}
