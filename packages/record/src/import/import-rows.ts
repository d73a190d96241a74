import type { Json, Problem, ProblemPlace } from '@imena/problem';
import type { SubjectKind } from '../code-lists.ts';

export type ImportTarget = 'graves' | 'journal' | 'remains' | 'missing' | 'profiles';

/** A row of a table whose columns were mapped; the same shape as `MappedRow` of the exchange, which stands beside this package. */
export interface ImportRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Json>>;
}

/** A table whose rows could be read. */
export interface ImportTable {
  readonly rows: readonly ImportRow[];
}

/** Trouble with a place of a file; an error holds its row back. */
export interface ImportIssue extends Problem {
  readonly place: ProblemPlace;
  readonly severity: 'error' | 'warning';
}

/** A subject that the register already has under the same number, code or name. */
export interface ExistingSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly code: string;
  readonly title: string;
}

/** What a statement says, before it was checked. */
export type PreparedBody = Readonly<Record<string, Json>>;

/** What one row of the file would state; nothing is signed yet. */
export interface PreparedRow {
  readonly row: number;
  /** The number, code or name by which a person recognises the row. */
  readonly label: string;
  /** Id for a subject that is new. */
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly bodies: readonly PreparedBody[];
  /** The subject the row would speak of, where the register has it already. */
  readonly existing?: ExistingSubject;
  /** What a profile would be attached to. */
  readonly attachedTo?: ExistingSubject;
}

export interface PreparedImport {
  readonly rows: readonly PreparedRow[];
  readonly issues: readonly ImportIssue[];
  /** Source rows held back because of an error. */
  readonly heldBack: readonly number[];
}

/** What all rows of one import have in common. */
export interface ImportSetting {
  readonly fileName: string;
  readonly scope: string;
  /** Invented rows of a demonstration say so. */
  readonly demonstration: boolean;
  readonly newId: () => string;
}

/** What a person does with rows whose subject is already in the register. */
export type PresentChoice = 'skip' | 'further' | 'new';

/** Trouble with a row, found while its statements were prepared. */
export function issueAt(severity: ImportIssue['severity'], { file, row, column }: { file: string; row: number; column?: string }, code: string, details: ImportIssue['details'] = {}): ImportIssue {
  return { code, details, severity, place: { file, row, ...(column === undefined ? {} : { column }) } };
}

/** The remark of a row with the place in the file it came from, so that every statement leads back to its line. */
export function noteOf(row: ImportRow, fileName: string, more: readonly string[] = []): string {
  const own = row.values['note'];
  return [...(typeof own === 'string' ? [own] : []), ...more, `${fileName}, ${row.row}`].join('\n');
}

export function textAt(row: ImportRow, field: string): string | undefined {
  const value = row.values[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberAt(row: ImportRow, field: string): number | undefined {
  const value = row.values[field];
  return typeof value === 'number' ? value : undefined;
}

/** Values of fields under their own names, as the mapping read them. */
export function valuesAt(row: ImportRow, fields: readonly string[]): PreparedBody {
  return filled(Object.fromEntries(fields.map((field) => [field, row.values[field]])));
}

/** Leaves out what is undefined: a statement has no empty fields. */
export function filled(values: Readonly<Record<string, Json | undefined>>): PreparedBody {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** A place in words, as the list has it. */
export function placeAt(row: ImportRow, field: string): PreparedBody | undefined {
  const asSaid = textAt(row, field);
  return asSaid === undefined ? undefined : { asSaid };
}
