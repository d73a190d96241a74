import { refuse } from '@imena/problem';
import type { MarkerFrequencies } from './frequencies.ts';
import { compareAlleles, parseAllele } from './str/alleles.ts';
import { writeCsv } from './table/write-csv.ts';

/**
 * Writes frequencies as they are published: one row an allele, smallest first, one column a marker, a last row N where a
 * sample size is known. `readFrequencyTable` gives every number back to the last digit. A frequency of zero is an allele
 * that was not seen: its cell stays empty.
 *
 * Refuses with `exchange.write_alleles`, `exchange.frequency_value`, `exchange.allele_*`.
 */
export function writeFrequencyTable(markers: readonly MarkerFrequencies[]): string {
  const cells = markers.map((marker) => cellsOf(marker));
  const alleles = [...new Set(cells.flatMap((map) => [...map.keys()]))].sort(compareAlleles);
  const rows = alleles.map((allele) => [allele, ...cells.map((map) => map.get(allele) ?? '')]);
  const sizes = markers.some(({ sampleSize }) => sampleSize !== null) ? [['N', ...markers.map(({ sampleSize }) => (sampleSize === null ? '' : String(sampleSize)))]] : [];
  return writeCsv(['Allele', ...markers.map(({ name }) => name)], [...rows, ...sizes]);
}

function cellsOf({ name, alleles, freqs }: MarkerFrequencies): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  if (alleles.length !== freqs.length || new Set(alleles).size !== alleles.length) refuse('exchange.write_alleles', { marker: name });
  alleles.forEach((allele, at) => {
    const read = parseAllele(allele, name, {});
    const value = freqs[at] ?? Number.NaN;
    if ('problem' in read) return refuse(read.problem.code, read.problem.details);
    if (read.value !== allele) return refuse('exchange.write_alleles', { marker: name });
    if (!(value >= 0 && value <= 1)) return refuse('exchange.frequency_value', { text: String(value) });
    if (value > 0) map.set(allele, String(value));
  });
  return map;
}
