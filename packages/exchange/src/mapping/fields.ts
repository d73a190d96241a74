import type { Json } from '@imena/problem';
import type { Attempt } from '../issue.ts';

export type TargetName = 'graves' | 'journal' | 'remains' | 'missing';

/** What a person declares about a file besides the columns. */
export interface MappingOptions {
  readonly decimalComma?: boolean;
  readonly dateOrder?: 'day-first' | 'month-first';
}

/** One field that a column can be mapped to. */
export interface FieldSpec {
  readonly field: string;
  readonly labelKey: string;
  readonly label: { readonly en: string; readonly uk: string };
  readonly required: boolean;
  /** The same value in two rows is pointed out. */
  readonly unique: boolean;
  /** How a cell is written where that is not plain, by example. */
  readonly hint?: { readonly en: string; readonly uk: string };
  /** Header texts that mean this field; compared without case, spaces and punctuation. */
  readonly aliases: readonly string[];
  /** Reads a cell that is not empty. */
  readonly parse: (cell: string, options: MappingOptions) => Attempt<Json>;
}

/** Why two fields of one row do not fit together; `field` says at which column to show it. */
export interface RowTrouble {
  readonly field: string;
  readonly code: string;
  readonly details: Readonly<Record<string, Json>>;
}

export interface MappedRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Json>>;
}

/** A kind of table that can be imported. */
export interface Target {
  readonly name: TargetName;
  readonly fields: readonly FieldSpec[];
  /** Trouble between the fields of one row; such a row is held back. */
  readonly checkRow: (values: MappedRow['values']) => readonly RowTrouble[];
  /** What only shows when all rows are seen; a question, the row stays. */
  readonly checkAll: (rows: readonly MappedRow[]) => readonly (RowTrouble & { readonly row: number })[];
}

export interface FieldWords {
  readonly en: string;
  readonly uk: string;
  readonly aliases: readonly string[];
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly hint?: { readonly en: string; readonly uk: string };
}

/** Makes a field of a target; its own labels are among its aliases. */
export function defineField(
  target: TargetName,
  field: string,
  words: FieldWords & Pick<FieldSpec, 'parse'>,
): FieldSpec {
  const { en, uk, aliases, required = false, unique = false, parse, hint } = words;
  return {
    field,
    labelKey: `import.field.${target}.${field}`,
    label: { en, uk },
    required,
    unique,
    aliases: [...new Set([field, en, uk, ...aliases])],
    parse,
    ...(hint === undefined ? {} : { hint }),
  };
}
