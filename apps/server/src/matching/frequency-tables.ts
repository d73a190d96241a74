import { parseFrequencyTable, shippedFrequencyTables, type FrequencyTable } from '@imena/kinship';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { inWords } from './kinship-words.ts';
import { insertTable, listInstalledTables } from './frequency-tables.queries.ts';

/** Every table a run may name: the shipped ones and those of this installation. */
export async function listTables(tx: Database): Promise<{ table: FrequencyTable; shipped: boolean }[]> {
  const installed = await listInstalledTables(tx);
  return [...shippedFrequencyTables().map((table) => ({ table, shipped: true })), ...installed.map((table) => ({ table, shipped: false }))];
}

/** @throws Problem `matching.table_unknown` */
export async function findTable(tx: Database, id: string): Promise<FrequencyTable> {
  const found = (await listTables(tx)).find((item) => item.table.id === id);
  return found?.table ?? refuse('matching.table_unknown', { table: id });
}

/**
 * Adds a table. One that is there is never changed, because runs name it.
 * @throws Problem `kinship.table.*`, `matching.table_taken`, `matching.table_id`
 */
export async function addTable(tx: Database, json: unknown, by: { readonly account: string; readonly now: Date }): Promise<FrequencyTable> {
  const table = inWords(() => parseFrequencyTable(json));
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(table.id)) refuse('matching.table_id', { table: table.id.slice(0, 80) });
  const isShipped = shippedFrequencyTables().some((shipped) => shipped.id === table.id);
  if (isShipped || !(await insertTable(tx, table, by))) refuse('matching.table_taken', { table: table.id });
  return table;
}
