import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { listRemainsWithCandidates } from './candidate-remains.queries.ts';
import { readRun } from './read-candidate.ts';
import type { RunInputs } from './run-files.ts';

/**
 * Remains that a run compared and that reached its threshold with nobody: whoever they are is not on the list, or no
 * relative near enough is typed. Remains that the account may not read are left out and not counted.
 * @throws Problem `server.not_found`, `matching.file_missing`, `matching.file_damaged`
 */
export async function listUnmatched(tx: Database, inputs: RunInputs, run: string) {
  const { input } = await readRun(tx, inputs, run);
  const matched = await listRemainsWithCandidates(tx, run);
  const markers = new Map(input.remains.map(({ of, genotypes }) => [of, Object.keys(genotypes).length]));
  const items = await findItems(tx, [...markers.keys()].filter((id) => !matched.has(id)));
  return {
    compared: markers.size, families: input.families.length,
    items: items.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((item) => ({ item, markers: markers.get(item.id) ?? 0 })),
  };
}
