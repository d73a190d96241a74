import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../issue.ts';
import { tableLimits } from './limits.ts';
import type { Separator } from './parse-csv.ts';
import type { DecodedText } from './decode-text.ts';

/** A row with its number in the file: the line of a text file, the row of a sheet. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table as it stands in the file: nothing interpreted, every cell text. */
export interface TableResult {
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly string[];
  /** The good rows, each as wide as `columns`; the others are among the issues. */
  readonly rows: readonly TableRow[];
  /** null for a workbook. */
  readonly separator: Separator | null;
  /** True when the separator was found and not declared: show it to the person. */
  readonly separatorDetected: boolean;
  readonly encoding: DecodedText['encoding'] | null;
  /** The sheet that was read, and the names of all; null and empty for text files. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Rows that hold nothing but separators; they are passed over. */
  readonly emptyRowsSkipped: number;
  readonly issues: readonly Issue[];
}

export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly issues?: readonly Issue[];
}

interface RawTable extends Omit<TableResult, 'columns' | 'rows' | 'emptyRowsSkipped'> {
  /** Text files must be rectangular; a sheet leaves empty cells out. */
  readonly padShortRows: boolean;
}

/**
 * Makes the table of raw rows: the first that is not empty is the header.
 *
 * Refuses with `exchange.empty_file`, `exchange.duplicate_column`, `exchange.too_many_rows`,
 * `exchange.too_many_columns`, `exchange.too_many_cells`.
 */
export function tableOf(raw: Iterable<RawRow>, { padShortRows, ...head }: RawTable): TableResult {
  const issues: Issue[] = [...head.issues];
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  let emptyRowsSkipped = 0;
  let rowsSeen = 0;
  let cellsSeen = 0;
  for (const { row, cells, issues: rowIssues = [] } of raw) {
    if (cells.every((cell) => cell.trim() === '') && rowIssues.length === 0) {
      emptyRowsSkipped++;
      continue;
    }
    if (columns === null) {
      columns = headerOf(cells, { file: head.fileName, row }, issues);
      issues.push(...rowIssues);
      continue;
    }
    rowsSeen++;
    cellsSeen += cells.length;
    if (rowsSeen > tableLimits.rows) refuse('exchange.too_many_rows', { limit: tableLimits.rows });
    if (cellsSeen > tableLimits.cells) refuse('exchange.too_many_cells', { limit: tableLimits.cells });
    const fitted = fit(cells, columns.length, padShortRows);
    const found = [
      ...rowIssues,
      ...(fitted === null
        ? [
            errorAt({ file: head.fileName, row }, 'exchange.row_width', {
              expected: columns.length,
              found: cells.length,
            }),
          ]
        : cellIssues(fitted, columns, { file: head.fileName, row })),
    ];
    issues.push(...found);
    checkIssueCount(issues);
    if (fitted !== null && !found.some(({ severity }) => severity === 'error')) rows.push({ row, cells: fitted });
  }
  if (columns === null) refuse('exchange.empty_file', {}, { file: head.fileName });
  return withoutEmptyTail({ ...head, columns, rows, emptyRowsSkipped, issues });
}

const unnamed = /^\(\d+\)$/;

function headerOf(cells: readonly string[], place: { file: string; row: number }, issues: Issue[]): readonly string[] {
  if (cells.length > tableLimits.columns) refuse('exchange.too_many_columns', { limit: tableLimits.columns });
  const columns = cells.map((cell, index) => (cell.trim() === '' ? `(${index + 1})` : cell.trim()));
  const seen = new Set<string>();
  for (const column of columns) {
    if (seen.has(column)) refuse('exchange.duplicate_column', { column: visible(column) }, { ...place });
    seen.add(column);
  }
  for (const issue of cellIssues(columns, columns, place)) issues.push(issue);
  return columns;
}

/** Cells beyond the header are let go only where they are empty. */
function fit(cells: readonly string[], width: number, padShortRows: boolean): readonly string[] | null {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : null;
  if (!padShortRows) return null;
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

function cellIssues(
  cells: readonly string[],
  columns: readonly string[],
  place: { file: string; row: number },
): Issue[] {
  const issues: Issue[] = [];
  cells.forEach((cell, index) => {
    const at = { ...place, column: visible(columns[index] ?? '') };
    if (cell.length > tableLimits.cellCharacters) {
      issues.push(errorAt(at, 'exchange.cell_too_long', { limit: tableLimits.cellCharacters }));
    } else if (/\0|\p{Surrogate}/u.test(cell)) {
      issues.push(errorAt(at, 'exchange.cell_broken_text', { text: visible(cell) }));
    }
  });
  return issues;
}

/** Spreadsheets and GeneMapper end their lines with separators: columns without name and content at the end go. */
function withoutEmptyTail(table: TableResult): TableResult {
  let width = table.columns.length;
  while (width > 1 && unnamed.test(table.columns[width - 1] ?? '') && isEmptyColumn(table, width - 1)) width--;
  const columns = table.columns.slice(0, width);
  const rows = table.rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, width) }));
  const warnings = columns
    .filter((column) => unnamed.test(column))
    .map((column) => warningAt({ file: table.fileName, column }, 'exchange.column_unnamed'));
  return { ...table, columns, rows, issues: [...table.issues, ...warnings] };
}

function isEmptyColumn(table: TableResult, index: number): boolean {
  return table.rows.every(({ cells }) => (cells[index] ?? '') === '');
}
