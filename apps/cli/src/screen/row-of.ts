import { createReadStream } from 'node:fs';

/** Number of the line (the first is 1) that begins at or before a byte. */
export async function rowOf(file: string, at: number): Promise<number> {
  if (at === 0) return 1;
  let row = 1;
  for await (const piece of createReadStream(file, { end: at - 1, highWaterMark: 1 << 20 })) {
    if (piece instanceof Uint8Array) for (let i = piece.indexOf(10); i >= 0; i = piece.indexOf(10, i + 1)) row += 1;
  }
  return row;
}
