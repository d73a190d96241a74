import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, describeNameReason, prepareName } from '../index.ts';

const kinds = (a: string, b: string): string[] => compareNames(a, b).reasons.map(({ kind }) => kind);

describe('two writings of one name weigh for one person', () => {
  it.each([
    ['another order', 'Олена Зеленко', 'Зеленко Олена'],
    ['another script', 'Serhii Zelenko', 'Сергій Зеленко'],
    ['another language', 'Попов Николай Владимирович', 'Попов Микола Володимирович'],
    ['a German hand', 'Schewtschenko Wladimir', 'Шевченко Володимир'],
    ['a French hand', 'Chevtchenko Youri', 'Шевченко Юрій'],
    ['a Polish hand', 'Szewczenko Jurij', 'Шевченко Юрій'],
    ['a scholarly hand', 'Suxenko Oleksij', 'Сухенко Олексій'],
    ['в of one language where the other has л', 'Вовчар Іван', 'Волчар Иван'],
    ['initials', 'Степяк З. П. 78 р.', 'Степяк Зінаїда Петрівна'],
    ['a short form', 'Гайденко Саша', 'Гайденко Олександр Вікторович'],
    ['a misread letter', 'Остапдр Тетяна 1947 р.н.', 'Остапар Тетяна Сергіївна'],
    ['an illegible part', '261 Кузнє..ова Н. 1998-2022', 'Кузнєцова Надія Вікторівна'],
    ['digits for letters', 'Ле6идук Олекс1й', 'Лебідук Олексій'],
    ['Latin look-alikes', 'Пасичeнко Oксaна', 'Пасиченко Оксана'],
    ['words written together', 'ЗеленкоОлена', 'Зеленко Олена'],
    ['words torn apart', 'Зел енко Олена', 'Зеленко Олена'],
    ['words run together in small letters', 'зеленкоолена', 'Зеленко Олена'],
    ['a choice of letters', 'Зел(е/о)нко Олена', 'Зелонко Олена'],
    ['every code point of the apostrophe', 'Мар’яненко Вʼячеслав', 'Мар`яненко В\'ячеслав'],
    ['a lost letter in a given name', 'Зеленко Дитро', 'Зеленко Дмитрий'],
  ])('%s: “%s” and “%s”', (_, a, b) => {
    expect(compareNames(a, b).log10Lr).toBeGreaterThan(3);
    expect(compareNames(a, b).score).toBeGreaterThan(0.7);
    expect(compareNames(a, b)).toMatchObject({ log10Lr: compareNames(b, a).log10Lr, score: compareNames(b, a).score });
  });

  it.each([
    ['Петро Іваненко', 'Олена Коваль'],
    ['Кравченко Олег Іванович', 'Мельник Степан Петрович'],
  ])('different names weigh against: “%s” and “%s”', (a, b) => {
    expect(compareNames(a, b).log10Lr).toBeLessThan(-1);
    expect(compareNames(a, b).score).toBeLessThan(0.3);
  });

  it('one family is not one person: another given name takes weight away from an equal surname', () => {
    expect(compareNames('Яворська Олена', 'Яворська Ірина').log10Lr).toBeLessThan(compareNames('Яворська', 'Яворська Ірина').log10Lr - 1);
  });

  it('two initials alone may be surname and given name: they do not weigh against', () => {
    expect(compareNames('К. О.', 'Коваль Олена').log10Lr).toBeGreaterThan(0);
    expect(compareNames('К. О.', 'Мельник Степан').log10Lr).toBeLessThan(-1);
  });

  it('a small word that agrees weighs little', () => {
    const [bin] = compareNames('bin', 'bin').reasons;
    expect(bin?.log10Lr).toBeLessThan(0.8);
  });

  it('a rare surname that agrees weighs more than a common one', () => {
    expect(compareNames('Вигаденчук', 'Вигаденчук').log10Lr).toBeGreaterThan(compareNames('Шевченко', 'Шевченко').log10Lr + 1);
  });
});

it('the example of the method page: Попон and Попов weigh 2.42, one letter misread', () => {
  const { log10Lr, reasons } = compareNames('Попон', 'Попов');
  expect(log10Lr).toBeCloseTo(2.42, 2);
  expect(reasons.map(({ log10Lr: weight }) => weight)).toEqual([expect.closeTo(2.43, 2)]);
  expect(reasons.map((reason) => describeNameReason(reason, 'en'))).toEqual(['Попон = Попов (surname: one letter differs: н/в, reading of print)']);
});

describe('reasons', () => {
  it('each word is given a reason, also the one that only one name has', () => {
    expect(kinds('Зеленко С.', 'Сергій Зеленко Іванович').sort()).toEqual(['initial', 'only-in-one', 'same']);
  });

  it('are put into words in English and Ukrainian', () => {
    const [surname, given] = compareNames('Попов Микола', 'Попон Nikolai').reasons.toSorted((x, y) => y.log10Lr - x.log10Lr);
    expect(given === undefined ? '' : describeNameReason(given, 'en')).toBe('Микола = Nikolai (given name: variant of the name)');
    expect(surname?.kind).toBe('similar');
    expect(given === undefined ? '' : describeNameReason(given, 'uk')).toBe('Микола = Nikolai (ім’я: відповідник імені)');
  });
});

describe('the weight', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('Олена', 'Зеленко', 'Serhii', 'П.', 'Іванівна', '…', 'Коваль?', '1950', 'р.н.', "Соф'я"), { maxLength: 6 }).map((words) => words.join(' ')));

  it('of a text with gaps and signs that no name has is a number', () => {
    for (const sign of '!#%&,-:;<=>@`~^$\\.*+?()[]{}|/\'"') expect(Number.isFinite(compareNames('Олена', `ὠ${sign}_`).log10Lr)).toBe(true);
  });

  it('is finite, the same both ways, and the score lies between 0 and 1, whatever the texts', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const there = compareNames(a, b);
        const back = compareNames(b, a);
        expect(Number.isFinite(there.log10Lr)).toBe(true);
        expect(there.log10Lr).toBe(back.log10Lr);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('of a text without words is nothing', () => {
    expect(compareNames('', 'Олена')).toEqual({ log10Lr: 0, score: 0, reasons: [] });
    expect(compareNames('1950 р.н.', 'Олена').log10Lr).toBe(0);
  });

  it('of very long texts is found quickly', () => {
    expect(prepareName('аб '.repeat(20_000)).words.length).toBeLessThanOrEqual(12);
  });
});
