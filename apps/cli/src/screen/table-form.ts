import { canonicalMarkerName } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { RowScanner } from './row-scanner.ts';

/** What the columns of a file are; -1 where a column is absent. Plain data, so that workers get it as it is. */
export interface TableForm {
  readonly file: string;
  readonly separator: number;
  readonly columns: number;
  /** First byte after the header. */
  readonly dataStart: number;
  readonly named: Readonly<Record<ColumnName, number>>;
  /** Two columns (the second -1 if there is one) by marker, under the canonical name. */
  readonly markers: readonly { readonly name: string; readonly first: number; readonly second: number }[];
}

export type ColumnName = 'sample' | 'family' | 'person' | 'father' | 'mother' | 'sex' | 'missing';

const names: Readonly<Record<ColumnName, readonly string[]>> = {
  sample: ['sample', 'remains', 'profile', 'зразок', 'останки'],
  family: ['family', 'родина'],
  person: ['person', 'individual', 'особа'],
  father: ['father', 'батько'],
  mother: ['mother', 'мати'],
  sex: ['sex', 'стать'],
  missing: ['missing', 'status', 'зниклий'],
};

/**
 * Reads the first line of a file: separator, columns, markers. A marker has one column or two, written as its name, or
 * with 1 and 2 behind it (`TH01 1`, `TH01_2`).
 * @throws Problem screen.header, screen.column_missing, screen.column_twice
 */
export function readForm(file: string, head: Uint8Array, required: readonly ColumnName[]): TableForm {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const lineEnd = head.indexOf(10);
  const line = head.subarray(start, lineEnd < 0 ? head.length : lineEnd);
  const separator = [9, 59, 44].find((s) => line.includes(s));
  if (separator === undefined || lineEnd < 0) return refuse('screen.header', { file });
  const scanner = new RowScanner(head, start, { separator, columns: 4096 });
  scanner.next(true);
  const cells = Array.from({ length: scanner.count }, (_, c) => scanner.text(c));
  const named: Record<ColumnName, number> = { sample: -1, family: -1, person: -1, father: -1, mother: -1, sex: -1, missing: -1 };
  const markers = new Map<string, { name: string; first: number; second: number }>();
  cells.forEach((cell, column) => {
    const plain = cell.toLowerCase();
    for (const key of columnNames) {
      if (!names[key].includes(plain)) continue;
      if (named[key] >= 0) refuse('screen.column_twice', { file, column: cell });
      named[key] = column;
      return;
    }
    const name = canonicalMarkerName(cell.replace(/[\s_.-]*(?:allele)?[\s_.-]*[12]$/i, (end) => (/^[12]$/.test(end) ? end : '')));
    if (name === '') return;
    const held = markers.get(name);
    if (held === undefined) markers.set(name, { name, first: column, second: -1 });
    else if (held.second < 0) held.second = column;
    else refuse('screen.column_twice', { file, column: cell });
  });
  for (const key of required) if (named[key] < 0) refuse('screen.column_missing', { file, column: names[key][0] ?? key });
  return { file, separator, columns: cells.length, dataStart: lineEnd + 1, named, markers: [...markers.values()] };
}

const columnNames: readonly ColumnName[] = ['sample', 'family', 'person', 'father', 'mother', 'sex', 'missing'];
