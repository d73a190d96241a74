import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../issue.ts';
import { openZip } from '../zip/open-zip.ts';
import { dateText, numberText } from './cell-numbers.ts';
import { tableLimits } from './limits.ts';
import { tableOf, type RawRow, type TableResult } from './table.ts';
import { readParts, unescapeSigns, walk, type Workbook } from './workbook-parts.ts';

interface WorkbookOptions {
  readonly fileName: string;
  readonly sheet?: string;
}

/**
 * Reads one sheet of an XLSX workbook. Formulas give the value stored with them, dates become ISO text, true and false
 * `TRUE` and `FALSE`; hidden rows are read like the others.
 *
 * Refuses with `exchange.sheet_missing`, `exchange.not_a_workbook`, `exchange.workbook-*`, `exchange.zip-*` and the
 * limits of tables.
 */
export function readWorkbook(bytes: Uint8Array, { fileName, sheet: wanted }: WorkbookOptions): TableResult {
  const archive = openZip(bytes);
  const workbook = readParts(archive);
  const sheets = workbook.sheets.map(({ name }) => name);
  const shown = workbook.sheets.filter((one) => one.visible);
  const sheet =
    wanted === undefined ? (shown[0] ?? workbook.sheets[0]) : workbook.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) return refuse('exchange.sheet_missing', { sheet: wanted ?? '', sheets });
  const issues: Issue[] = [];
  if (wanted === undefined && sheets.length > 1) {
    issues.push(
      warningAt({ file: fileName }, 'exchange.sheet_chosen', { sheet: sheet.name, sheets: sheets.join(', ') }),
    );
  }
  if (archive.read(sheet.part) === null) refuse('exchange.workbook_damaged');
  const reader = sheetReader(workbook, fileName, issues);
  walk(archive, sheet.part, reader);
  return tableOf(reader.rows, {
    fileName,
    format: 'xlsx',
    separator: null,
    separatorDetected: false,
    encoding: null,
    sheet: sheet.name,
    sheets,
    issues,
    padShortRows: true,
  });
}

interface SheetReader {
  readonly rows: RawRow[];
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Keeps what the walk is in the middle of; rows and cells must come in order, as every spreadsheet writes them. */
function sheetReader(workbook: Workbook, file: string, issues: Issue[]): SheetReader {
  const rows: RawRow[] = [];
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let rowIssues: Issue[] = [];
  let cell: Cell | null = null;
  let reading: 'value' | 'inline' | null = null;
  let inPhonetic = false;
  let cellsSeen = 0;
  let charactersSeen = 0;

  function openRow(attributes: ReadonlyMap<string, string>): void {
    const next = attributes.has('r') ? Number(attributes.get('r')) : row + 1;
    if (!Number.isInteger(next) || next <= row || next > 1_048_576) refuse('exchange.workbook_damaged');
    row = next;
    column = 0;
    cells = [];
    rowIssues = [];
  }

  function openCell(attributes: ReadonlyMap<string, string>): void {
    const reference = attributes.get('r');
    const next = reference === undefined ? column + 1 : columnNumber(reference, row);
    if (next <= column) refuse('exchange.workbook_damaged');
    column = next;
    cell = { type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? -1), text: '', formula: false };
  }

  function closeCell(done: Cell): void {
    const place = { file, row, column: columnLetters(column) };
    const text = textOf(done, { workbook, place, issues: rowIssues });
    if (text === '') return;
    if (column > tableLimits.columns) refuse('exchange.too_many_columns', { limit: tableLimits.columns });
    cellsSeen += column - cells.length;
    if (cellsSeen > tableLimits.cells) refuse('exchange.too_many_cells', { limit: tableLimits.cells });
    charactersSeen += text.length;
    if (charactersSeen > tableLimits.characters) refuse('exchange.too_much_text', { limit: '256 MiB' });
    while (cells.length < column - 1) cells.push('');
    cells.push(text);
  }

  return {
    rows,
    open(name, attributes) {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'f' && cell !== null) cell.formula = true;
      else if (name === 'v') reading = 'value';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't' && !inPhonetic) reading = 'inline';
      else if (name === 'mergeCell')
        issues.push(warningAt({ file }, 'exchange.merged_cells', { range: visible(attributes.get('ref') ?? '') }));
      if (rows.length > tableLimits.rows + 1) refuse('exchange.too_many_rows', { limit: tableLimits.rows });
      checkIssueCount(issues);
    },
    text(text) {
      if (cell !== null && reading !== null) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = null;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell !== null) {
        closeCell(cell);
        cell = null;
      } else if (name === 'row' && (cells.length > 0 || rowIssues.length > 0))
        rows.push({ row, cells, issues: rowIssues });
    },
  };
}

interface Cell {
  readonly type: string;
  readonly style: number;
  text: string;
  formula: boolean;
}

interface CellContext {
  readonly workbook: Workbook;
  readonly place: { readonly file: string; readonly row: number; readonly column: string };
  readonly issues: Issue[];
}

function textOf(cell: Cell, { workbook, place, issues }: CellContext): string {
  if (cell.formula && cell.text === '' && cell.type !== 'str') {
    issues.push(errorAt(place, 'exchange.formula_without_value'));
    return '';
  }
  switch (cell.type) {
    case 's': {
      const shared = /^\s*\d+\s*$/.test(cell.text) ? workbook.sharedStrings[Number(cell.text)] : undefined;
      return cell.text === '' ? '' : (shared ?? refuse('exchange.workbook_damaged'));
    }
    case 'str':
    case 'inlineStr':
      return unescapeSigns(cell.text);
    case 'b':
      return cell.text.trim() === '' ? '' : cell.text.trim() === '0' ? 'FALSE' : 'TRUE';
    case 'd':
      return cell.text.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'e':
      issues.push(errorAt(place, 'exchange.cell_error', { text: visible(cell.text) }));
      return '';
    case 'n':
      return cell.text.trim() === '' ? '' : numberOrDate(cell, { workbook, place, issues });
    default:
      return refuse('exchange.workbook_damaged');
  }
}

function numberOrDate(cell: Cell, { workbook, place, issues }: CellContext): string {
  const isDate = workbook.dateStyles[cell.style] ?? false;
  const text = isDate ? dateText(Number(cell.text), workbook.epoch) : numberText(cell.text);
  if (text !== null) return text;
  issues.push(errorAt(place, isDate ? 'exchange.cell_date' : 'exchange.cell_number', { text: visible(cell.text) }));
  return '';
}

/** The number (A is 1) of a reference such as `AB12`, which must lie in the row at hand. */
function columnNumber(reference: string, row: number): number {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null || Number(match[2]) !== row) return refuse('exchange.workbook_damaged');
  let number = 0;
  for (const letter of match[1] ?? '') number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function columnLetters(number: number): string {
  const letters: string[] = [];
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters.unshift(String.fromCharCode(65 + ((rest - 1) % 26)));
  return letters.join('');
}
