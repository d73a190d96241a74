import { layOutMarker, type MachineMarker } from './machine-marker.ts';
import { makeReferenceMachine, type TableMachine } from './reference-machine.ts';
import type { RemainsIndex } from './remains-index.ts';
import type { ScreenMarker } from './screen-marker.ts';

/** Missing persons are screened in groups of this many, interleaved: one vector load looks up all of them. */
export const laneCount = 32;

/** A group ready for the first pass. `places[column * laneCount + lane]` = place of the table in the store, -1 for nobody. */
export interface LaneGroup {
  readonly places: Int32Array;
  /** Penalty units per unit of ln, by lane. */
  readonly scales: Float64Array;
}

export function makeLaneGroup(columns: number): LaneGroup {
  return { places: new Int32Array(columns * laneCount).fill(-1), scales: new Float64Array(laneCount) };
}

/**
 * The scale of each lane: 254 units for the whole budget B = sum of tops - ln threshold. A lane that cannot reach the
 * threshold with any profile that occurs is emptied. The proof that no pair above the threshold is lost stands in
 * docs/methods/screening.md; the slack covers all rounding of the few additions here.
 */
export function setScales(group: LaneGroup, values: Float64Array, lnThreshold: number): void {
  const { places, scales } = group;
  const columns = places.length / laneCount;
  for (let lane = 0; lane < laneCount; lane++) {
    let budget = -lnThreshold;
    let size = Math.abs(lnThreshold);
    for (let c = 0; c < columns; c++) {
      const top = values[(places[c * laneCount + lane] ?? 0) - 1] ?? NaN;
      budget += top;
      size += Math.abs(top);
    }
    const generous = budget + 1e-9 * (1 + size);
    if (places[lane] === -1) continue;
    if (generous > 0) scales[lane] = (254 * (1 - 1e-9)) / generous;
    else for (let c = 0; c < columns; c++) places[c * laneCount + lane] = -1;
  }
}

/** Makes tables and finds which pairs may reach the threshold. */
export interface ScreenKernel {
  /** Where tables are kept. */
  readonly values: Float64Array;
  readonly machine: TableMachine;
  /** Writes (row, bits of lanes) of pairs of the first `rows` remains that may reach the threshold, and returns the number of rows written. */
  bounded(group: LaneGroup, survivors: Uint32Array, rows: number): number;
}

export interface KernelInput {
  readonly markers: readonly ScreenMarker[];
  readonly remains: RemainsIndex;
  /** Room for tables, in numbers. */
  readonly valueCount: number;
}

/** The markers of a screen as its table machine reads them. */
export function layOutMarkers({ markers, remains }: KernelInput): MachineMarker[] {
  return markers.map((m, i) => layOutMarker(m.prepared.locus, remains.seen[i] ?? [], remains.occurs[remains.offsets[i] ?? 0] === 1));
}

/** The penalty of an entry: whole units below its column's top, at most 255, rounded down. */
export function penalty(top: number, value: number, scale: number): number {
  const units = (top - value) * scale;
  return units < 255 ? Math.floor(units) : 255;
}

/** The kernel in plain TypeScript: the reference for the vector kernel, and what runs where WebAssembly may not. */
export function makeReferenceKernel(input: KernelInput): ScreenKernel {
  const { remains, valueCount } = input;
  const values = new Float64Array(valueCount);
  const entries = remains.offsets[remains.columns] ?? 0;
  const table = new Uint8Array(entries * laneCount);
  const { rows, columns, offsets, order } = remains;
  const sums = new Uint8Array(laneCount);
  return {
    values,
    machine: makeReferenceMachine(layOutMarkers(input), values),
    bounded: ({ places, scales }, survivors, last) => {
      for (let c = 0; c < columns; c++)
        for (let lane = 0; lane < laneCount; lane++) {
          const place = places[c * laneCount + lane] ?? -1;
          const first = offsets[c] ?? 0;
          const length = (offsets[c + 1] ?? 0) - first;
          const top = place < 0 ? 0 : (values[place - 1] ?? NaN);
          for (let e = 0; e < length; e++)
            table[(first + e) * laneCount + lane] = place < 0 ? 255 : penalty(top, values[place + e] ?? NaN, scales[lane] ?? NaN);
        }
      let found = 0;
      for (let r = 0; r < last; r++) {
        sums.fill(0);
        for (const c of order) {
          const at = (rows[r * columns + c] ?? 0) * laneCount;
          for (let lane = 0; lane < laneCount; lane++) sums[lane] = Math.min(255, (sums[lane] ?? 0) + (table[at + lane] ?? 0));
        }
        let bits = 0;
        for (let lane = 0; lane < laneCount; lane++) if (sums[lane] !== 255) bits |= 1 << lane;
        if (bits === 0) continue;
        survivors[2 * found] = r;
        survivors[2 * found + 1] = bits;
        found += 1;
      }
      return found;
    },
  };
}
