/** What one table may hold. A file beyond it is refused whole, with the limit in the words. */
export const tableLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 100_000,
  columns: 1_000,
  cellCharacters: 32_767,
  /** Bounds the memory of hostile files: 100,000 rows of 1,000 empty cells are only 100 MB of commas. */
  cells: 5_000_000,
  /** All cells of a workbook together: one long shared text can be named by millions of cells. */
  characters: 256 * 1024 * 1024,
} as const;
