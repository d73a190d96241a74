// Where the data of the table machine lie; src/screening/vector-machine.ts writes them.

/** A marker: i32 fields at these bytes. Pointers are bytes. */
export const MARKER_ALLELES: usize = 0;
export const MARKER_WIDTH: usize = 4;
/** Vectors: frequencies, ones, moments; then the matrices of fathers and mothers, each followed by its transpose. */
export const MARKER_CONSTANTS: usize = 8;
/** Bytes of {a, b} and {b, a} in the joint table, and 1 / P(stranger), halved for a = b, by observation. */
export const MARKER_THERE: usize = 12;
export const MARKER_BACK: usize = 16;
export const MARKER_SCALES: usize = 20;
export const MARKER_PAIRS: usize = 24;
/** Observations with one known allele stand behind the others; `there` is the allele. */
export const MARKER_SINGLES: usize = 28;
/** 1 where some remains are not typed at the marker: the top is then at least 0. */
export const MARKER_GAPS: usize = 32;

/** A compiled shape. */
export const CODE_STEPS: usize = 0;
export const CODE_END: usize = 4;
export const CODE_WEIGHTS: usize = 8;
export const CODE_REFERENCES: usize = 12;
export const CODE_MATRIX: usize = 16;
export const CODE_FACTORS: usize = 20;
export const CODE_FACTOR_COUNT: usize = 24;
export const CODE_OUTER: usize = 28;
export const CODE_OUTER_WEIGHTS: usize = 32;
/** Table of a stranger, -1 where the scales of the marker say it. */
export const CODE_UNRELATED: usize = 36;

/** Room to work in: where the slots of each kind lie. */
export const WORK_SCALARS: usize = 0;
export const WORK_VECTOR_PLACES: usize = 4;
export const WORK_VECTORS: usize = 8;
export const WORK_TABLE_PLACES: usize = 12;
export const WORK_TABLES: usize = 16;
export const WORK_JOINT: usize = 20;
export const WORK_FACTOR: usize = 24;
export const WORK_SCALED: usize = 28;
export const WORK_ROWS: usize = 32;
export const WORK_NUMBERS: usize = 36;

@inline
export function field(at: usize, offset: usize): usize {
  return <usize>load<u32>(at + offset);
}

@inline
export function step(at: usize, index: usize): usize {
  return <usize>load<u32>(at + (index << 2));
}

@inline
export function scalar(scalars: usize, slot: usize): f64 {
  return load<f64>(scalars + (slot << 3));
}

@inline
export function placed(places: usize, slot: usize): usize {
  return <usize>load<u32>(places + (slot << 2));
}
