import { expect, test } from 'vitest';
import { inventedLists } from '../testing/invented-lists.ts';
import { taughtKinds } from './learn-from-lists.ts';
import { learnFromPart, type LearnOptions } from './learn-from-part.ts';
import { openTasks, type MatchSteps } from './match-tasks.ts';
import { openMatching, type Matching } from './open-matching.ts';
import { joinPersons, weighPersons, type WeighedPairs } from './person-pairs.ts';
import { rangesOf } from './ranges.ts';
import { weighPairs } from './weigh-pairs.ts';

const { missing, remains } = inventedLists(19, 900, 1100);
const persons = missing.map((_, i) => i);
const parts = rangesOf(remains.length, 250);

/** What is learned, then the persons of all individuals, and the kinds of tasks that it took. */
function weighed(options: Partial<LearnOptions>): { readonly matching: Matching; readonly pairs: WeighedPairs; readonly kinds: readonly string[] } {
  const perform = openTasks(openMatching(missing, remains));
  const kinds: string[] = [];
  const steps = learnAndWeigh(options);
  let step = steps.next();
  while (step.done !== true) {
    kinds.push(...step.value.map(({ kind }) => kind));
    step = steps.next(step.value.map(perform));
  }
  return { ...step.value, kinds };
}

function* learnAndWeigh(options: Partial<LearnOptions>): MatchSteps<{ readonly matching: Matching; readonly pairs: WeighedPairs }> {
  const { matching, learned, parts } = yield* learnFromPart(openMatching(missing, remains), { persons, learnFrom: 'lists', ...options });
  const { pairs } = joinPersons(yield* weighPersons(parts.map((part) => ({ ...part, outside: [] })), { learned, files: [] }));
  return { matching, pairs };
}

test('in long lists a part of the individuals teaches, and all others are searched for once, under what it taught', () => {
  const { pairs, matching, kinds } = weighed({ teaching: 500 });
  const round = taughtKinds.map(() => 'teach').concat('again', 'again');
  expect(kinds).toEqual(['candidates', 'candidates', ...round, ...round, ...parts.map(() => 'persons')]);
  expect(matching.settings).not.toEqual(openMatching(missing, remains).settings);
  // Parts of 250 of five; the first and the third teach.
  const under = openMatching(missing, remains, { settings: matching.settings, placesTaught: matching.context.placesTaught });
  const untaught = weighPairs(under, { from: 250, to: 500 });
  const at = pairs.remains.indexOf(250);
  expect([...pairs.report.subarray(at, at + untaught.report.length)]).toEqual([...untaught.report]);
  expect([...pairs.weight.subarray(at, at + untaught.weight.length)]).toEqual([...untaught.weight]);
  expect(pairs.rest).toHaveLength(remains.length);
  expect([...pairs.remains]).toEqual([...pairs.remains].sort((a, b) => a - b));
});

test('where all teach, all are weighed again under what they taught', () => {
  const { matching, kinds } = weighed({});
  expect(kinds.filter((kind) => kind === 'candidates')).toHaveLength(5);
  expect(kinds.filter((kind) => kind === 'again')).toHaveLength(10);
  expect(matching.settings).not.toEqual(openMatching(missing, remains).settings);
});

test('with documented settings nothing is weighed twice', () => {
  const { matching, kinds } = weighed({ learnFrom: 'documented' });
  expect(new Set(kinds)).toEqual(new Set(['persons']));
  expect(matching.settings).toEqual(openMatching(missing, remains).settings);
});
