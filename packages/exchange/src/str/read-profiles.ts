import { refuse } from '@imena/problem';
import { errorAt, visible, type Issue } from '../issue.ts';
import type { TableResult, TableRow } from '../table/table.ts';
import { buildProfiles } from './build-profiles.ts';
import { dropOutColumns, readDropOut, type DropOutColumns } from './drop-out-columns.ts';
import { findMarker } from './markers.ts';
import type { ProfileFormat, ProfileOptions, ProfilesResult, RawGenotype } from './profile.ts';

const sampleNames = [
  'sample',
  'samplename',
  'sampleid',
  'specimen',
  'specimenid',
  'id',
  'profile',
  'зразок',
  'кодзразка',
  'образец',
];
const markerNames = ['marker', 'locus', 'loci', 'маркер', 'локус'];
const alleleForm = /^(?:allele|алель|аллель|a)(\d{1,2})$/;
const heightForm = /^(?:height|peakheight|rfu|висота)(\d{1,2})$/;

interface Columns {
  readonly sample: number;
  readonly sampleFile: number;
  readonly marker: number;
  readonly alleles: readonly number[];
  readonly heights: readonly number[];
  readonly dropOut: DropOutColumns;
}

function columnsOf(table: TableResult): Columns {
  const keys = table.columns.map((column) =>
    column
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const indexes = (form: RegExp): number[] => keys.flatMap((key, index) => (form.test(key) ? [index] : []));
  return {
    sample: keys.findIndex((key) => sampleNames.includes(key)),
    sampleFile: keys.indexOf('samplefile'),
    marker: keys.findIndex((key) => markerNames.includes(key)),
    alleles: indexes(alleleForm),
    heights: indexes(heightForm),
    dropOut: dropOutColumns(keys),
  };
}

/** Which of the three tables of profiles this is; null when it is none of them. */
export function detectProfileFormat(table: TableResult): ProfileFormat | null {
  const { sample, sampleFile, marker, alleles } = columnsOf(table);
  if (marker !== -1 && alleles.length > 0) {
    return sampleFile !== -1 || (table.separator === '\t' && sample !== -1) ? 'genemapper' : 'long';
  }
  return wideColumns(table).some(({ known }) => known) ? 'wide' : null;
}

/** Reads profiles in whichever of the three formats it is. Refuses with `exchange.profile_format`. */
export function readProfiles(table: TableResult, options: ProfileOptions = {}): ProfilesResult {
  switch (detectProfileFormat(table)) {
    case 'long':
      return readProfilesLong(table, options);
    case 'wide':
      return readProfilesWide(table, options);
    case 'genemapper':
      return readGeneMapper(table, options);
    case null:
      return refuse('exchange.profile_format', {}, { file: table.fileName });
  }
}

/**
 * Reads one row a sample and marker: `sample, marker, allele1, allele2 ...`. Without a sample column the sample must be
 * given in the options. Refuses with `exchange.profile_format`.
 */
export function readProfilesLong(table: TableResult, options: ProfileOptions = {}): ProfilesResult {
  return readRows(table, 'long', options);
}

/**
 * Reads a genotypes table as exported by GeneMapper: Sample File, Sample Name, Marker, Allele 1 ..., Height 1 ... A row
 * without a sample name is named by its sample file. Refuses with `exchange.profile_format`.
 */
export function readGeneMapper(table: TableResult, options: ProfileOptions = {}): ProfilesResult {
  return readRows(table, 'genemapper', options);
}

function readRows(table: TableResult, format: 'long' | 'genemapper', options: ProfileOptions): ProfilesResult {
  const columns = columnsOf(table);
  if (columns.marker === -1 || columns.alleles.length === 0)
    refuse('exchange.profile_format', {}, { file: table.fileName });
  const issues: Issue[] = [...table.issues];
  const raw = table.rows.flatMap((row): RawGenotype[] => {
    const cell = (index: number): string => row.cells[index]?.trim() ?? '';
    const sample = cell(columns.sample) || cell(columns.sampleFile) || (options.sample ?? '');
    const marker = cell(columns.marker);
    const place = { file: table.fileName, row: row.row };
    if (sample === '') issues.push(errorAt(place, 'exchange.sample_missing'));
    else if (marker === '') issues.push(errorAt(place, 'exchange.marker_missing'));
    else {
      const heights = columns.heights.map(cell);
      const dropOut = readDropOut(table, row, { columns: columns.dropOut, issues });
      return [{ row: row.row, sample, marker, alleles: allelesAt(table, row, columns.alleles), heights, dropOut }];
    }
    return [];
  });
  return buildProfiles(raw, { format, file: table.fileName, options, issues });
}

function allelesAt(table: TableResult, row: TableRow, indexes: readonly number[]): RawGenotype['alleles'] {
  return indexes.flatMap((index) => {
    const text = row.cells[index]?.trim() ?? '';
    return text === '' ? [] : [{ text, column: table.columns[index] ?? '' }];
  });
}

interface WideColumn {
  readonly marker: string;
  readonly known: boolean;
  readonly index: number;
  /** The column holds both alleles in one cell. */
  readonly joined: boolean;
}

/** `D3S1358` holds both alleles; `D3S1358 1`, `D3S1358_2`, `Penta E (1)`, `TH01 Allele 2` one each. */
const oneAllele = /^(.+?)[\s_.-]*(?:\(|allele\s*|алель\s*)?(?:(?<=[\s_.(-]|allele|алель)([1-9]|[ab]))\)?$/iu;

function wideColumns(table: TableResult): readonly WideColumn[] {
  const { sample, dropOut } = columnsOf(table);
  const told = new Set<number>(Object.values(dropOut));
  return table.columns.flatMap((column, index): WideColumn[] => {
    if (index === sample || told.has(index)) return [];
    if (column.length > 100) return [{ marker: visible(column), known: false, index, joined: true }];
    const whole = findMarker(column);
    if (whole !== null) return [{ marker: whole.name, known: true, index, joined: true }];
    const stem = oneAllele.exec(column)?.[1]?.trim();
    if (stem !== undefined && stem !== '') {
      const known = findMarker(stem);
      return [{ marker: known?.name ?? stem, known: known !== null, index, joined: false }];
    }
    return [{ marker: column, known: false, index, joined: true }];
  });
}

/**
 * Reads one row a sample with its alleles in columns by marker. Columns that are no known marker are told and kept apart.
 * Refuses with `exchange.profile_format`.
 */
export function readProfilesWide(table: TableResult, options: ProfileOptions = {}): ProfilesResult {
  const { sample, dropOut: dropOutAt } = columnsOf(table);
  const columns = wideColumns(table);
  if (!columns.some(({ known }) => known)) refuse('exchange.profile_format', {}, { file: table.fileName });
  const byMarker = new Map<string, WideColumn[]>();
  for (const column of columns) byMarker.set(column.marker, [...(byMarker.get(column.marker) ?? []), column]);
  const issues: Issue[] = [...table.issues];
  const raw = table.rows.flatMap((row): RawGenotype[] => {
    const name = row.cells[sample]?.trim() || (options.sample ?? '');
    if (name === '') {
      issues.push(errorAt({ file: table.fileName, row: row.row }, 'exchange.sample_missing'));
      return [];
    }
    const dropOut = readDropOut(table, row, { columns: dropOutAt, issues });
    return [...byMarker].flatMap(([marker, ones]): RawGenotype[] => {
      const alleles = ones.flatMap((one) => splitCell(table, row, one, options));
      // An empty cell of a wide table says nothing: not every kit types every marker.
      return alleles.length === 0 ? [] : [{ row: row.row, sample: name, marker, alleles, heights: [], dropOut }];
    });
  });
  return buildProfiles(raw, { format: 'wide', file: table.fileName, options, issues });
}

/** Alleles of one cell: parted by comma, slash, semicolon or space; by no comma where commas are declared decimal. */
function splitCell(
  table: TableResult,
  row: TableRow,
  column: WideColumn,
  options: ProfileOptions,
): RawGenotype['alleles'] {
  const text = row.cells[column.index]?.trim() ?? '';
  if (text === '') return [];
  const name = visible(table.columns[column.index] ?? '');
  if (!column.joined || !column.known || findMarker(column.marker)?.kind === 'mt') return [{ text, column: name }];
  const parts = text.split(options.decimalComma === true ? /\s*[;/|]\s*|\s+/u : /\s*[,;/|]\s*|\s+/u);
  return parts.filter((part) => part !== '').map((part) => ({ text: part, column: name }));
}
