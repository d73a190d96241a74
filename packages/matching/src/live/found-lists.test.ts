import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { traitTables } from '../evidence/trait-tables.ts';
import { nothingThere } from '../evidence/traits.ts';
import { openMatching } from '../match/open-matching.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { traitKinds } from '../records/types.ts';
import { traitModel } from '../weigh/remains-tables.ts';
import { termsOf, traitKey } from '../weigh/report-columns.ts';
import { FoundLists } from './found-lists.ts';

const set = makeMatchingSet({ seed: 72, reports: 120, remains: 120, evidence: 'all' });
const reports = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
const { population, settings } = openMatching(reports, remains);

test.each(traitKinds)('lists of %s weigh from the side of a report what they weigh from the side of remains, to the last digit', (kind) => {
  const model = traitModel(kind, population, settings);
  const listsOf = (rows: readonly Parameters<typeof traitKey>[1][]): string[][] => [...new Set(['', nothingThere, ...rows.map((row) => traitKey(kind, row) ?? '')])].map(termsOf);
  const [reported, found] = [listsOf(reports), listsOf(remains)];
  const weigh = new FoundLists(found).open(model);
  const weights = new Float64Array(found.length + 1);
  const tables = found.map((list) => traitTables(reported, model)(list));
  reported.forEach((list, at) => {
    weigh(list, weights);
    expect([...weights]).toEqual([0, ...tables.map((table) => table[at])]);
  });
  expect(reported.length * found.length).toBeGreaterThan(100);
});
