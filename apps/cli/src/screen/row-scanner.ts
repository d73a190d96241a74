/** Cell boundaries of one line at a time, in bytes, so that a file of gigabytes makes no strings. */
export class RowScanner {
  readonly bytes: Uint8Array;
  readonly #separator: number;
  /** Start and end of the cells of the present row, without quotes; 2 c and 2 c + 1. */
  readonly cells: Int32Array;
  /** Number of cells of the present row; more than there is room for are counted, not kept. */
  count = 0;
  /** First byte of the present row. */
  rowStart = 0;
  #at: number;

  constructor(bytes: Uint8Array, start: number, form: { readonly separator: number; readonly columns: number }) {
    this.bytes = bytes;
    this.#at = start;
    this.#separator = form.separator;
    this.cells = new Int32Array(2 * form.columns);
  }

  get at(): number {
    return this.#at;
  }

  /** Moves to the next row that is not blank. False where the bytes end before a line does (`isLast`: the end of file ends it too). */
  next(isLast: boolean): boolean {
    const { bytes, cells } = this;
    const separator = this.#separator;
    const end = bytes.length;
    for (;;) {
      let at = this.#at;
      if (at >= end) return false;
      const stop = bytes.indexOf(newline, at);
      if (stop < 0 && !isLast) return false;
      let lineEnd = stop < 0 ? end : stop;
      this.rowStart = at;
      this.#at = stop < 0 ? end : stop + 1;
      if (lineEnd > at && bytes[lineEnd - 1] === carriageReturn) lineEnd -= 1;
      if (lineEnd === at) continue;
      let count = 0;
      for (;;) {
        let from = at;
        let to: number;
        if (bytes[at] === quote) {
          from = at + 1;
          at = from;
          while (at < lineEnd && (bytes[at] !== quote || bytes[at + 1] === quote)) at += bytes[at] === quote ? 2 : 1;
          to = at;
          while (at < lineEnd && bytes[at] !== separator) at += 1;
        } else {
          while (at < lineEnd && bytes[at] !== separator) at += 1;
          to = at;
        }
        if (2 * count < cells.length) {
          // Blanks around a cell are none of it, wherever it is read or compared: " F1" is the family F1.
          // Nearly every cell begins and ends with a plain letter or digit: one look at each end is all it costs.
          if (from < to && (isMaybeBlank(bytes[from]) || isMaybeBlank(bytes[to - 1]))) {
            while (from < to && blankAt(bytes, from) > 0) from += blankAt(bytes, from);
            while (from < to && blankBefore(bytes, to) > 0) to -= blankBefore(bytes, to);
          }
          cells[2 * count] = from;
          cells[2 * count + 1] = to;
        }
        count += 1;
        if (at >= lineEnd) break;
        at += 1;
      }
      this.count = count;
      return true;
    }
  }

  isEmpty(column: number): boolean {
    return column < 0 || column >= this.count || (this.cells[2 * column] ?? 0) === (this.cells[2 * column + 1] ?? 0);
  }

  /** A cell as text, without blanks around it. */
  text(column: number): string {
    if (this.isEmpty(column)) return '';
    return textOf(this.bytes, this.cells[2 * column] ?? 0, this.cells[2 * column + 1] ?? 0);
  }
}

/** Whether a blank may begin or end with this byte. */
function isMaybeBlank(byte: number | undefined): boolean {
  return byte === undefined || byte <= 32 || byte >= 0x80;
}

/** Bytes of the blank that begins here: a space, a tab, a no-break space; 0 for anything else. */
function blankAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  return byte === 32 || byte === 9 ? 1 : byte === 0xc2 && bytes[at + 1] === 0xa0 ? 2 : 0;
}

function blankBefore(bytes: Uint8Array, end: number): number {
  const byte = bytes[end - 1];
  return byte === 32 || byte === 9 ? 1 : byte === 0xa0 && bytes[end - 2] === 0xc2 ? 2 : 0;
}

const newline = 10;
const carriageReturn = 13;
const quote = 34;
const decoder = new TextDecoder('utf-8');

/** Bytes as text; doubled quotes of a quoted cell become one. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to)).replaceAll('""', '"').trim();
}
