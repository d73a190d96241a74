import { readFile } from 'node:fs/promises';
import { canonicalMarkerName, markersFrom, parseFrequencyTable, shippedFrequencyTables, stepwiseMutation, KinshipError, type FrequencyTable, type Marker } from '@imena/kinship';
import { readFrequencyTable } from '@imena/exchange';
import { refuse } from '@imena/problem';
import { parseJson } from '../read-text.ts';

export const defaultFrequencies = 'nist1036-2017-cauc';

/**
 * Allele frequencies by the id of a table that comes with the program, from a JSON file of the same form, or from a CSV
 * with one row an allele and one column a marker. A marker that sums to 1 within a hundredth
 * is scaled to it, any other is refused.
 */
export async function loadFrequencies(given: string, mutation: 'stepwise' | 'none'): Promise<{ id: string; markers: Marker[] }> {
  const table = shippedFrequencyTables().find((t) => t.id === given) ?? (await readTableFile(given));
  const markers = markersFrom({ table, mutation: mutation === 'none' ? () => null : stepwiseMutation });
  return {
    id: table.id,
    markers: markers.map((m) => {
      const seen = m.alleles.flatMap((allele, i) => ((m.freqs[i] ?? 0) > 0 ? [{ allele, p: m.freqs[i] ?? 0 }] : []));
      const sum = seen.reduce((x, s) => x + s.p, 0);
      return { ...m, alleles: seen.map((s) => s.allele), freqs: seen.map((s) => s.p / sum) };
    }),
  };
}

async function readTableFile(file: string): Promise<FrequencyTable> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse('screen.frequencies_unknown', { given: file, known: shippedFrequencyTables().map((t) => t.id).join(', '), reason: error instanceof Error ? error.message : String(error) });
  }
  if (file.toLowerCase().endsWith('.json')) {
    try {
      const json = parseJson(file, new TextDecoder().decode(bytes));
      refuseOtherModels(json);
      return parseFrequencyTable(json);
    } catch (error) {
      if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
      throw error;
    }
  }
  const read = readFrequencyTable(bytes, { fileName: file });
  const [issue] = read.issues.filter((i) => i.severity === 'error');
  if (issue !== undefined) return refuse(issue.code, issue.details, issue.place);
  try {
    // The same rules as for JSON: a marker that sums to 0.4 lacks alleles, and is not scaled to 1 in silence.
    return parseFrequencyTable({ id: file, name: file, source: file, licence: 'as given', markers: read.markers.map((m) => ({ ...m, name: canonicalMarkerName(m.name) })) });
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

/** Refuses what a marker of a table says beyond its frequencies, instead of passing over it. @throws KinshipError kinship.screening.x_marker, kinship.screening.own_mutation, kinship.screening.silent_marker */
function refuseOtherModels(json: unknown): void {
  const markers = typeof json === 'object' && json !== null && 'markers' in json && Array.isArray(json.markers) ? (json.markers as readonly unknown[]) : [];
  for (const marker of markers) {
    if (typeof marker !== 'object' || marker === null || !('name' in marker)) continue;
    const about = { marker: String(marker.name) };
    if ('chrom' in marker && marker.chrom !== 'autosomal') throw new KinshipError('kinship.screening.x_marker', about);
    if ('mutation' in marker) throw new KinshipError('kinship.screening.own_mutation', about);
    if ('silent' in marker || 'dropOut' in marker) throw new KinshipError('kinship.screening.silent_marker', about);
  }
}
