import { isUtf8 } from 'node:buffer';
import { RefusedAt } from './refused-at.ts';

/**
 * Refuses rows in another encoding: names in Windows-1251 would all become the same replacement characters, and two people one.
 * @param rows whole rows, of which the first begins at byte `base` of the file
 * @throws RefusedAt screen.not_utf8 at the first such row
 */
export function refuseOtherEncodings(rows: Uint8Array, place: { readonly file: string; readonly base: number }): void {
  if (isUtf8(rows)) return;
  for (let start = 0; start < rows.length; ) {
    const lineEnd = rows.indexOf(10, start);
    const end = lineEnd < 0 ? rows.length : lineEnd + 1;
    if (!isUtf8(rows.subarray(start, end))) throw new RefusedAt('screen.not_utf8', {}, { file: place.file, at: place.base + start });
    start = end;
  }
}
