import { KinshipError } from '../kinship-error.ts';
import type { Seen } from './machine-marker.ts';
import { decodeObservation, type ScreenMarker } from './screen-marker.ts';

/** 0 not known, 1 male, 2 female. */
export type SexCode = 0 | 1 | 2;

/**
 * The remains of a screen as rows of entry numbers: at each marker the distinct observations that occur have numbers
 * 0 (not typed), 1, 2, ...; the numbers of all markers stand one after the other, sex as the last "marker".
 */
export interface RemainsIndex {
  readonly count: number;
  /** Markers and sex. */
  readonly columns: number;
  /** count x columns, row-major: offset of the column + number of the observation. */
  readonly rows: Uint16Array;
  /** First entry of each column, and the number of all entries as the last element. */
  readonly offsets: Int32Array;
  /** The observations of each marker, without "not typed". */
  readonly seen: readonly (readonly Seen[])[];
  /** The codes of each marker's observations, in the same order. */
  readonly codes: readonly Uint16Array[];
  /** 1 where the entry occurs among the remains. */
  readonly occurs: Uint8Array;
  /** The columns in the order in which the first pass adds them: those that tell most apart first, so that hopeless groups end early. */
  readonly order: Int32Array;
}

const entryLimit = 65_536;

/**
 * Numbers the observations of the remains.
 * @param codes count x markers, row-major, as in `ScreenMarker`
 * @throws KinshipError kinship.screening.too_many_entries
 */
export function indexRemains(markers: readonly ScreenMarker[], codes: Uint16Array, sexes: Uint8Array): RemainsIndex {
  const count = sexes.length;
  const width = markers.length;
  const columns = width + 1;
  const offsets = new Int32Array(columns + 1);
  const found = markers.map((marker, m) => {
    const times = new Uint32Array(marker.codes);
    for (let r = 0; r < count; r++) times[codes[r * width + m] ?? 0] = (times[codes[r * width + m] ?? 0] ?? 0) + 1;
    const list: number[] = [];
    times.forEach((n, code) => {
      if (n > 0 && code > 0) list.push(code);
    });
    // Frequent ones side by side: they share lines of the cache. Single alleles stay last.
    const isSingle = (code: number): number => (code > marker.codes - 1 - marker.k ? 1 : 0);
    list.sort((a, b) => isSingle(a) - isSingle(b) || (times[b] ?? 0) - (times[a] ?? 0) || a - b);
    offsets[m + 1] = (offsets[m] ?? 0) + 1 + list.length;
    return Uint16Array.from(list);
  });
  offsets[columns] = (offsets[width] ?? 0) + 3;
  const entries = offsets[columns] ?? 0;
  if (entries > entryLimit) throw new KinshipError('kinship.screening.too_many_entries', { entries, limit: entryLimit });
  const rows = new Uint16Array(count * columns);
  const occurs = new Uint8Array(entries);
  markers.forEach((marker, m) => {
    const number = new Uint16Array(marker.codes);
    found[m]?.forEach((code, i) => (number[code] = i + 1));
    for (let r = 0; r < count; r++) rows[r * columns + m] = (offsets[m] ?? 0) + (number[codes[r * width + m] ?? 0] ?? 0);
  });
  for (let r = 0; r < count; r++) rows[r * columns + width] = (offsets[width] ?? 0) + (sexes[r] ?? 0);
  const frequency = new Float64Array(entries);
  for (let i = 0; i < rows.length; i++) frequency[rows[i] ?? 0] = (frequency[rows[i] ?? 0] ?? 0) + 1;
  for (let e = 0; e < entries; e++) occurs[e] = (frequency[e] ?? 0) > 0 ? 1 : 0;
  const seen = markers.map((marker, m) => Array.from(found[m] ?? [], (code) => decodeObservation(marker.k, code) ?? { a: 0, b: 0 }));
  return { count, columns, rows, offsets, seen, codes: found, occurs, order: columnOrder(count, offsets, frequency) };
}

/** By how often two remains agree at the column. */
function columnOrder(count: number, offsets: Int32Array, frequency: Float64Array): Int32Array {
  const coincidence = Array.from({ length: offsets.length - 1 }, (_, c) => {
    let sum = 0;
    for (let e = offsets[c] ?? 0; e < (offsets[c + 1] ?? 0); e++) {
      // A profile that lacks the marker fits everybody.
      const share = (frequency[e] ?? 0) / Math.max(1, count);
      sum += e === offsets[c] ? share : share * share;
    }
    return sum;
  });
  return Int32Array.from(coincidence.map((_, c) => c).sort((a, b) => (coincidence[a] ?? 0) - (coincidence[b] ?? 0) || a - b));
}

/** No remains, but every genotype of every marker as an observation: for tables that are asked for all of them. */
export function indexEveryGenotype(markers: readonly ScreenMarker[]): RemainsIndex {
  const codes = markers.map(({ k }) => Uint16Array.from({ length: (k * (k + 1)) / 2 }, (_, i) => i + 1));
  const offsets = new Int32Array(markers.length + 2);
  codes.forEach((list, m) => (offsets[m + 1] = (offsets[m] ?? 0) + 1 + list.length));
  offsets[markers.length + 1] = (offsets[markers.length] ?? 0) + 3;
  return {
    count: 0, columns: markers.length + 1, rows: new Uint16Array(0), offsets, codes,
    seen: markers.map(({ k }, m) => Array.from(codes[m] ?? [], (code) => decodeObservation(k, code) ?? { a: 0, b: 0 })),
    occurs: new Uint8Array(offsets[markers.length + 1] ?? 0).fill(1),
    order: Int32Array.from({ length: markers.length + 1 }, (_, c) => c),
  };
}
