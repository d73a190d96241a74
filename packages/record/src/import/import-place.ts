import { textAt, type ImportRow, type PreparedBody } from './import-rows.ts';

/** A place in words, as the list has it. */
export function placeAt(row: ImportRow, field: string): PreparedBody | undefined {
  const asSaid = textAt(row, field);
  return asSaid === undefined ? undefined : { asSaid };
}
