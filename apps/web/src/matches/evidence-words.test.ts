import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { uk } from '../i18n/uk/index.ts';
import { evidenceValue } from './evidence-words.ts';

beforeAll(() => i18next.init({ resources: { en, uk }, lng: 'uk', defaultNS: 'common', ns: Object.keys(uk), interpolation: { escapeValue: false } }));

it.each([
  [{ low: 64, high: 64 }, '64 роки', '64 years'], [{ low: 51, high: 81 }, '51–81 рік', '51–81 years'], [{ low: 25, high: 40 }, '25–40 років', '25–40 years'], [{ low: 1, high: 1 }, '1 рік', '1 year'],
])('an age of %j is said with the right form of the word: %s, %s', (age, ukrainian, english) => {
  expect(evidenceValue('age', age, { t: i18next.getFixedT('uk', 'matches'), language: 'uk' })).toBe(ukrainian);
  expect(evidenceValue('age', age, { t: i18next.getFixedT('en', 'matches'), language: 'en' })).toBe(english);
});

it('a stature is said in centimetres with its unit once', () => {
  expect(evidenceValue('stature', { low: 1610, high: 1670 }, { t: i18next.getFixedT('uk', 'matches'), language: 'uk' })).toBe('161–167 см');
});
