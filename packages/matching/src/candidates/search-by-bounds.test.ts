import { expect, test } from 'vitest';
import { wordLog10Lr } from '@imena/names';
import { makeMatchingSet } from '@imena/synth';
import { birthdayWeight } from '../evidence/birthday.ts';
import { openMatching } from '../match/open-matching.ts';
import { weighPairs } from '../match/weigh-pairs.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { namesAt, saidIn } from './candidate-space.ts';
import { floorOf, wordSlack } from './search-by-bounds.ts';
import { touchNeeded } from './touch-places.ts';
import { askedWords, UnmetRoles } from './unmet-roles.ts';

const set = makeMatchingSet({ seed: 'bounds', reports: 1000, remains: 100, evidence: 'all' });
const missing = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 }));
const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 }));
const opened = openMatching(missing, remains);
// The short list is searched as long ones are.
const matching = { ...opened, limits: { most: 30, wholeListUpTo: 0 } };
const { index, foundNames, nameWeigher, columns, settings, tablesAt } = matching;
const bounds = matching.bounds();

test('no bound lies below the weight itself: of two words that the index finds, and of all that is not the name', () => {
  let [least, leastOfWords] = [Infinity, Infinity];
  for (let i = 0; i < remains.length; i++) {
    const [name, own] = [foundNames.nameAt(i), tablesAt(i)];
    if (own === null) throw new Error('an individual has no tables');
    bounds.open(own);
    for (let j = 0; j < missing.length; j++) {
      for (const said of [-4, 0, 1, 5]) {
        const closer = bounds.closer(j, said, Infinity);
        least = Math.min(least, bounds.quick(j, said) - closer, closer - pairWeight(own, columns, { report: j, name: said }));
      }
    }
    for (const word of name?.words ?? []) {
      const { words, met } = index.similar(word);
      words.forEach((number, at) => {
        const other = index.names.words[number];
        if (other !== undefined) leastOfWords = Math.min(leastOfWords, saidIn(met[at] ?? 0) - wordLog10Lr(word, other, matching.nameModel));
      });
    }
  }
  expect(least).toBeGreaterThanOrEqual(0);
  // The share of names of another, mixed into each weight, stays inside the slack.
  expect(leastOfWords).toBeGreaterThan(-wordSlack);
});

test('places touched are bounded as their rows are one by one', () => {
  const { groups, space, asked } = bounds;
  const always = 0.5;
  let bounded = 0;
  remains.forEach((_, i) => {
    const [name, own] = [foundNames.nameAt(i), tablesAt(i)];
    if (name === null || own === null) return;
    bounds.open(own);
    bounds.beginSearch();
    const unmet = new UnmetRoles(index, groups.buckets.who, groups.kernel);
    const words = askedWords(name.words, index);
    touchNeeded(words, { asked, space, from: 0, least: -Infinity, unmet, day: 0, dayWeight: 0 });
    const high = bounds.quickAll(always);
    const reached = [...space.reach.subarray(0, space.count)];
    if (reached.length > 0) expect(Math.max(...reached)).toBeCloseTo(high, 4);
    reached.forEach((reach, t) => {
      const place = space.touched[t] ?? 0;
      const against = words.reduce((sum, { role, similar }) => {
        const isUnmet = role !== null && ((index.sureRoles[place] ?? 0) & (1 << role)) !== 0 && !index.names.tokensAt(place).some((token) => similar.words.includes(token));
        return isUnmet ? sum + (index.disagreement[role] ?? 0) : sum;
      }, 0);
      expect(reach).toBeCloseTo(bounds.quick(place, namesAt(space, place) + against + always), 4);
      bounded++;
    });
  });
  expect(bounded).toBeGreaterThan(1000);
});

test('a search by bounds loses nobody of the full comparison that weighs the floor or more, as far as words agree within the index', () => {
  const floor = floorOf(missing.length);
  let [all, lost] = [0, 0];
  remains.forEach(({ birth }, i) => {
    const own = tablesAt(i);
    if (own === null) throw new Error('an individual has no tables');
    const found = new Set(weighPairs(matching, { from: i, to: i + 1 }).report);
    missing.forEach((report, j) => {
      const name = nameWeigher.weigh(i, j) + birthdayWeight(birth, report.birth, settings.birthDayError);
      if (pairWeight(own, columns, { report: j, name }) < floor) return;
      all++;
      if (!found.has(j)) lost++;
    });
  });
  expect(all).toBeGreaterThan(50);
  expect(lost / all).toBeLessThan(0.02);
});
