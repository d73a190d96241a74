import type { Language } from '@imena/problem';
import { writeCsv } from '../table/write-csv.ts';
import type { Target } from './fields.ts';

/**
 * An empty table of a kind that can be imported: one column a field, named in the reader's language, so that the header
 * is recognised whole when the table comes back filled.
 */
export function writeTemplate({ fields }: Target, language: Language): string {
  return writeCsv(fields.map(({ label }) => label[language]), []);
}
