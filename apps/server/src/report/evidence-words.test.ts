import { expect, it } from 'vitest';
import { evidenceWords } from './evidence-words.ts';

it('a certificate states found and reported values with their unit, in its language', () => {
  expect(evidenceWords('sex', 'female', 'uk')).toBe('жіноча');
  expect(evidenceWords('amelogenin', 'XY', 'uk')).toBe('XY');
  expect(evidenceWords('age', { low: 52, high: 82 }, 'en')).toBe('52–82 years');
  expect(evidenceWords('age', { low: 59, high: 59 }, 'uk')).toBe('59 р.');
  expect(evidenceWords('stature', { low: 1598, high: 1728 }, 'uk')).toBe('1598–1728 мм');
  expect(evidenceWords('marker_name', 'Вигаданенко С.', 'en')).toBe('Вигаданенко С.');
  expect(evidenceWords('stature', null, 'en')).toBe('—');
});
