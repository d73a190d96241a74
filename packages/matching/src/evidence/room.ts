/**
 * Room for columns of numbers inside larger pieces of memory. A column with memory of its own counts, however short it is:
 * after every 64 MiB of them the engine looks through all that is kept, which in long lists is most of what a search
 * costs besides itself. A piece is let go when the last column in it is.
 */
export class Room {
  readonly #pieceBytes: number;
  #piece: ArrayBufferLike = new ArrayBuffer(0);
  #used = 0;

  constructor(pieceBytes: number) {
    this.#pieceBytes = pieceBytes;
  }

  /** Columns of so many zeros. */
  floats(length: number): Float32Array {
    return new Float32Array(this.#with(4 * length), this.#used - 4 * length, length);
  }

  doubles(length: number): Float64Array {
    return new Float64Array(this.#with(8 * length), this.#used - 8 * length, length);
  }

  ints(length: number): Int32Array {
    return new Int32Array(this.#with(4 * length), this.#used - 4 * length, length);
  }

  /** A copy of so many numbers. */
  copyOf(numbers: Int32Array, length: number): Int32Array {
    const copy = this.ints(length);
    for (let at = 0; at < length; at++) copy[at] = numbers[at] as number;
    return copy;
  }

  /** A piece whose bytes up to `#used` end with room for so many. */
  #with(bytes: number): ArrayBufferLike {
    const from = Math.ceil(this.#used / widest) * widest;
    if (from + bytes <= this.#piece.byteLength) this.#used = from + bytes;
    else {
      this.#piece = newPiece(Math.max(bytes, this.#pieceBytes));
      this.#used = bytes;
    }
    return this.#piece;
  }
}

/** Bytes of the widest number. */
const widest = 8;

/** What threads could share does not count as memory of one of them. Where a page may not have it, the plain kind does. */
function newPiece(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

/** For what is kept, and for what is needed for a moment: a piece of the one would keep the other. */
export const lasting = new Room(1 << 20);
export const passing = new Room(1 << 18);
