import { readFile } from 'node:fs/promises';
import { readTable } from '@imena/exchange';
import { refuse } from '@imena/problem';

const columns = ['remains', 'family', 'person', 'signed_by', 'signed_at'] as const;

/** Excluded pairs as `remains TAB family TAB person`. */
export type Exclusions = ReadonlySet<string>;

export function exclusionKey(remains: string, family: string, person: string): string {
  return `${remains}\t${family}\t${person}`;
}

/**
 * Reads signed exclusions: a table with the columns remains, family, person, signed_by, signed_at. An exclusion is a
 * person's signed act: a row without signer or date is refused, not passed over.
 * @throws Problem screen.exclusion_columns, screen.exclusion_unsigned and those of `readTable`
 */
export async function readExclusions(file: string): Promise<Exclusions> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse('cli.file_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  const table = readTable(bytes, { fileName: file });
  const names = table.columns.map((c) => c.trim().toLowerCase());
  const at = columns.map((name) => names.indexOf(name));
  const absent = columns.filter((_, i) => at[i] === -1);
  if (absent.length > 0) return refuse('screen.exclusion_columns', { columns: absent.join(', ') }, { file });
  const out = new Set<string>();
  for (const { row, cells } of table.rows) {
    const [remains = '', family = '', person = '', by = '', when = ''] = at.map((c) => cells[c]?.trim() ?? '');
    if (remains === '' || person === '' || by === '' || Number.isNaN(Date.parse(when))) return refuse('screen.exclusion_unsigned', {}, { file, row });
    out.add(exclusionKey(remains, family, person));
  }
  return out;
}
