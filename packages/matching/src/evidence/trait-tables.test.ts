import { expect, test } from 'vitest';
import { documentedQualities } from './quality-weight.ts';
import { traitTables } from './trait-tables.ts';
import { traitWeight, type TraitModel } from './traits.ts';

const documented = { shares: documentedQualities, errors: 1 };
const model: TraitModel = {
  foundIfReported: 0.6, reported: new Map([['scar', 0.2], ['tattoo', 0.06], ['crown', 0.1]]), found: new Map([['scar', 0.1], ['tattoo', 0.05], ['crown', 0.2]]),
  qualities: documented, notAsked: 0.3, notExamined: 0.4, rarest: 0.002, ofAnother: 1e-3,
};
const lists = [[], ['scar'], ['scar', 'tattoo'], ['crown', 'ring'], ['tattoo'], ['tattoo{place=arm;side=left}', 'tattoo{motif=anchor;place=chest}'], ['scar{place=face}', 'tattoo{place=forearm}']];

test('a list weighed against all reported lists at once weighs the same as against each alone', () => {
  const weigh = traitTables(lists, model);
  for (const found of [...lists, ['ring', 'tattoo', 'scar']]) {
    const table = weigh(found);
    lists.forEach((reported, at) => { expect(table[at]).toBeCloseTo(traitWeight(reported, found, model), 5); });
  }
});
