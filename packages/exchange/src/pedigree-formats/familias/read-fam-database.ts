import { refuse } from '@imena/problem';
import { visible, warningAt, type Issue } from '../../issue.ts';
import type { FamFile, FamMarker, FamMutation } from './fam-file.ts';
import type { LineCursor } from './line-cursor.ts';

const sumTolerance = 1e-3;

/**
 * The frequency table with its mutation models: for each pair of lines the woman's value stands first.
 *
 * Refuses with `exchange.fam_format`, `exchange.fam_databases`, `exchange.frequency_value`.
 */
export function readDatabase(cursor: LineCursor, file: string, issues: Issue[]): Pick<FamFile, 'databaseName' | 'theta' | 'markers'> {
  const heading = cursor.peek();
  cursor.flag('databases');
  const databases = Number(/#Databases:\s*(\d+)/.exec(heading)?.[1] ?? 1);
  if (databases > 1) refuse('exchange.fam_databases', { databases }, { row: cursor.row });
  const theta = Number(/Fst:\s*([-+.\deE]+)/.exec(heading)?.[1] ?? 0);
  if (!(theta >= 0 && theta < 1)) refuse('exchange.fam_format', { text: visible(heading), field: 'theta' }, { row: cursor.row, field: 'theta' });
  const count = cursor.count('markers');
  const databaseName = cursor.flag('name of the table') ? cursor.text('name of the table') : null;
  const names = new Set<string>();
  const markers = Array.from({ length: count }, () => {
    const marker = readMarker(cursor);
    if (names.has(marker.name)) refuse('exchange.pedigree_marker_twice', { marker: visible(marker.name) }, { row: cursor.row });
    names.add(marker.name);
    const sum = marker.freqs.reduce((total, one) => total + one, marker.silent ?? 0);
    if (Math.abs(sum - 1) > sumTolerance) {
      issues.push(warningAt({ file, row: cursor.row, column: visible(marker.name) }, 'exchange.frequency_sum', { marker: visible(marker.name), sum: sum.toFixed(4) }));
    }
    return marker;
  });
  return { databaseName, theta, markers };
}

function readMarker(cursor: LineCursor): FamMarker {
  const name = cursor.text('marker');
  const rate = pair(cursor, 'mutation rate');
  const model = pair(cursor, 'mutation model');
  cursor.count('alleles');
  const range = pair(cursor, 'mutation range');
  const rate2 = pair(cursor, 'second mutation rate');
  const hasSilent = cursor.flag('silent allele');
  const silent = frequency(cursor, 'silent allele');
  const counted = /^(\d{1,9})(?:\s*\((.*)\))?$/.exec(cursor.peek());
  if (counted === null) cursor.integer('alleles');
  const note = cursor.line('alleles');
  const alleles: string[] = [];
  const freqs: number[] = [];
  const seen = new Map<string, number>();
  for (let left = Math.min(Number(counted?.[1]), 100_000); left > 0; left--) {
    const allele = cursor.text('allele');
    const first = seen.get(allele);
    if (first !== undefined) refuse('exchange.frequency_repeated', { text: visible(allele), first }, { row: cursor.row, field: 'allele' });
    seen.set(allele, cursor.row);
    alleles.push(allele);
    freqs.push(frequency(cursor, 'frequency'));
  }
  const sexed = (sex: 'female' | 'male'): FamMutation => ({ model: model[sex], rate: rate[sex], range: range[sex], rate2: rate2[sex] });
  return {
    name, alleles, freqs, female: sexed('female'), male: sexed('male'),
    silent: hasSilent ? silent : null,
    databaseSize: noted(note, 'DatabaseSize'), dropOut: noted(note, 'Dropout probability'), minorAlleleFrequency: noted(note, 'Minor allele frequency'),
  };
}

function pair(cursor: LineCursor, field: string): { readonly female: number; readonly male: number } {
  const female = cursor.number(field);
  return { female, male: cursor.number(field) };
}

function frequency(cursor: LineCursor, field: string): number {
  const value = cursor.number(field);
  return value >= 0 && value <= 1 ? value : refuse('exchange.frequency_value', { text: String(value) }, { row: cursor.row, field });
}

function noted(note: string, name: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*([-+.\\deE]+)`).exec(note)?.[1] ?? 0);
  return Number.isFinite(value) ? value : 0;
}
