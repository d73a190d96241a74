import type { OccupancySubjects } from '@imena/matching';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findLyingIn, findOpened, readTakenForSomebody } from './occupancy.queries.ts';
import { findFoldedMany } from './pair-subjects.queries.ts';
import { readSubjectsOf } from './run-subjects.queries.ts';

/** Earlier identifications and burials by others, of every scope that this account may read, for the families of a run. */
export async function readOccupancy(tx: Database, families: readonly Subject[]): Promise<OccupancySubjects> {
  const missing = new Set(families.flatMap((family) => (agreedValue(family, 'missing') ?? []) as readonly string[]));
  const burials = (await readSubjectsOf(tx, 'burial_record', null)).filter((burial) => agreedValue(burial, 'name') !== undefined);
  const graves = new Set(burials.flatMap((burial) => burial.lists['placements'] ?? []).flatMap(({ value }) => (typeof value['grave'] === 'string' ? [value['grave']] : [])));
  const lying = new Map<string, string[]>();
  for (const { grave, remains } of await findLyingIn(tx, [...graves])) lying.set(grave, [...(lying.get(grave) ?? []), remains]);
  return {
    persons: (await findFoldedMany(tx, [...missing])).sort((a, b) => (a.id < b.id ? -1 : 1)), burials, lying,
    remains: await readTakenForSomebody(tx), identifications: await readSubjectsOf(tx, 'identification', null),
    opened: await findOpened(tx, [...new Set(burials.map((burial) => burial.scope))]),
  };
}
