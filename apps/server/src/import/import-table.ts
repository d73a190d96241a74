import type { Mapping } from '@imena/exchange';
import { refuse } from '@imena/problem';
import { countRows, parseBody, statementsOf, type ImportIssue, type PresentChoice } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { InstallationAuthor } from '../ledger/append-as-installation.ts';
import { prepareTable, type TableRequest } from './prepare-table.ts';

export interface ImportRequest extends TableRequest {
  /** What to do with rows whose subject is in the register already. */
  readonly present: PresentChoice;
  /** Whether the good rows are imported though others are held back; otherwise one bad row stops all. */
  readonly goodRowsOnly: boolean;
}

export interface ImportReport {
  /** Rows that were or would be imported, by whether their subject is new. */
  readonly fresh: number;
  readonly present: number;
  readonly heldBack: readonly number[];
  readonly issues: readonly ImportIssue[];
  readonly unmappedColumns: readonly string[];
  readonly mapping: Mapping | null;
  readonly statements: number;
  /** Places in the log; null when nothing was written. */
  readonly logged: { readonly first: number; readonly last: number } | null;
}

/** What an import would do; nothing is written. */
export async function tryImport(worker: Database, request: ImportRequest): Promise<ImportReport> {
  return (await plan(worker, request)).report;
}

/**
 * Imports a file as the installation's own statements: all of them in one transaction, or none. Where rows are held
 * back and `goodRowsOnly` is not set, nothing is written and the report says why.
 * @throws Problem `import.nothing`, and what the ledger refuses
 */
export async function importTable(worker: Database, author: InstallationAuthor, request: ImportRequest): Promise<ImportReport> {
  const { report, statements } = await plan(worker, request);
  if (report.heldBack.length > 0 && !request.goodRowsOnly) return report;
  if (statements.length === 0) return report.heldBack.length > 0 ? refuse('import.nothing') : report;
  const entries = await author.appendWhole(statements.map(({ scope, subject, body }) => ({ scope, subject, body: parseBody(body) })));
  return { ...report, logged: { first: entries[0]?.logIndex ?? 0, last: entries[entries.length - 1]?.logIndex ?? 0 } };
}

async function plan(worker: Database, request: ImportRequest) {
  const { prepared, mapping, unmappedColumns } = await prepareTable(worker, request);
  const statements = statementsOf(prepared.rows, { scope: request.scope, present: request.present });
  const report: ImportReport = {
    ...countRows(prepared.rows), heldBack: prepared.heldBack, issues: prepared.issues, unmappedColumns, mapping, statements: statements.length, logged: null,
  };
  return { report, statements };
}
