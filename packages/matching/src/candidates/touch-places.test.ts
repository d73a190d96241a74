import { defaultNameModel, NameList, prepareName } from '@imena/names';
import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { candidateSpace, isTouched, namesAt, saidIn } from './candidate-space.ts';
import { touchPlaces } from './touch-places.ts';
import { WordIndex } from './word-index.ts';

const random = makeRandom('places touched by words');
const surnames = shuffledSurnames(random).slice(0, 30);
const persons = Array.from({ length: 300 }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
const names = persons.map((person) => prepareName(fullName(person.uk)));

test('every place that shares words is touched once and says the most of each word, as a look at all names one by one says', () => {
  const index = new WordIndex(new NameList(names), defaultNameModel());
  const space = candidateSpace(names.length);
  let met = 0;
  for (const [from, person] of persons.slice(0, 60).entries()) {
    const asked = prepareName(noisyName(random, person, random.pick(['russian', 'latin'] as const)).full);
    touchPlaces(asked, index, { space, from });
    const touched = [...space.touched.subarray(0, space.count)];
    expect(new Set(touched).size).toBe(touched.length);
    names.forEach((_, place) => {
      const held = [...index.names.tokensAt(place)];
      let sum: number | null = null;
      for (const word of asked.words) {
        const { words, met } = index.similar(word);
        const most = words.reduce((high, number, at) => (held.includes(number) ? Math.max(high, saidIn(met[at] ?? 0)) : high), 0);
        if (most > 0) sum = (sum ?? 0) + most;
      }
      expect(isTouched(space, place), `${from} ${place}`).toBe(sum !== null && place >= from);
      if (sum === null || place < from) return;
      expect(namesAt(space, place)).toBe(sum);
      met++;
    });
  }
  expect(met).toBeGreaterThan(1000);
});
