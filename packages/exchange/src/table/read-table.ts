import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { decodeText, type TextEncoding } from './decode-text.ts';
import { checkSeparator, findSeparator } from './find-separator.ts';
import { errorAt } from '../issue.ts';
import { tableLimits } from './limits.ts';
import { parseCsv, type Separator } from './parse-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { tableOf, type RawRow, type TableResult } from './table.ts';
import { unprotectCell } from './write-csv.ts';

export interface TableOptions {
  readonly fileName: string;
  /** The sheet of a workbook; without it the first that is visible. */
  readonly sheet?: string;
  readonly separator?: Separator;
  /** Declared by a person; without it UTF-8, or UTF-16 with its mark. */
  readonly encoding?: TextEncoding;
  /** True for a file that `writeCsv` wrote: takes the guard against formulas off again. */
  readonly unprotect?: boolean;
}

/**
 * Reads a table from CSV, TSV or XLSX, told apart by their first bytes and never by the name. Cells stay text: 007 keeps
 * its zeros, 9007199254740993 its digits. Blank lines and rows of nothing but separators are passed over and counted.
 * Takes time and memory in proportion to the file; limits in `tableLimits`.
 *
 * Refuses the whole file with `exchange.*`; trouble with single rows is among the issues.
 */
export function readTable(bytes: Uint8Array, options: TableOptions): TableResult {
  try {
    return readAny(bytes, options);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, details, place } = error.problem;
    throw new ProblemError(makeProblem(code, details, { file: options.fileName, ...place }));
  }
}

function readAny(bytes: Uint8Array, options: TableOptions): TableResult {
  if (bytes.length > tableLimits.bytes) refuse('exchange.file_too_large', { limit: '64 MiB' });
  if (bytes.length === 0) refuse('exchange.empty_file');
  switch (kindOf(bytes)) {
    case 'zip':
      return readWorkbook(bytes, options);
    case 'compound':
      return refuse('exchange.old_workbook');
    case 'other':
      return refuse('exchange.not_a_table');
    case 'text':
      return readText(bytes, options);
  }
}

/** The beginnings of files that are certainly no table; whatever else is not text fails as such. */
const otherBeginnings = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
];

function kindOf(bytes: Uint8Array): 'zip' | 'compound' | 'other' | 'text' {
  const begins = (beginning: readonly number[]): boolean => beginning.every((byte, index) => bytes[index] === byte);
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) return 'compound';
  return otherBeginnings.some(begins) ? 'other' : 'text';
}

function readText(bytes: Uint8Array, options: TableOptions): TableResult {
  const { text, encoding } = decodeText(bytes, options.encoding ?? null);
  const separator = options.separator ?? findSeparator(text);
  if (options.separator !== undefined) checkSeparator(text, separator);
  return tableOf(rawRows(text, separator, options), {
    fileName: options.fileName,
    format: 'csv',
    separator,
    separatorDetected: options.separator === undefined,
    encoding,
    sheet: null,
    sheets: [],
    issues: [],
    padShortRows: false,
  });
}

function* rawRows(text: string, separator: Separator, options: TableOptions): Generator<RawRow, void> {
  for (const { row, cells, badQuote } of parseCsv(text, separator)) {
    const plain = options.unprotect === true ? cells.map(unprotectCell) : cells;
    const issues = badQuote ? [errorAt({ file: options.fileName, row }, 'exchange.quote_inside')] : [];
    yield { row, cells: plain, issues };
  }
}
