import { expect, test } from 'vitest';
import { learnSettings } from '../learn/learn-settings.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { identifyApart } from './identify.ts';
import { learnedOfRemains, learnFromLists } from './learn-from-lists.ts';
import { learningSample, learningWeights } from './learning-weights.ts';
import { openTasks } from './match-tasks.ts';
import { openMatching } from './open-matching.ts';
import { weighPairs } from './weigh-pairs.ts';

const { missing, remains } = inventedLists(23, 500, 500);

test('kinds of evidence that are learned apart teach what they teach one after another', () => {
  const matching = openMatching(missing, remains);
  const pairs = weighPairs(matching, { from: 0, to: remains.length });
  const judged = identifyApart(pairs, { remains: remains.length, persons: missing.map((_, i) => i) });
  const steps = learnFromLists(pairs, judged, matching.settings);
  let step = steps.next();
  while (step.done !== true) step = steps.next(step.value.map(openTasks(matching)));
  const { settings, parameters, sample } = step.value;
  const known = { ...matching.settings, markerOfListed: settings.markerOfListed };
  const sampled = learningSample(matching, sample);
  const together = learnSettings(known, sample, learnedOfRemains.map(({ parameter, scale, kind }) => ({ parameter, scale, weigh: learningWeights(matching, sampled, kind) })));
  expect(parameters.filter(({ state }) => state === 'learned').length).toBeGreaterThan(5);
  expect(parameters).toEqual(together.parameters);
  expect(settings).toEqual(together.settings);
});
