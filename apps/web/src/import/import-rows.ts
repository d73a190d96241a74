import type { Issue, MappedRow, TargetName } from '@imena/exchange';
import type { Json } from '@imena/problem';
import type { SubjectKind } from '@imena/record';

export type ImportTarget = TargetName | 'profiles';

/** A subject that the register already has under the same number, code or name. */
export interface ExistingSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly code: string;
  readonly title: string;
}

export type Body = Readonly<Record<string, Json>>;

/** What one row of the file would state; nothing is signed yet. */
export interface PreparedRow {
  readonly row: number;
  /** The number, code or name by which a person recognises the row. */
  readonly label: string;
  /** Id for a subject that is new. */
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly bodies: readonly Body[];
  /** The subject the row would speak of, where the register has it already. */
  readonly existing?: ExistingSubject;
  /** What a profile would be attached to. */
  readonly attachedTo?: ExistingSubject;
}

export interface PreparedImport {
  readonly rows: readonly PreparedRow[];
  readonly issues: readonly Issue[];
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
export function issueAt(severity: Issue['severity'], { file, row, column }: { file: string; row: number; column?: string }, code: string, details: Issue['details'] = {}): Issue {
  return { code, details, severity, place: { file, row, ...(column === undefined ? {} : { column }) } };
}

/** The remark of a row with the place in the file it came from, so that every statement leads back to its line. */
export function noteOf(row: MappedRow, fileName: string, more: readonly string[] = []): string {
  const own = row.values['note'];
  return [...(typeof own === 'string' ? [own] : []), ...more, `${fileName}, ${row.row}`].join('\n');
}

export function textAt(row: MappedRow, field: string): string | undefined {
  const value = row.values[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberAt(row: MappedRow, field: string): number | undefined {
  const value = row.values[field];
  return typeof value === 'number' ? value : undefined;
}

/** Leaves out what is undefined: a statement has no empty fields. */
export function filled(values: Readonly<Record<string, Json | undefined>>): Body {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
