import { readFile } from 'node:fs/promises';
import { readTable } from '@imena/exchange';
import { refuse } from '@imena/problem';
import { isCalendarDay } from '../calendar-day.ts';

const columns = ['remains', 'family', 'person', 'signed_by', 'signed_at'] as const;

/** Signed exclusions of a file; which of them bore on a pair is known when the pairs are written. */
export class Exclusions {
  readonly #pairs = new Set<string>();
  readonly #remains = new Map<string, number>();

  add(row: number, remains: string, family: string, person: string): void {
    this.#pairs.add(keyOf(remains, family, person));
    this.#remains.set(remains, row);
  }

  get size(): number {
    return this.#pairs.size;
  }

  /** @param isUnordered the two are profiles of one file: an exclusion holds whichever of them it names first */
  has(remains: string, family: string, person: string, isUnordered: boolean): boolean {
    if (this.#pairs.size === 0) return false;
    return this.#pairs.has(keyOf(remains, family, person)) || (isUnordered && this.#pairs.has(keyOf(person, family, remains)));
  }

  /** Remains that exclusions name and the list does not hold, in the order of the file: a misspelt one excludes nobody. */
  unknownAmong(ids: readonly string[]): string[] {
    const known = new Set(ids);
    return [...this.#remains.keys()].filter((id) => !known.has(id));
  }
}

function keyOf(remains: string, family: string, person: string): string {
  return `${remains}\t${family}\t${person}`;
}

/** A calendar day, with a time behind it or without. */
const dayForm = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/;

function isDay(text: string): boolean {
  const [, day = ''] = dayForm.exec(text) ?? [];
  return isCalendarDay(day);
}

/**
 * Reads signed exclusions: a table with the columns remains, family, person, signed_by, signed_at. An exclusion is a
 * person's signed act: a row without signer or day (2022-09-15) is refused, not passed over.
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
  const out = new Exclusions();
  for (const { row, cells } of table.rows) {
    const [remains = '', family = '', person = '', by = '', when = ''] = at.map((c) => cells[c]?.trim() ?? '');
    if (remains === '' || person === '' || by === '' || !isDay(when)) return refuse('screen.exclusion_unsigned', {}, { file, row });
    out.add(row, remains, family, person);
  }
  return out;
}
