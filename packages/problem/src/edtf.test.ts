import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareEdtf,
  describeEdtf,
  edtfAgeRange,
  edtfAgreement,
  edtfOverlaps,
  parseDateInput,
  parseEdtf,
  readEdtf,
  ProblemError,
  type Language,
} from './index.ts';

const examples = join(import.meta.dirname, '../../../../shared/reference/data/edtf-examples.json');

function code(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'accepted';
}

function days(text: string): [string | null, string | null] {
  const { earliest, latest } = parseEdtf(text);
  return [earliest, latest];
}

describe('a date as it was stated', () => {
  it.skipIf(!existsSync(examples))(
    'every example of the reference is read (skipped only where shared/ is absent)',
    () => {
      const { cases } = JSON.parse(readFileSync(examples, 'utf8')) as { cases: { said: string; edtf: string }[] };
      expect(cases.length).toBe(14);
      for (const { edtf } of cases) expect(parseEdtf(edtf).text).toBe(edtf);
    },
  );

  it.each([
    ['2022-09-14', 'day', '2022-09-14', '2022-09-14'],
    ['2022-09', 'month', '2022-09-01', '2022-09-30'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['1900-02', 'month', '1900-02-01', '1900-02-28'],
    ['2022', 'year', '2022-01-01', '2022-12-31'],
    ['2022-21', 'season', '2022-03-01', '2022-05-31'],
    ['2022-24', 'season', '2021-12-01', '2023-02-28'],
    ['2023-24', 'season', '2022-12-01', '2024-02-29'],
    ['197X', 'decade', '1970-01-01', '1979-12-31'],
    ['19XX', 'century', '1900-01-01', '1999-12-31'],
    ['2022-09-XX', 'unspecified', '2022-09-01', '2022-09-30'],
    ['2022-XX', 'unspecified', '2022-01-01', '2022-12-31'],
    ['2022-XX-31', 'unspecified', '2022-01-31', '2022-12-31'],
    ['2022-1X-1X', 'unspecified', '2022-10-10', '2022-12-19'],
    ['202X-02-29', 'unspecified', '2020-02-29', '2028-02-29'],
    ['XXXX', 'unspecified', null, null],
    ['2022-04-03/2022-04-11', 'interval', '2022-04-03', '2022-04-11'],
    ['2022-02/2022-04', 'interval', '2022-02-01', '2022-04-30'],
    ['../2022-09-15', 'interval', null, '2022-09-15'],
    ['2022-02-24/..', 'interval', '2022-02-24', null],
    ['2022-02-24/', 'interval', '2022-02-24', null],
    ['/2022', 'interval', null, '2022-12-31'],
    ['[2022-03-04,2022-04-03]', 'one-of', '2022-03-04', '2022-04-03'],
    ['[2022-03..2022-05,2023]', 'one-of', '2022-03-01', '2023-12-31'],
    ['[..2022-03]', 'one-of', null, '2022-03-31'],
    ['2022-09-14T10:30:00+03:00', 'instant', '2022-09-14', '2022-09-14'],
  ])('%s is a %s from %s to %s', (text, kind, earliest, latest) => {
    expect(parseEdtf(text)).toMatchObject({ text, kind, earliest, latest });
  });

  it('approximate and uncertain are kept as stated and do not move the days', () => {
    expect(parseEdtf('2022-03-10~')).toMatchObject({ approximate: true, uncertain: false });
    expect(parseEdtf('2022-03?')).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf('2022-03%')).toMatchObject({ approximate: true, uncertain: true });
    expect(parseEdtf('2022-03~/2022-05')).toMatchObject({ approximate: true, uncertain: false });
    expect(days('2022-03-10~')).toEqual(days('2022-03-10'));
  });

  it.each([
    ['', 'edtf.not_a_date'],
    ['yesterday', 'edtf.not_a_date'],
    ['2022-13', 'edtf.no_such_day'],
    ['2022-00', 'edtf.no_such_day'],
    ['2022-02-30', 'edtf.no_such_day'],
    ['2023-02-29', 'edtf.no_such_day'],
    ['2022-XX-32', 'edtf.no_such_day'],
    ['2022-05/2022-03', 'edtf.interval_backwards'],
    ['../..', 'edtf.not_a_date'],
    ['/', 'edtf.not_a_date'],
    ['2022/2023/2024', 'edtf.not_a_date'],
    ['[2022', 'edtf.not_a_date'],
    ['2022-06~-11', 'edtf.unsupported'],
    ['Y170000002', 'edtf.unsupported'],
    ['-0044', 'edtf.unsupported'],
    ['{2022,2023}', 'edtf.unsupported'],
    ['2022-25', 'edtf.unsupported'],
    ['2022-9-14', 'edtf.not_a_date'],
    ['2022-09-14\n', 'edtf.not_a_date'],
    ['２０２２', 'edtf.not_a_date'],
    ['9'.repeat(201), 'edtf.too_long'],
  ])('%j is refused with %s', (text, expected) => {
    expect(code(() => parseEdtf(text))).toBe(expected);
  });

  it('any text is either read or refused with a Problem, and what is read has its days in order', () => {
    const sign = fc.constantFrom('2', '0', '1', '9', '-', '/', 'X', '~', '?', '%', '.', '[', ']', ',', 'T', ':', 'я');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(sign).map((signs) => signs.join('')),
        ),
        (text) => {
          const outcome = code(() => {
            const { earliest, latest } = parseEdtf(text);
            if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
          });
          expect(outcome).toMatch(/^(accepted|edtf\.)/);
          expect(code(() => parseDateInput(text))).toMatch(/^(accepted|edtf\.)/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('dates in words', () => {
  it.each<[string, Language, string]>([
    ['2022-04~', 'en', 'about April 2022'],
    ['2022-04~', 'uk', 'приблизно квітень 2022 року'],
    ['2022-09-14', 'en', '14 September 2022'],
    ['2022-09-14', 'uk', '14 вересня 2022 року'],
    ['2022', 'uk', '2022 рік'],
    ['2022-21', 'uk', 'весна 2022 року'],
    ['2022-03?', 'en', 'perhaps March 2022'],
    ['2022-03%', 'uk', 'можливо, приблизно березень 2022 року'],
    ['197X', 'en', 'the 1970s'],
    ['197X', 'uk', '1970-ті роки'],
    ['197X/198X', 'uk', 'між 1970-ми роками та 1980-ми роками'],
    ['2022-09-XX', 'en', 'some day in September 2022'],
    ['2022-09-XX', 'uk', 'якийсь день вересня 2022 року'],
    ['2022-XX', 'uk', 'якийсь місяць 2022 року'],
    ['2022-04-03/2022-04-11', 'en', 'between 3 and 11 April 2022'],
    ['2022-04-03/2022-04-11', 'uk', 'між 3 та 11 квітня 2022 року'],
    ['2022-03-01/2022-09-10', 'en', 'between 1 March and 10 September 2022'],
    ['2022-03-01/2022-09-10', 'uk', 'між 1 березня та 10 вересня 2022 року'],
    ['2021-12-30/2022-01-02', 'en', 'between 30 December 2021 and 2 January 2022'],
    ['2022-03/2022-09', 'uk', 'між березнем 2022 року та вереснем 2022 року'],
    ['2020/2022~', 'uk', 'між 2020 роком та приблизно 2022 роком'],
    ['../2022-09-15', 'en', 'not after 15 September 2022'],
    ['../2022-09', 'uk', 'не пізніше вересня 2022 року'],
    ['2022-02-24/..', 'uk', 'з 24 лютого 2022 року, без кінця'],
    ['2022-02-24/', 'en', 'from 24 February 2022, end not known'],
    ['/2022', 'uk', 'до 2022 року, початок невідомий'],
    ['[2022-03-04,2022-04-03]', 'en', '4 March 2022 or 3 April 2022'],
    ['[2022-03-04,2022-04-03]', 'uk', '4 березня 2022 року або 3 квітня 2022 року'],
    ['2022-09-14T10:30+03:00', 'en', '14 September 2022, 10:30 (UTC+03:00)'],
    ['2022-1X', 'en', 'a date known in part (2022-1X)'],
    ['19XX', 'en', 'some year from 1900 to 1999'],
    ['2022-24', 'en', 'winter 2022'],
  ])('%s in %s reads “%s”', (text, language, words) => {
    expect(describeEdtf(parseEdtf(text), language)).toBe(words);
  });
});

describe('dates as people type them', () => {
  it.each([
    ['14.09.2022', '2022-09-14'],
    ['14.9.2022 р.', '2022-09-14'],
    ['14/09/2022', '2022-09-14'],
    ['09/14/2022', '2022-09-14'],
    ['3/4/2022', '[2022-03-04,2022-04-03]'],
    ['5/5/2022', '2022-05-05'],
    ['3.4.2022', '2022-04-03'],
    ['2022-09', '2022-09'],
    ['2022-9-4', '2022-09-04'],
    ['2022.09.14', '2022-09-14'],
    ['09.2022', '2022-09'],
    ['вересень 2022', '2022-09'],
    ['14 вересня 2022 року', '2022-09-14'],
    ['14 сентября 2022 г.', '2022-09-14'],
    ['Sept 2022', '2022-09'],
    ['September 14, 2022', '2022-09-14'],
    ['14th of Sept. 2022', '2022-09-14'],
    ['травень 2022', '2022-05'],
    ['8 мая 2022', '2022-05-08'],
    ['лютого 2022', '2022-02'],
    ['листопад 2021', '2021-11'],
    ['липня 2021', '2021-07'],
    ['~2022', '2022~'],
    ['about March 2022', '2022-03~'],
    ['приблизно квітень 2022 року', '2022-04~'],
    ['2022?', '2022?'],
    ['можливо, березень 2022', '2022-03?'],
    ['maybe about March 2022', '2022-03%'],
    ['~3/4/2022', '[2022-03-04~,2022-04-03~]'],
    ['навесні 2022', '2022-21'],
    ['summer of 2022', '2022-22'],
    ['зима 2022', '2022-24'],
    ['1970s', '197X'],
    ['1970-ті роки', '197X'],
    ['до 15.09.2022', '../2022-09-15'],
    ['before 15 September 2022', '../2022-09-15'],
    ['since 24 February 2022', '2022-02-24/..'],
    ['після 24.02.2022', '2022-02-24/..'],
    ['between 3 and 11 April 2022', '2022-04-03/2022-04-11'],
    ['між 1 березня та 10 вересня 2022 року', '2022-03-01/2022-09-10'],
    ['з 01.03 до 10.09.2022', '2022-03-01/2022-09-10'],
    ['1.03.2022 – 10.09.2022', '2022-03-01/2022-09-10'],
    ['2020–2022', '2020/2022'],
    ['4 березня 2022 або 3 квітня 2022', '[2022-03-04,2022-04-03]'],
    ['2022-03~/..', '2022-03~/..'],
    ['../2022-03', '../2022-03'],
  ])('“%s” is %s', (typed, edtf) => {
    expect(parseDateInput(typed).text).toBe(edtf);
  });

  it('a declared order decides what slashes mean', () => {
    expect(parseDateInput('3/4/2022', { dateOrder: 'day-first' }).text).toBe('2022-04-03');
    expect(parseDateInput('3/4/2022', { dateOrder: 'month-first' }).text).toBe('2022-03-04');
    expect(code(() => parseDateInput('14/9/2022', { dateOrder: 'month-first' }))).toBe('edtf.no_such_day');
  });

  it.each([
    ['14.09.22', 'edtf.two_digit_year'],
    ['31.02.2022', 'edtf.no_such_day'],
    ['22.2022', 'edtf.no_such_day'],
    ['14.21.2022', 'edtf.no_such_day'],
    ['вересень', 'edtf.not_a_date'],
    ['between March and May', 'edtf.not_a_date'],
    ['2022-05 – 2022-03', 'edtf.interval_backwards'],
    ['3/4/2022 – 5/4/2022', 'edtf.not_a_date'],
    ['44805', 'edtf.not_a_date'],
  ])('“%s” is refused with %s', (typed, expected) => {
    expect(code(() => parseDateInput(typed))).toBe(expected);
  });

  it('the words of a plain date lead back to it, in both languages', () => {
    const year = fc.integer({ min: 1900, max: 2099 }).map(String);
    const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'));
    const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, '0'));
    const date = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map((parts) => parts.join('-')),
      fc.tuple(year, fc.constantFrom('21', '22', '23', '24')).map((parts) => parts.join('-')),
    );
    fc.assert(
      fc.property(
        date,
        fc.constantFrom('', '~', '?', '%'),
        fc.constantFrom<Language>('en', 'uk'),
        (text, sign, language) => {
          expect(parseDateInput(describeEdtf(parseEdtf(text + sign), language)).text).toBe(text + sign);
        },
      ),
    );
  });
});

describe('comparing dates', () => {
  it('what can begin earlier comes first', () => {
    const order = ['2022-09-14', '2022', '../2021', '2022-01', '[2022-03-04,2022-04-03]', '2022-01-01'].map((text) =>
      parseEdtf(text),
    );
    expect(order.sort(compareEdtf).map(({ text }) => text)).toEqual([
      '../2021',
      '2022-01-01',
      '2022-01',
      '2022',
      '[2022-03-04,2022-04-03]',
      '2022-09-14',
    ]);
  });

  it.each([
    ['2022-03', '2022-03-31', 'yes'],
    ['2022-03', '2022-04-01', 'no'],
    ['2022-03~', '2022-04-01', 'perhaps'],
    ['2022-03', '2022-04?', 'perhaps'],
    ['2022-02-24/..', '2030', 'yes'],
    ['../2022-02', '2022-03', 'no'],
    ['[2022-03-04,2022-05-03]', '2022-04', 'no'],
    ['[2022-03-04,2022-05-03]', '2022-05', 'yes'],
    ['2022-24', '2022-07', 'no'],
    ['2022-24', '2021-12-20', 'yes'],
    ['2022-24', '2023-02', 'yes'],
    ['2022-XX-15', '2022-03-10', 'no'],
    ['2022-XX-15', '2022-03', 'yes'],
    ['XXXX-05-12', '1980-05-12', 'yes'],
    ['XXXX-05-12', '1980-06-12', 'no'],
  ])('%s and %s: %s, in either order', (a, b, answer) => {
    expect(edtfOverlaps(parseEdtf(a), parseEdtf(b))).toBe(answer);
    expect(edtfOverlaps(parseEdtf(b), parseEdtf(a))).toBe(answer);
  });

  it.each([
    ['2000', '2000-02-07', 'within'],
    ['2000-02', '2000-02-07', 'within'],
    ['199X', '1994', 'within'],
    ['2022-21', '2022-04', 'within'],
    ['2022-21', '2022-04/2022-06', 'overlap'],
    ['1999/2001', '2000-02-07', 'within'],
    ['1999/2001', '2001/2003', 'overlap'],
    ['../2001', '2000-02', 'within'],
    ['2000/..', '1999/2001', 'overlap'],
    ['[2022-03-04,2022-05-03]', '2022-03-04', 'within'],
    ['[2022-03-04,2022-05-03]', '2022', 'within'],
    ['[2022-03-04,2022-05-03]', '2022-05', 'overlap'],
    ['2022-24', '2022-01', 'within'],
    ['XXXX-05-12', '1980-05-12', 'within'],
    ['1950~', '1950', 'within'],
    ['1950~', '1951', 'perhaps'],
    ['2000', '2001', 'no'],
    ['2000-02-07', '2000-02-08', 'no'],
    ['2022-24', '2022-07', 'no'],
    ['2022-04-01T10:00', '2022-04-01T15:00', 'no'],
    ['2022-04-01T10:00Z', '2022-04-01T13:00+03:00', 'same'],
    ['2022-04-01T10:00', '2022-04-01', 'within'],
    ['2000', '2000', 'same'],
  ])('%s beside %s: %s, in either order', (a, b, answer) => {
    expect(edtfAgreement(parseEdtf(a), parseEdtf(b))).toBe(answer);
    expect(edtfAgreement(parseEdtf(b), parseEdtf(a))).toBe(answer);
  });

  it.each([
    ['1980-05-10', '2022-05-09', 41, 41],
    ['1980-05-10', '2022-05-10', 42, 42],
    ['1980', '2022', 41, 42],
    ['197X', '2022-03', 42, 52],
    ['../1980', '2022', 41, null],
    ['2022', '2022', 0, 0],
    ['2000-02-29', '2001-02-28', 0, 0],
  ])('born %s, at %s: %s to %s years', (birth, at, minYears, maxYears) => {
    expect(edtfAgeRange(parseEdtf(birth), parseEdtf(at))).toEqual({ minYears, maxYears });
  });

  it('what need not be a date is read as one or as none', () => {
    expect([readEdtf('2000-02')?.latest, readEdtf('2000-02-30'), readEdtf('soon')]).toEqual(['2000-02-29', null, null]);
  });

  it('an age before birth is refused', () => {
    expect(code(() => edtfAgeRange(parseEdtf('2023'), parseEdtf('2022-03')))).toBe('edtf.age_backwards');
  });
});
