import { readFrequencyTable, type Issue } from '@imena/exchange';
import { parseStrictJson, type Json } from '@imena/problem';

/** A table of allele frequencies out of a file, before the installation takes it. */
export interface OpenedTableFile {
  /** The fields of an installable table that the file holds: all of them in JSON, only markers in a plain table. */
  readonly table: Readonly<Record<string, Json>>;
  readonly markers: readonly { readonly name: string; readonly alleles: number; readonly sum: number; readonly sampleSize: number | null }[];
  readonly issues: readonly Issue[];
}

interface FileMarker {
  readonly name: string;
  readonly alleles: readonly string[];
  readonly freqs: readonly number[];
  readonly sampleSize?: number | null;
}

/** Reads JSON, or a table with a row an allele and a column a marker (CSV, XLSX). @throws Problem `json.*`, `exchange.*` */
export function readTableFile(bytes: Uint8Array, fileName: string, decimalComma: 'comma' | 'point'): OpenedTableFile {
  if (/\.json$/i.test(fileName)) {
    const json = parseStrictJson(bytes);
    const table = typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Readonly<Record<string, Json>>) : {};
    // The server checks every marker; here they are only shown, as far as they have the form.
    return { table, markers: describe((Array.isArray(table['markers']) ? table['markers'] : []).filter(isMarker)), issues: [] };
  }
  const { markers, issues } = readFrequencyTable(bytes, { fileName, decimalComma: decimalComma === 'comma' });
  return { table: { markers: markers.map(({ name, alleles, freqs }) => ({ name, alleles: [...alleles], freqs: [...freqs] })) }, markers: describe(markers), issues };
}

function describe(markers: readonly FileMarker[]): OpenedTableFile['markers'] {
  return markers.map(({ name, alleles, freqs, sampleSize }) => ({ name, alleles: alleles.length, sum: freqs.reduce((x, y) => x + y, 0), sampleSize: sampleSize ?? null }));
}

function isMarker(value: unknown): value is FileMarker {
  return typeof value === 'object' && value !== null && 'name' in value && 'alleles' in value && 'freqs' in value
    && typeof value.name === 'string' && Array.isArray(value.alleles) && Array.isArray(value.freqs) && value.freqs.every((one) => typeof one === 'number');
}
