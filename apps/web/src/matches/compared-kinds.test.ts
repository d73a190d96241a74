import { expect, it } from 'vitest';
import type { EvidenceRow, WeighedRow } from './candidate-api.ts';
import { compareKinds, heavyAgainst } from './compared-kinds.ts';

const row = (kind: WeighedRow['kind'], log10Lr: number, state: WeighedRow['state'] = 'weighed'): WeighedRow => ({ kind, state, log10Lr, told: [], byLevel: [], reported: null, found: null, details: {}, explained: { sides: null, why: [] }, nameReasons: [] });
const check = (key: string, verdict: EvidenceRow['verdict']): EvidenceRow => ({ key, verdict, found: null, reported: null, reason: 'different', details: {} });

it('what speaks against a person stands first, and no kind is left out', () => {
  const rows = [row('name', 2), row('sex', 0.1), row('teeth', -2), row('place', 0), row('hair', 0, 'not_recorded'), row('birth', 0, 'people_disagree'), row('height', -0.2)];
  const compared = compareKinds(rows, [check('sex', 'contradicts'), check('age', 'unknown')]);
  expect(compared.map(({ row: { kind }, stands }) => [kind, stands])).toEqual([
    ['teeth', 'against'], ['height', 'against'], ['sex', 'against'], ['birth', 'people_disagree'], ['name', 'for'], ['place', 'open'], ['hair', 'not_recorded'],
  ]);
  expect(compared.find(({ row: { kind } }) => kind === 'birth')?.checks).toEqual([]);
});

it('a kind that weighs ten times or more against the person is told on top, once', () => {
  const compared = compareKinds([row('teeth', -1), row('name', -3), row('seen', -0.9)], [check('marker_name', 'contradicts')]);
  expect(heavyAgainst(compared).map(({ row: { kind } }) => kind)).toEqual(['teeth']);
});
