import { expect, test } from 'vitest';
import { makeRandom } from '@imena/synth';
import { learnSettings } from '../learn/learn-settings.ts';
import { birthYears, intervalFit } from './age.ts';
import { defaultSettings } from './parameters.ts';

const population = { reportYear: 2022, population: new Float64Array(birthYears).fill(1 / birthYears) };

/** Invented people of 20 to 90, all estimated with ± 8 years: so many years too young for each ten beyond fifty, off by a normal error of so many. */
function estimates(shortfall: number, sd: number): { readonly year: number; readonly low: number; readonly high: number }[] {
  const random = makeRandom(`ages ${shortfall} ${sd}`);
  return Array.from({ length: 400 }, () => {
    const age = random.int(20, 90);
    const middle = age - (shortfall * Math.max(0, age - 50)) / 10 + random.normal(0, sd);
    return { year: 2022 - age, low: Math.round(middle) - 8, high: Math.round(middle) + 8 };
  });
}

function learned(shortfall: number, sd: number): { readonly old: number; readonly spread: number } {
  const people = estimates(shortfall, sd);
  const weigh = (settings: ReturnType<typeof defaultSettings>, { remains }: { readonly remains: number }): number => {
    const one = people[remains];
    return one === undefined ? 0 : (intervalFit({ estimate: one, deathYear: 2022 }, { year: one.year, age: null }, population, settings) ?? 0);
  };
  const { settings } = learnSettings(defaultSettings(), people.map((_, remains) => ({ remains, report: remains, probability: 1 })), [
    { parameter: 'ageOldShortfallYears', scale: 'amount', weigh }, { parameter: 'ageIntervalSpread', scale: 'amount', weigh },
  ]);
  return { old: settings.ageOldShortfallYears, spread: settings.ageIntervalSpread };
}

test('estimates that are right and as wide as stated teach nothing else', () => {
  const { old, spread } = learned(0.5, 5);
  expect(old).toBeGreaterThan(0.2);
  expect(old).toBeLessThan(0.9);
  expect(spread).toBeGreaterThan(0.7);
  expect(spread).toBeLessThan(1.4);
});

test('that the old are estimated too young is learned, and not taken for wide errors', () => {
  const { old, spread } = learned(2.5, 5);
  expect(old).toBeGreaterThan(1.5);
  expect(spread).toBeLessThan(1.7);
});

test('intervals narrower than their errors are learned as wider, intervals too wide as narrower', () => {
  expect(learned(0.5, 10).spread).toBeGreaterThan(1.5);
  expect(learned(0.5, 2.5).spread).toBeLessThan(0.75);
});

test('a birth that nobody states, and a body without estimate, say nothing', () => {
  expect(intervalFit({ estimate: null, deathYear: 2022 }, { year: 1960, age: null }, population, defaultSettings())).toBeNull();
  expect(intervalFit({ estimate: { low: 30, high: 40 }, deathYear: 2022 }, { year: null, age: null }, population, defaultSettings())).toBeNull();
});
