import { KinshipError } from '../kinship-error.ts';
import type { Marker, MutationBySex, Policies } from '../types.ts';
import { canonicalMarkerName } from './marker-names.ts';
import nist from './nist1036-2017.json' with { type: 'json' };
import norstr from './norstr-2023.json' with { type: 'json' };

/** Allele frequencies of one population, with where they come from and under which licence. */
export interface FrequencyTable {
  readonly id: string;
  readonly name: string;
  readonly population?: string;
  readonly source: string;
  readonly licence: string;
  readonly notice?: string;
  readonly cite?: readonly string[];
  readonly note?: string;
  /** Number of people sampled. */
  readonly sampleSize?: number;
  readonly markers: readonly { readonly name: string; readonly alleles: readonly string[]; readonly freqs: readonly number[] }[];
}

/** The tables that come with the package: norSTR 2023 (MIT, seven regions) and NIST 1036 revised 2017 (public domain, four groups). */
export function shippedFrequencyTables(): readonly FrequencyTable[] {
  const tables: readonly FrequencyTable[] = [...norstr, ...nist];
  return tables;
}

/**
 * Reads an installable frequency table: the fields of `FrequencyTable`, each marker with unique alleles and frequencies of
 * 0 to 1 that sum to 1 within 0.01, or to anything above 0 where the reader will rescale them.
 * @throws KinshipError kinship.table.shape {path}, kinship.table.sum, kinship.table.duplicate
 */
export function parseFrequencyTable(json: unknown, sums: Policies['normalisation'] = 'asGiven'): FrequencyTable {
  const fail = (path: string): never => {
    throw new KinshipError('kinship.table.shape', { path });
  };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail('table');
  const given = json as Readonly<Record<string, unknown>>;
  const text = (key: string): string => {
    const value = given[key];
    return typeof value === 'string' && value.trim() !== '' ? value : fail(key);
  };
  const optional = (key: string): object => (given[key] === undefined ? {} : { [key]: text(key) });
  if (!Array.isArray(given.markers) || given.markers.length === 0) return fail('markers');
  const { sampleSize, cite } = given;
  if (sampleSize !== undefined && !(typeof sampleSize === 'number' && Number.isInteger(sampleSize) && sampleSize > 0)) return fail('sampleSize');
  if (cite !== undefined && !(Array.isArray(cite) && cite.every((c) => typeof c === 'string'))) return fail('cite');
  const names = new Set<string>();
  const markers = given.markers.map((item: unknown, i) => {
    const marker = readTableMarker(item, `markers[${i}]`, sums);
    const name = canonicalMarkerName(marker.name);
    if (names.has(name)) throw new KinshipError('kinship.table.duplicate', { marker: name });
    names.add(name);
    return marker;
  });
  return {
    id: text('id'),
    name: text('name'),
    ...optional('population'),
    source: text('source'),
    licence: text('licence'),
    ...optional('notice'),
    ...optional('note'),
    ...(cite === undefined ? {} : { cite }),
    ...(sampleSize === undefined ? {} : { sampleSize }),
    markers,
  };
}

function readTableMarker(item: unknown, path: string, sums: Policies['normalisation']): FrequencyTable['markers'][number] {
  const fail = (at: string): never => {
    throw new KinshipError('kinship.table.shape', { path: at });
  };
  if (typeof item !== 'object' || item === null) return fail(path);
  const { name, alleles, freqs } = item as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || name.trim() === '') return fail(`${path}.name`);
  if (!Array.isArray(alleles) || alleles.length === 0 || !alleles.every((a) => typeof a === 'string' && a !== '')) return fail(`${path}.alleles`);
  if (!Array.isArray(freqs) || freqs.length !== alleles.length || !freqs.every((p) => typeof p === 'number' && p >= 0 && p <= 1)) return fail(`${path}.freqs`);
  const labels = alleles as readonly string[];
  const values = freqs as readonly number[];
  if (new Set(labels).size !== labels.length) throw new KinshipError('kinship.table.duplicate', { marker: name });
  const sum = values.reduce((x, y) => x + y, 0);
  if (sums === 'rescale' ? !(sum > 0) : Math.abs(sum - 1) > 0.01) throw new KinshipError('kinship.table.sum', { marker: name, sum });
  return { name, alleles: labels, freqs: values };
}

/**
 * Markers of a table for calculation, under their canonical names.
 * @param mutation the mutation model of a marker, null for none; asked with the canonical name
 * @param names only these markers (any spelling), in this order; all when absent
 * @throws KinshipError kinship.table.no_marker when the table lacks one that was asked for
 */
export function markersFrom(input: { readonly table: FrequencyTable; readonly mutation: (marker: string) => MutationBySex | null; readonly names?: readonly string[] }): Marker[] {
  const held = new Map(input.table.markers.map((m) => [canonicalMarkerName(m.name), m]));
  const wanted = input.names?.map(canonicalMarkerName) ?? [...held.keys()];
  return wanted.map((name) => {
    const marker = held.get(name);
    if (marker === undefined) throw new KinshipError('kinship.table.no_marker', { marker: name, table: input.table.id });
    return { name, chrom: 'autosomal', alleles: marker.alleles, freqs: marker.freqs, mutation: input.mutation(name) };
  });
}
