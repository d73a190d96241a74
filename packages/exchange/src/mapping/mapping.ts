import { makeProblem, ProblemError, refuse, type Json } from '@imena/problem';
import { z } from 'zod';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../issue.ts';
import type { TableResult, TableRow } from '../table/table.ts';
import type { FieldSpec, MappedRow, MappingOptions, Target, TargetName } from './fields.ts';
import { gravesTarget } from './target-graves.ts';
import { journalTarget } from './target-journal.ts';
import { missingTarget } from './target-missing.ts';
import { remainsTarget } from './target-remains.ts';

/** The tables that can be imported, by name. */
export const targets: Readonly<Record<TargetName, Target>> = {
  graves: gravesTarget,
  journal: journalTarget,
  remains: remainsTarget,
  missing: missingTarget,
};

/** Which column gives which field. Plain JSON, to be shown, corrected, saved and used again. */
export interface Mapping {
  readonly version: 1;
  readonly target: TargetName;
  /** Column name by field; fields without a column are left out. */
  readonly columns: Readonly<Record<string, string>>;
  readonly options: MappingOptions;
}

const savedMapping = z.strictObject({
  version: z.literal(1),
  target: z.enum(['graves', 'journal', 'remains', 'missing']),
  columns: z.record(z.string().max(100), z.string().max(32_767)),
  options: z.strictObject({
    decimalComma: z.boolean().exactOptional(),
    dateOrder: z.enum(['day-first', 'month-first']).exactOptional(),
  }),
});

/** Reads a saved mapping. Refuses with `exchange.mapping_invalid`. */
export function parseMapping(json: Json): Mapping {
  const result = savedMapping.safeParse(json);
  if (!result.success) refuse('exchange.mapping_invalid', { reason: z.prettifyError(result.error) });
  return result.data;
}

/**
 * Guesses the mapping from the header: first columns whose name is an alias, then those whose name is one but for a
 * unit or remark after it. Each column is used once. A person looks at it before anything is imported.
 */
export function guessMapping(columns: readonly string[], target: Target): Mapping {
  const guessed = new Map<string, string>();
  const used = new Set<string>();
  for (const key of [headerKey, shortHeaderKey]) {
    for (const { field, aliases } of target.fields) {
      if (guessed.has(field)) continue;
      const keys = new Set(aliases.map(headerKey));
      const column = columns.find((one) => !used.has(one) && keys.has(key(one)));
      if (column === undefined) continue;
      guessed.set(field, column);
      used.add(column);
    }
  }
  return { version: 1, target: target.name, columns: Object.fromEntries(guessed), options: {} };
}

function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}№]/gu, '');
}

function shortHeaderKey(text: string): string {
  return headerKey(text.replace(/[([,].*$/su, ''));
}

export interface MappedTable {
  /** Rows in which every mapped cell could be read. */
  readonly rows: readonly MappedRow[];
  /** Source rows that are held back because of an error; each has its issues. */
  readonly heldBack: readonly number[];
  /** Trouble of the table and of its values, by row. */
  readonly issues: readonly Issue[];
  /** Columns of the file that no field takes: they are not imported, and the person is told. */
  readonly unmappedColumns: readonly string[];
}

/**
 * Reads the values of a table by a mapping. A row with any error is held back whole, with an issue for each bad cell;
 * whether the good rows are imported without it is for the person to decide. Empty cells give no value.
 *
 * Refuses with `exchange.mapping_target`, `exchange.field_unknown`, `exchange.column_missing`, `exchange.field_unmapped`.
 */
export function applyMapping(table: TableResult, mapping: Mapping, target: Target): MappedTable {
  const fields = mappedFields(table, mapping, target);
  const issues: Issue[] = [...table.issues];
  const rows: MappedRow[] = [];
  const heldBack = new Set<number>();
  for (const { severity, place } of table.issues) {
    if (severity === 'error' && place.row !== undefined) heldBack.add(place.row);
  }
  for (const row of table.rows) {
    const { values, found } = readRow(row, fields, { table, mapping, target });
    issues.push(...found);
    checkIssueCount(issues);
    if (found.some(({ severity }) => severity === 'error')) heldBack.add(row.row);
    else rows.push({ row: row.row, values });
  }
  issues.push(...repeatedValues(rows, fields, table.fileName));
  for (const { row, field, code, details } of target.checkAll(rows)) {
    issues.push(warningAt(placeOf({ table, mapping }, row, field), code, details));
  }
  const taken = new Set(Object.values(mapping.columns));
  return {
    rows,
    heldBack: [...heldBack].sort((a, b) => a - b),
    issues: issues.sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0)),
    unmappedColumns: table.columns.filter((column) => !taken.has(column)),
  };
}

