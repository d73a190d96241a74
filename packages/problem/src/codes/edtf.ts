import type { CodeWords } from '../words.ts';

export const edtfCodes = {
  'edtf.not_a_date': {
    status: 422,
    en: '“{text}” is not understood as a date. Examples: 2022-09-14, 14.09.2022, September 2022, about 2022.',
    uk: '«{text}» не вдалося прочитати як дату. Приклади: 2022-09-14, 14.09.2022, вересень 2022, приблизно 2022.',
  },
  'edtf.no_such_day': {
    status: 422,
    en: 'The calendar has no day “{text}”.',
    uk: 'У календарі немає дня «{text}».',
  },
  'edtf.interval_backwards': {
    status: 422,
    en: 'In “{text}” the end lies before the beginning.',
    uk: 'У «{text}» кінець передує початку.',
  },
  'edtf.unsupported': {
    status: 422,
    en: '“{text}” is a valid way to write a date that is not read here. Write it more simply.',
    uk: '«{text}» — допустимий запис дати, але тут він не читається. Запишіть простіше.',
  },
  'edtf.too_long': {
    status: 422,
    en: 'A date may have at most {limit} characters.',
    uk: 'Дата може мати щонайбільше {limit} знаків.',
  },
  'edtf.two_digit_year': {
    status: 422,
    en: 'The year of “{text}” has two digits. Write all four, so that nobody has to guess the century.',
    uk: 'Рік у «{text}» записано двома цифрами. Запишіть усі чотири, щоб нікому не довелося вгадувати століття.',
  },
  'edtf.age_backwards': {
    status: 422,
    en: 'The birth ({birth}) lies after the time asked about ({at}).',
    uk: 'Народження ({birth}) пізніше за час, про який ідеться ({at}).',
  },
} as const satisfies Record<string, CodeWords>;
