import type { Separator } from './parse-csv.ts';

/** What a spreadsheet may take for a formula: = + - @ or their full-width forms after signs that it passes over. */
const formulaStart = /^[\s\p{Cf}\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Writes delimited text by RFC 4180 with CR LF. A cell that a spreadsheet could take for a formula is given a leading
 * apostrophe, plain numbers excepted; `readTable` with `unprotect` takes it off again, so nothing is lost. Cells that
 * begin with apostrophes before such a start get one more for the same reason.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { separator = ',' }: { separator?: Separator } = {},
): string {
  return [columns, ...rows].map((cells) => `${line(cells.map(protectCell), separator)}\r\n`).join('');
}

/** A single empty cell is quoted, because a blank line is passed over. */
function line(cells: readonly string[], separator: Separator): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(quoted).join(separator);
}

/** Cells with any usual separator are quoted, because the reader's spreadsheet may split at another one than ours. */
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function protectCell(cell: string): string {
  return needsGuard(cell.replace(/^'+/, '')) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `writeCsv` put before a cell; every other cell stays as it is. */
export function unprotectCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
}

function needsGuard(text: string): boolean {
  return formulaStart.test(text) && !plainNumber.test(text);
}
