import { readFile } from 'node:fs/promises';
import { applyPolicies, canonicalMarkerName, defaultPolicies, markersFrom, parseFrequencyTable, shippedFrequencyTables, stepwiseMutation, KinshipError, type AppliedPolicy, type FrequencyTable, type Marker, type Policies } from '@imena/kinship';
import { readFrequencyTable } from '@imena/exchange';
import { refuse } from '@imena/problem';
import { decodeText, parseJson } from '../read-text.ts';

export const defaultFrequencies = 'nist1036-2017-cauc';

export interface Frequencies {
  readonly id: string;
  readonly markers: readonly Marker[];
  /** Markers whose frequencies were scaled. */
  readonly rescaled: readonly AppliedPolicy[];
}

/** A sum further from 1 than rounding of the table itself can bring it. */
const oddSum = 1e-9;

/**
 * Allele frequencies by the id of a table that comes with the program, from a JSON file of the same form, or from a CSV
 * with one row an allele and one column a marker. A marker that sums to 1 within a hundredth is scaled to it, and is told;
 * any other is refused, unless the policy is to scale whatever they sum to.
 */
export async function loadFrequencies(given: string, how: { readonly mutation: 'stepwise' | 'none'; readonly normalisation: Policies['normalisation'] }): Promise<Frequencies> {
  const table = shippedFrequencyTables().find((t) => t.id === given) ?? (await readTableFile(given, how.normalisation));
  const scaled = markersFrom({ table, mutation: how.mutation === 'none' ? () => null : stepwiseMutation }).map((m) => {
    const seen = m.alleles.filter((_, i) => (m.freqs[i] ?? 0) > 0);
    return applyPolicies({ ...m, alleles: seen, freqs: m.freqs.filter((p) => p > 0) }, [], { ...defaultPolicies, normalisation: 'rescale' });
  });
  const isOdd = ({ details: { sum } }: AppliedPolicy): boolean => Math.abs(Number(sum) - 1) > oddSum;
  return { id: table.id, markers: scaled.map(({ marker }) => marker), rescaled: scaled.flatMap(({ applied }) => applied).filter(isOdd) };
}

async function readTableFile(file: string, sums: Policies['normalisation']): Promise<FrequencyTable> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse('screen.frequencies_unknown', { given: file, known: shippedFrequencyTables().map((t) => t.id).join(', '), reason: error instanceof Error ? error.message : String(error) });
  }
  const json = file.toLowerCase().endsWith('.json') ? parseJson(file, decodeText(bytes, { file })) : tableOfCsv(file, bytes);
  try {
    refuseOtherModels(json);
    return parseFrequencyTable(json, sums);
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

/** A CSV in the form of a JSON table, so that the same rules hold: a marker that sums to 0.4 lacks alleles. */
function tableOfCsv(file: string, bytes: Uint8Array): object {
  const read = readFrequencyTable(bytes, { fileName: file });
  const [issue] = read.issues.filter((i) => i.severity === 'error');
  if (issue !== undefined) return refuse(issue.code, issue.details, issue.place);
  return { id: file, name: file, source: file, licence: 'as given', markers: read.markers.map((m) => ({ ...m, name: canonicalMarkerName(m.name) })) };
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
