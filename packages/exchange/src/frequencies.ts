import { refuse } from '@imena/problem';
import { errorAt, visible, warningAt, type Issue } from './issue.ts';
import { parseAllele } from './str/alleles.ts';
import { findMarker } from './str/markers.ts';
import { readTable, type TableOptions } from './table/read-table.ts';
import type { TableResult } from './table/table.ts';

export interface MarkerFrequencies {
  readonly name: string;
  readonly alleles: readonly string[];
  /** In the order of `alleles`, as the file states them: neither rounded nor rescaled. */
  readonly freqs: readonly number[];
  /** Alleles typed or persons, as the file's own row N says; null without it. */
  readonly sampleSize: number | null;
}

export interface FrequencyTable {
  readonly markers: readonly MarkerFrequencies[];
  readonly issues: readonly Issue[];
}

export interface FrequencyOptions extends TableOptions {
  readonly decimalComma?: boolean;
}

/** Published tables are rounded to three digits and more; a sum further from 1 than this is told. */
const sumTolerance = 0.01;
const sizeRow = /^(n|2n|size|sample size|total|sum)$/i;

/**
 * Reads a table of allele frequencies with one row an allele and one column a marker, a row N with the sample size
 * allowed. Empty cells and zeros are alleles that were not seen. A marker with a value that is no frequency is left out.
 *
 * Refuses with `exchange.frequency_format` and the codes of `readTable`.
 */
export function readFrequencyTable(bytes: Uint8Array, options: FrequencyOptions): FrequencyTable {
  const table = readTable(bytes, options);
  const issues: Issue[] = [...table.issues];
  const rows = alleleRows(table, options, issues);
  if (table.columns.length < 2 || rows.length === 0) refuse('exchange.frequency_format', {}, { file: table.fileName });
  const markers = table.columns.slice(1).flatMap((column, index) => {
    const marker = readMarker({ table, column, index: index + 1, rows }, options, issues);
    return marker === null ? [] : [marker];
  });
  return { markers, issues };
}

interface AlleleRow {
  readonly row: number;
  readonly allele: string;
  readonly cells: readonly string[];
}

function alleleRows(table: TableResult, options: FrequencyOptions, issues: Issue[]): readonly AlleleRow[] {
  const first = new Map<string, number>();
  return table.rows.flatMap(({ row, cells }): AlleleRow[] => {
    const text = cells[0]?.trim() ?? '';
    if (sizeRow.test(text)) return [];
    const place = { file: table.fileName, row, column: table.columns[0] ?? '' };
    const read = parseAllele(text, table.columns[0] ?? '', options);
    if ('problem' in read || read.value === null) {
      issues.push(
        'problem' in read
          ? errorAt(place, read.problem.code, read.problem.details)
          : errorAt(place, 'exchange.allele_invalid', { text, marker: '' }),
      );
      return [];
    }
    const before = first.get(read.value);
    if (before !== undefined) {
      issues.push(errorAt(place, 'exchange.frequency_repeated', { text: read.value, first: before }));
      return [];
    }
    first.set(read.value, row);
    return [{ row, allele: read.value, cells }];
  });
}

interface MarkerColumn {
  readonly table: TableResult;
  readonly column: string;
  readonly index: number;
  readonly rows: readonly AlleleRow[];
}

function readMarker(
  { table, column, index, rows }: MarkerColumn,
  options: FrequencyOptions,
  issues: Issue[],
): MarkerFrequencies | null {
  const place = { file: table.fileName, column: visible(column) };
  const known = findMarker(column);
  if (known === null) issues.push(warningAt(place, 'exchange.marker_unknown', { marker: visible(column) }));
  const alleles: string[] = [];
  const freqs: number[] = [];
  let broken = false;
  for (const { row, allele, cells } of rows) {
    const text = cells[index]?.trim() ?? '';
    if (text === '') continue;
    const value = numberOf(text, options);
    if (value === null || value < 0 || value > 1) {
      broken = true;
      issues.push(errorAt({ ...place, row }, 'exchange.frequency_value', { text: visible(text) }));
    } else if (value > 0) {
      alleles.push(allele);
      freqs.push(value);
    }
  }
  if (broken) return null;
  if (alleles.length === 0) {
    issues.push(warningAt(place, 'exchange.frequency_none'));
    return null;
  }
  const sum = freqs.reduce((total, one) => total + one, 0);
  if (Math.abs(sum - 1) > sumTolerance) {
    issues.push(warningAt(place, 'exchange.frequency_sum', { marker: visible(column), sum: sum.toFixed(4) }));
  }
  return { name: known?.name ?? column, alleles, freqs, sampleSize: sizeOf(table, index, options) };
}

function numberOf(text: string, { decimalComma }: FrequencyOptions): number | null {
  const point = decimalComma === true ? text.replace(',', '.') : text;
  return /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(point) ? Number(point) : null;
}

function sizeOf(table: TableResult, index: number, options: FrequencyOptions): number | null {
  const row = table.rows.find(({ cells }) => /^(n|2n|size|sample size)$/i.test(cells[0]?.trim() ?? ''));
  const value = numberOf(row?.cells[index]?.trim() ?? '', options);
  return value !== null && Number.isInteger(value) && value > 0 ? value : null;
}
