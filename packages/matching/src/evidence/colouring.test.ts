import { expect, test } from 'vitest';
import { eyeColourOf, hairColourOf } from './colour-words.ts';
import { colouringWeights, countColouring, eyeColours, hairColours } from './colouring.ts';
import { defaultSettings } from './parameters.ts';

const settings = defaultSettings();
const shares = countColouring([]);
const none = { hair: null, eyes: null };

test('the worked example: brown and fair hair', () => {
  const of = (reported: (typeof hairColours)[number], found: (typeof hairColours)[number]): number => colouringWeights({ ...none, hair: reported }, { ...none, hair: found }, shares, settings).hair;
  expect(of('brown', 'brown')).toBeCloseTo(0.24, 2);
  expect(of('red', 'red')).toBeGreaterThan(1);
  expect(of('black', 'fair')).toBeLessThan(-0.5);
  expect(Number.isFinite(of('black', 'white'))).toBe(true);
});

test('fair hair and blue eyes go together: both agreeing say less than their product', () => {
  const both = colouringWeights({ hair: 'fair', eyes: 'blue' }, { hair: 'fair', eyes: 'blue' }, shares, settings);
  const eyesAlone = colouringWeights({ hair: null, eyes: 'blue' }, { hair: null, eyes: 'blue' }, shares, settings).eyes;
  expect(both.eyes).toBeGreaterThan(0);
  expect(both.eyes).toBeLessThan(eyesAlone);
});

test('what one side does not say weighs nothing', () => {
  expect(colouringWeights({ hair: 'red', eyes: null }, { hair: null, eyes: 'blue' }, shares, settings)).toEqual({ hair: 0, eyes: 0 });
});

test('weights average to one over strangers, each found colour by the chance with which it is found', () => {
  // Σ P(found) LR = 1 for any report; hair of the old is left out, which is held more common than it is.
  const ofAge = ['grey', 'white', 'bald'] as const;
  const found = hairColours.filter((hair) => !ofAge.some((one) => one === hair));
  const weights = found.map((hair) => 10 ** colouringWeights({ ...none, hair: 'fair' }, { ...none, hair }, shares, settings).hair);
  const chances = found.map((hair) => foundChance(hair));
  const mean = weights.reduce((sum, weight, i) => sum + weight * (chances[i] ?? 0), 0);
  expect(mean + ofAge.reduce((sum, hair) => sum + partOf(hair), 0)).toBeCloseTo(1, 9);

  function foundChance(seen: (typeof hairColours)[number]): number {
    return hairColours.reduce((sum, truth, t) => sum + (shares.hair[t] ?? 0) * confusion(truth, seen), 0);
  }
  /** What a colour would add if it were not held more common: P(colour | fair reported). */
  function partOf(hair: (typeof hairColours)[number]): number {
    const said = hairColours.map((truth, t) => (shares.hair[t] ?? 0) * confusion(truth, 'fair'));
    return hairColours.reduce((sum, truth, t) => sum + (said[t] ?? 0) * confusion(truth, hair), 0) / said.reduce((sum, value) => sum + value, 0);
  }
  function confusion(truth: (typeof hairColours)[number], seen: (typeof hairColours)[number]): number {
    const own = shares.table.hairConfusions.filter(([from]) => from === truth);
    const right = 1 - settings.hairError - own.reduce((sum, [, , share]) => sum + share, 0);
    return (truth === seen ? right : 0) + (own.find(([, to]) => to === seen)?.[2] ?? 0) + settings.hairError / hairColours.length;
  }
});

test('colours are read from the words of three languages', () => {
  expect(['русяве', 'темно-русяве волосся', 'седой', 'Black', 'каштанове', 'рыжие', 'кучеряве'].map(hairColourOf)).toEqual(['fair', 'brown', 'grey', 'black', 'brown', 'red', null]);
  expect(['карі', 'сіро-блакитні', 'голубые', 'green', 'великі'].map(eyeColourOf)).toEqual(['brown', 'blue', 'blue', 'green', null]);
  for (const colour of eyeColours) expect(eyeColourOf(colour)).toBe(colour);
});
