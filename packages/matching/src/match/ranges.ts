/** Part of a list: from a place up to another, which is not in it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Cuts a list of `count` into parts of at most `size`, in order. */
export function rangesOf(count: number, size: number): Range[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({ from: at * size, to: Math.min(count, (at + 1) * size) }));
}
