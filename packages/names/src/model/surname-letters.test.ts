import { fullName, inventPerson, makeRandom, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { prepareName } from '../prepare/prepare-name.ts';
import { learnSurnameLetters } from './surname-letters.ts';

/** Witten and Bell as it is written down: each context a text, `^` before the first letter, `$` after the last. */
function plainLog10(learned: readonly string[], asked: string): number {
  const counts = new Map<string, Map<string, number>>();
  const contextsOf = (word: string, at: number): string[] => Array.from({ length: Math.min(at, 5) + 1 }, (_, before) => (before === at && before < 5 ? '^' : '') + word.slice(at - before, at));
  for (const name of learned) for (let at = 0; at <= name.length; at++) for (const context of contextsOf(`${name}$`, at)) {
    const next = counts.get(context) ?? new Map<string, number>();
    counts.set(context, next.set(`${name}$`.charAt(at), (next.get(`${name}$`.charAt(at)) ?? 0) + 1));
  }
  let sum = 0;
  for (let at = 0; at <= asked.length; at++) {
    let chance = 1 / 30;
    for (const context of contextsOf(`${asked}$`, at)) {
      const next = counts.get(context);
      if (next === undefined) break;
      const total = [...next.values()].reduce((all, count) => all + count, 0);
      chance = ((next.get(`${asked}$`.charAt(at)) ?? 0) + next.size * chance) / (total + next.size);
    }
    sum += Math.log10(chance);
  }
  return sum;
}

test('surnames are as probable by their letters as the formula says, to the last digit', () => {
  const random = makeRandom('letters of surnames');
  const persons = shuffledSurnames(random).slice(0, 300).map((surname) => inventPerson(random, { sex: 'male', surname, birthYear: 1960, taken: [] }));
  const keys = persons.map((person) => prepareName(fullName(person.uk)).words[0]?.key ?? '');
  const letters = learnSurnameLetters(keys.slice(0, 200));
  for (const key of [...keys, 'a', '', 'zzzzzzzz', 'koval']) expect(letters.log10(key), key).toBe(plainLog10(keys.slice(0, 200), key));
});