interface MappedField {
  readonly spec: FieldSpec;
  readonly column: string;
  readonly index: number;
}

interface Context {
  readonly table: TableResult;
  readonly mapping: Mapping;
  readonly target: Target;
}

function mappedFields(table: TableResult, mapping: Mapping, target: Target): readonly MappedField[] {
  if (mapping.target !== target.name)
    refuse('exchange.mapping_target', { found: mapping.target, expected: target.name });
  const columns = new Map(Object.entries(mapping.columns));
  for (const field of columns.keys()) {
    if (!target.fields.some((spec) => spec.field === field))
      refuse('exchange.field_unknown', { field: visible(field) });
  }
  return target.fields.flatMap((spec) => {
    const column = columns.get(spec.field);
    if (column === undefined) return spec.required ? refuse('exchange.field_unmapped', { field: spec.field }) : [];
    const index = table.columns.indexOf(column);
    if (index !== -1) return [{ spec, column, index }];
    throw new ProblemError(
      makeProblem('exchange.column_missing', { column: visible(column) }, { file: table.fileName }),
    );
  });
}

function readRow(
  row: TableRow,
  fields: readonly MappedField[],
  context: Context,
): { values: Record<string, Json>; found: Issue[] } {
  const values: Record<string, Json> = {};
  const found: Issue[] = [];
  for (const { spec, column, index } of fields) {
    const cell = row.cells[index] ?? '';
    const place = { file: context.table.fileName, row: row.row, column, field: spec.field };
    if (cell.trim() === '') {
      if (spec.required) found.push(errorAt(place, 'exchange.value_required', { field: spec.field }));
      continue;
    }
    const read = spec.parse(cell, context.mapping.options);
    if ('value' in read) values[spec.field] = read.value;
    else found.push(errorAt(place, read.problem.code, read.problem.details));
  }
  // Fields are compared only when all of them could be read: one mistake is told once.
  if (found.length > 0) return { values, found };
  const trouble = context.target.checkRow(values);
  return {
    values,
    found: trouble.map(({ field, code, details }) => errorAt(placeOf(context, row.row, field), code, details)),
  };
}

function placeOf({ table, mapping }: Pick<Context, 'table' | 'mapping'>, row: number, field: string): Issue['place'] {
  const column = mapping.columns[field];
  return { file: table.fileName, row, field, ...(column === undefined ? {} : { column }) };
}

/** Two equal labels are a visible collision and no reason to refuse either. */
function repeatedValues(rows: readonly MappedRow[], fields: readonly MappedField[], file: string): Issue[] {
  return fields
    .filter(({ spec }) => spec.unique)
    .flatMap(({ spec, column }) => {
      const first = new Map<Json, number>();
      return rows.flatMap(({ row, values }) => {
        const value = values[spec.field];
        if (value === undefined) return [];
        const before = first.get(value);
        if (before === undefined) first.set(value, row);
        return before === undefined
          ? []
          : [
              warningAt({ file, row, column, field: spec.field }, 'exchange.duplicate_value', {
                text: visible(typeof value === 'string' ? value : JSON.stringify(value)),
                first: before,
              }),
            ];
      });
    });
}
