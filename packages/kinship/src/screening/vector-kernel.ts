import { KinshipError } from '../kinship-error.ts';
import { kernelBase64 } from './kernel-bytes.mjs';
import { laneCount, layOutMarkers, type KernelInput, type LaneGroup, type ScreenKernel } from './lanes.ts';
import { makeVectorMachine, planMachine, type MachineExports } from './vector-machine.ts';

interface KernelExports extends MachineExports {
  readonly quantise: (values: number, places: number, scales: number, offsets: number, columns: number) => void;
  readonly bounded: (rows: number, count: number, columns: number, out: number) => number;
  readonly bounded24: (rows: number, count: number, out: number) => number;
  readonly interleave64: (values: number, places: number, offsets: number, columns: number) => void;
  readonly interleave32: (values: number, places: number, offsets: number, columns: number) => void;
  readonly exact64: (rows: number, count: number, columns: number, out: number) => void;
  readonly exact32: (rows: number, count: number, columns: number, out: number) => void;
}

/** A kernel that also writes every sum. */
export interface VectorKernel extends ScreenKernel {
  /** Sums of eight lanes: `places[column * 8 + lane]`; calls back with blocks `sums[row * 8 + lane]` that hold until it returns. */
  exact64(places: Int32Array, onBlock: (firstRow: number, sums: Float64Array) => void): void;
  /** Sums of sixteen lanes in single precision; at most `singlePrecisionError` off. */
  exact32(places: Int32Array, onBlock: (firstRow: number, sums: Float32Array) => void): void;
}

/** Rows whose sums are written at a time: they stay in the cache. */
const blockRows = 1024;
const pageBytes = 65_536;
/** TABLE in assembly/kernel.ts. */
const tableAt = 64;

/**
 * The vector kernel over one piece of WebAssembly memory; null where WebAssembly or its SIMD is not to be had (then
 * `makeReferenceKernel` gives the same numbers, slower).
 */
export function makeVectorKernel(input: KernelInput): VectorKernel | null {
  const module = compile();
  if (module === null) return null;
  const { remains, valueCount } = input;
  const { count, columns, rows, offsets, order } = remains;
  const entries = offsets[columns] ?? 0;
  // The kernel knows where its table begins: at the first byte that is given away.
  let end = tableAt;
  const place = (bytes: number): number => {
    const at = end;
    // 64 bytes: a line of the cache.
    end = Math.ceil((end + bytes) / 64) * 64;
    return at;
  };
  // 64 bytes an entry: eight doubles, sixteen floats; the penalties take half.
  place(64 * entries);
  const at = {
    offsets: place(4 * (columns + 1)), scales: place(8 * laneCount), places: place(4 * laneCount * columns),
    ordered: place(2 * count * columns), rows: place(4 * count * columns),
    out: place(Math.max(8 * count, 64 * blockRows)),
  };
  const machine = planMachine(layOutMarkers(input), place);
  const valuesAt = place(8 * valueCount);
  const pages = Math.ceil(end / pageBytes);
  if (pages > 65_536) throw new KinshipError('kinship.screening.memory', { mebibytes: Math.ceil(end / 2 ** 20) });
  const memory = new WebAssembly.Memory({ initial: pages });
  // The exports are those of our own source, compiled beside it.
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
  const ordered = new Uint16Array(memory.buffer, at.ordered, count * columns);
  for (let r = 0; r < count; r++) for (let c = 0; c < columns; c++) ordered[r * columns + c] = rows[r * columns + (order[c] ?? 0)] ?? 0;
  // Bytes of the entries, 64 each, from the beginning of the table.
  const entryBytes = new Uint32Array(memory.buffer, at.rows, count * columns);
  rows.forEach((entry, i) => (entryBytes[i] = 64 * entry));
  new Int32Array(memory.buffer, at.offsets, columns + 1).set(offsets);
  const scales = new Float64Array(memory.buffer, at.scales, laneCount);
  const places = new Int32Array(memory.buffer, at.places, laneCount * columns);
  const out = new Uint32Array(memory.buffer, at.out, 2 * count);
  const inBlocks = (run: (from: number, rowsInBlock: number) => void, done: (from: number, rowsInBlock: number) => void): void => {
    for (let from = 0; from < count; from += blockRows) {
      const n = Math.min(blockRows, count - from);
      run(at.rows + 4 * columns * from, n);
      done(from, n);
    }
  };
  return {
    values: new Float64Array(memory.buffer, valuesAt, valueCount),
    machine: makeVectorMachine(machine, { memory, exports: kernel, valuesAt }),
    bounded: (group: LaneGroup, survivors: Uint32Array, last: number): number => {
      places.set(group.places);
      scales.set(group.scales);
      kernel.quantise(valuesAt, at.places, at.scales, at.offsets, columns);
      const found = columns === 24 ? kernel.bounded24(at.ordered, last, at.out) : kernel.bounded(at.ordered, last, columns, at.out);
      survivors.set(out.subarray(0, 2 * found));
      return found;
    },
    exact64: (lanes, onBlock) => {
      places.set(lanes);
      kernel.interleave64(valuesAt, at.places, at.offsets, columns);
      inBlocks((from, n) => kernel.exact64(from, n, columns, at.out), (from, n) => onBlock(from, new Float64Array(memory.buffer, at.out, 8 * n)));
    },
    exact32: (lanes, onBlock) => {
      places.set(lanes);
      kernel.interleave32(valuesAt, at.places, at.offsets, columns);
      inBlocks((from, n) => kernel.exact32(from, n, columns, at.out), (from, n) => onBlock(from, new Float32Array(memory.buffer, at.out, 16 * n)));
    },
  };
}

/**
 * How far a sum of exact32 can lie from the sum in double precision: each of the n terms and each partial sum is rounded
 * once to 24 bits (Higham 2002, Accuracy and Stability, section 4.2). Infinite where a term is.
 * @param largest the largest absolute term; @param columns n
 */
export function singlePrecisionError(largest: number, columns: number): number {
  return (columns + (columns * (columns + 1)) / 2) * largest * 2 ** -23;
}

let compiled: WebAssembly.Module | null | undefined;

function compile(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  if (typeof WebAssembly === 'undefined') return (compiled = null);
  const bytes = Uint8Array.from(atob(kernelBase64), (c) => c.charCodeAt(0));
  // False where the engine does not know SIMD: the module is nothing else to it than ill-formed.
  compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  return compiled;
}
