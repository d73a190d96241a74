import { ProblemError } from '@imena/problem';
import type { SubjectKind } from '../code-lists.ts';
import { parseBody } from '../statements/index.ts';
import type { ImportIssue, PreparedBody, PreparedImport, PreparedRow, PresentChoice } from './import-rows.ts';

/** One statement of an import, ready to be signed. */
export interface ImportStatement {
  readonly scope: string;
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly body: PreparedBody;
}

/**
 * Checks every statement of an import as the ledger will: rows with any refused statement are held back whole, before
 * anything is signed.
 */
export function checkPrepared(prepared: PreparedImport, fileName: string): PreparedImport {
  const issues: ImportIssue[] = [...prepared.issues];
  const bad = new Set<number>([...prepared.heldBack, ...prepared.issues.flatMap((issue) => (issue.severity === 'error' && issue.place.row !== undefined ? [issue.place.row] : []))]);
  for (const row of prepared.rows) {
    for (const body of row.bodies) {
      try {
        parseBody(body);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { code, details, place } = error.problem;
        issues.push({ code, details, severity: 'error', place: { file: fileName, row: row.row, ...(place?.field === undefined ? {} : { field: place.field }) } });
        bad.add(row.row);
      }
    }
  }
  return {
    rows: prepared.rows.filter((row) => !bad.has(row.row)),
    issues: issues.sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0)),
    heldBack: [...bad].sort((a, b) => a - b),
  };
}

/** How many rows come in new, speak of something that is there, or say nothing. */
export function countRows(rows: readonly PreparedRow[]): { readonly fresh: number; readonly present: number } {
  const present = rows.filter((row) => row.existing !== undefined).length;
  return { fresh: rows.length - present, present };
}

/**
 * The statements to be signed, in the order of the file.
 * @param present what to do with rows whose subject is already there: pass them over, add their statements to it, or
 * make a new subject beside it
 */
export function statementsOf(rows: readonly PreparedRow[], { scope, present }: { scope: string; present: PresentChoice }): ImportStatement[] {
  return rows.flatMap((row): ImportStatement[] => {
    if (row.existing !== undefined && present === 'skip') return [];
    // A second typing of a sample is a profile of its own, beside the first.
    const subject = row.existing !== undefined && present === 'further' && row.subjectKind !== 'profile' ? row.existing.id : row.subject;
    return row.bodies.map((body) => ({ scope, subject, subjectKind: row.subjectKind, body }));
  });
}
