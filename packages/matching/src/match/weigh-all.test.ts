import { expect, test } from 'vitest';
import { inventedLists } from '../testing/invented-lists.ts';
import { openTasks } from './match-tasks.ts';
import { openMatching } from './open-matching.ts';
import { weighAll, type WeighedAll, type WeighAllOptions } from './weigh-all.ts';
import { weighPairs } from './weigh-pairs.ts';

const { missing, remains } = inventedLists(19, 900, 1100);
const persons = missing.map((_, i) => i);

function weighed(options: Partial<WeighAllOptions>): WeighedAll & { readonly kinds: readonly string[] } {
  const matching = openMatching(missing, remains);
  const perform = openTasks(openMatching(missing, remains));
  const kinds: string[] = [];
  const steps = weighAll(matching, { persons, learnFrom: 'lists', ...options });
  let step = steps.next();
  while (step.done !== true) {
    kinds.push(...step.value.map(({ kind }) => kind));
    step = steps.next(step.value.map(perform));
  }
  return { ...step.value, kinds };
}

test('in long lists a part of the individuals teaches, and all others are searched for once, under what it taught', () => {
  const { pairs, matching, kinds } = weighed({ teaching: 500 });
  expect(kinds).toEqual(['candidates', 'candidates', 'again', 'again', 'again', 'again', 'candidates', 'candidates', 'candidates']);
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
  expect(new Set(kinds)).toEqual(new Set(['candidates']));
  expect(matching.settings).toEqual(openMatching(missing, remains).settings);
});
