import { defaultNameModel, NameList, prepareName } from '@imena/names';
import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { candidateSpace, isTouched, namesAt, saidIn, searchSpace } from './candidate-space.ts';
import { AskedPlaces } from './asked-places.ts';
import { SearchKernel } from './search-kernel.ts';
import { touchNeeded, touchPlaces } from './touch-places.ts';
import { askedWords, UnmetRoles, type AskedWord } from './unmet-roles.ts';
import { placesByKey } from './place-lists.ts';
import { WhoCodes } from './who-codes.ts';
import { WordIndex } from './word-index.ts';

const random = makeRandom('places touched by words');
const surnames = shuffledSurnames(random).slice(0, 30);
const persons = Array.from({ length: 300 }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
const names = persons.map((person) => prepareName(fullName(person.uk)));

test('every place that shares words is touched once and says the most of each word, as a look at all names one by one says', () => {
  const index = new WordIndex(new NameList(names), defaultNameModel());
  const space = candidateSpace(names.length);
  let met = 0;
  for (const [nth, person] of persons.slice(0, 60).entries()) {
    const asked = prepareName(noisyName(random, person, random.pick(['russian', 'latin'] as const)).full);
    touchPlaces(asked, index, space);
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
      expect(isTouched(space, place), `${nth} ${place}`).toBe(sum !== null);
      if (sum === null) return;
      expect(namesAt(space, place)).toBe(sum);
      met++;
    });
  }
  expect(met).toBeGreaterThan(1000);
});

test('places of which little else is said are touched only where words can say what they lack; those of words asked for often, which are gathered, are the same', () => {
  const index = new WordIndex(new NameList(names), defaultNameModel());
  const every = (codes: number): Int32Array => Int32Array.from(names, (_, at) => at % codes);
  const who = new WhoCodes(Int16Array.from(every(11)), index.sureRoles);
  const buckets = { bucketOf: every(7), who, marksOf: every(5), clothingOf: every(3) };
  const [days, dayWeight] = [30, 1.5];
  const { starts, places } = index.wordPlaces;
  const kernel = new SearchKernel({
    reports: names.length, words: starts.length - 1, lists: starts.length - 1 + days, entries: places.length + names.length, gathered: 2 * places.length, buckets: 7, places: 1, weeks: 1, groups: 1, whos: who.count, birthBits: who.birthBits,
    groupWhos: 1, looks: 1, marks: 5, clothing: 3, kinds: 1, leadBytes: 2,
  });
  const { columns } = kernel;
  const [all, space] = [candidateSpace(names.length), searchSpace(kernel)];
  const asked = new AskedPlaces({ words: index.wordPlaces, days: placesByKey(every(days), days) }, buckets, kernel);
  const weights = (count: number, from: number, step: number): Float32Array => Float32Array.from({ length: count }, (_, code) => from + step * code);
  const byBirth = weights(11, 1, -0.5);
  const besides = { byBucket: weights(7, 0, -0.25), byMarks: weights(5, 0.5, -0.125), byClothing: weights(3, 0, 0.25) };
  columns.byBucket.set(besides.byBucket);
  columns.marks.set(besides.byMarks);
  columns.clothing.set(besides.byClothing);
  columns.isTold.fill(1 << 5);
  const [least, said] = [1, (place: number): number => (besides.byBucket[place % 7] ?? 0) + (byBirth[place % 11] ?? 0) + (besides.byMarks[place % 5] ?? 0) + (besides.byClothing[place % 3] ?? 0)];
  const against = (words: readonly AskedWord[], place: number): number => words.reduce((sum, { role, similar }) => {
    const isUnmet = role !== null && ((index.sureRoles[place] ?? 0) & (1 << role)) !== 0 && !index.names.tokensAt(place).some((token) => similar.words.includes(token));
    return isUnmet ? sum + (index.disagreement[role] ?? 0) : sum;
  }, 0);
  let [touched, leftOut, onDay] = [0, 0, 0];
  for (const [from, person] of persons.slice(0, 40).entries()) {
    const name = prepareName(fullName(person.uk));
    const words = askedWords(name.words, index);
    const day = from % days;
    const ofDay = (place: number): number => (day > 0 && place % days === day ? dayWeight : 0);
    touchPlaces(name, index, all);
    const runs = Array.from({ length: 10 }, () => {
      columns.byWho.forEach((_, code, byWho) => { byWho[code] = byBirth[who.birthOf(code)] ?? 0; });
      touchNeeded(words, { asked, least, space, from, unmet: new UnmetRoles(index, who, kernel), day, dayWeight });
      return [...space.touched.subarray(0, space.count)].map((place, t) => ({ place, met: namesAt(space, place), bucket: columns.touchedBuckets[t], who: columns.touchedWhos[t], besides: columns.besides[t] ?? 0 })).sort((a, b) => a.place - b.place);
    });
    expect(runs[9]).toEqual(runs[0]);
    const found = new Map(runs[0]?.map((one) => [one.place, one]));
    names.forEach((_, place) => {
      const one = found.get(place);
      if (one !== undefined) {
        expect(one).toMatchObject({ bucket: place % 7, who: who.of(place % 11, index.sureRoles[place] ?? 0) });
        expect(one.besides).toBeCloseTo(said(place), 12);
        expect(one.met).toBeGreaterThanOrEqual(ofDay(place));
        touched++;
        if (ofDay(place) > 0) onDay++;
      } else if (place >= from && (isTouched(all, place) || ofDay(place) > 0)) {
        expect(place % 32).not.toBe(5);
        expect(namesAt(all, place) + ofDay(place) + against(words, place) + said(place)).toBeLessThan(least);
        leftOut++;
      }
      if (place < from) expect(one).toBeUndefined();
    });
  }
  expect(touched).toBeGreaterThan(500);
  expect(leftOut).toBeGreaterThan(100);
  expect(onDay).toBeGreaterThan(50);
});
