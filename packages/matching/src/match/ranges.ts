/** Part of a list: from a place up to another, which is not in it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reports or individuals of one task: some tenths of a second, so that no thread waits long for another. */
export const partSize = 250;

/** Cuts a list of `count` into parts of at most `size`, in order. */
export function rangesOf(count: number, size: number): Range[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({ from: at * size, to: Math.min(count, (at + 1) * size) }));
}
