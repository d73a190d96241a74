import { expect, test } from 'vitest';
import { compareNumbers, numbersWeight, plainNumber, type NumberedThing } from './numbers.ts';
import { defaultSettings } from './parameters.ts';

const settings = defaultSettings();
const implant = (number: string): NumberedThing => ({ kind: 'implant', number: plainNumber(number) });
const passport = (number: string): NumberedThing => ({ kind: 'passport', number: plainNumber(number) });

test('the worked example: one serial number on an implant, one character misread, and another number', () => {
  const reported = [implant('АС 20-4417')];
  expect(numbersWeight(reported, [implant('AC204417')], settings)).toBeCloseTo(Math.log10(0.97 * 0.9e6 + 0.03), 6);
  expect(numbersWeight(reported, [implant('AC204411')], settings)).toBeCloseTo(Math.log10((0.97 * 0.08) / 280e-6 + 0.03), 6);
  expect(numbersWeight(reported, [implant('ZX998100')], settings)).toBeCloseTo(Math.log10(0.97 * 0.12 + 0.03), 6);
});

test('Cyrillic letters that look Latin, spaces and hyphens make no other number', () => {
  expect(plainNumber('МЕ 123-456')).toBe('ME123456');
  expect(compareNumbers([passport('МЕ 123456')], [passport('me123456')])).toEqual([{ kind: 'passport', relation: 'same', length: 8 }]);
});

test('numbers of different kinds are not held against each other, and two of one wallet count once', () => {
  expect(numbersWeight([implant('A1234')], [passport('B9999')], settings)).toBe(0);
  const one = numbersWeight([passport('ME123456')], [passport('ME123456')], settings);
  const both = numbersWeight([passport('ME123456'), { kind: 'tax_number', number: '3012345678' }], [passport('ME123456'), { kind: 'tax_number', number: '3012345678' }], settings);
  expect(both).toBeCloseTo(one, 12);
});

test('a slip is one character wrong, left out, put in or swapped with its neighbour', () => {
  const relation = (a: string, b: string): string | undefined => compareNumbers([implant(a)], [implant(b)])[0]?.relation;
  expect(['12345', '1235', '123345', '12435', '12845', '12543'].map((number) => relation('12345', number))).toEqual(['same', 'one_off', 'one_off', 'one_off', 'one_off', 'different']);
});

test('a telephone with and without the country, and O or I engraved for 0 or 1, are one number; a short number weighs less', () => {
  expect(compareNumbers([passport('+380671234567')], [passport('067 123 45 67')])).toMatchObject([{ relation: 'same' }]);
  expect(compareNumbers([implant('AO-11907')], [implant('A0-I19O7')])).toMatchObject([{ relation: 'same' }]);
  expect(compareNumbers([passport('+380671234567')], [passport('067 999 45 67')])).toMatchObject([{ relation: 'different' }]);
  expect(numbersWeight([implant('4417')], [implant('4417')], settings)).toBeLessThan(3);
});
