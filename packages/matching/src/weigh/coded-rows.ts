/** Two bytes a code where that is enough: fewer bytes stay longer in a cache. */
export type Codes = Uint16Array | Int32Array;

/** Columns of codes row by row, each row `width` codes wide. Cost: one pass. */
export function rowsOf(columns: readonly ArrayLike<number>[], width: number): Codes {
  const count = columns[0]?.length ?? 0;
  const rows = columns.every((column) => highestCode(column) <= 0xffff) ? new Uint16Array(width * count) : new Int32Array(width * count);
  columns.forEach((column, at) => { for (let row = 0; row < count; row++) rows[width * row + at] = column[row] ?? 0; });
  return rows;
}

/** The highest of a column of codes, 0 of none. */
export function highestCode(codes: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < codes.length; i++) most = Math.max(most, codes[i] ?? 0);
  return most;
}
