import { learnableParameters } from '@imena/matching';
import { expect, test } from 'vitest';
import { weights } from '../apps/web/src/i18n/en/weights.ts';

test('whatever can be learned from an installation’s lists has words on the page of weights', () => {
  expect(learnableParameters.filter((parameter) => !(parameter in weights.names))).toEqual([]);
});
