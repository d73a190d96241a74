import { refuse } from '@imena/problem';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { readDirectory, zipLimits, type ZipEntry, type ZipLimits } from './directory.ts';

export interface ZipArchive {
  readonly names: readonly string[];
  /** The bytes of an entry, checked for size and CRC; null when there is none of that name. */
  read(name: string): Uint8Array | null;
}

/** Deflate expands at most 1032 times, so no slice of input can give more than about 16 MiB before it is checked. */
const sliceBytes = 16 * 1024;

/**
 * Opens a zip held in memory after checking its whole directory; nothing is unpacked before it is read by name.
 * Each entry is unpacked in slices and stopped at its declared size.
 *
 * Refuses with `exchange.zip-*`.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipArchive {
  const entries = new Map(readDirectory(bytes, limits).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(bytes, entry);
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const unpacked = entry.method === 'stored' ? packed.slice() : inflate(packed, entry);
  if (unpacked.length !== entry.bytes) refuse('exchange.zip_size', { name: entry.name });
  if (crc32(unpacked) !== entry.crc) refuse('exchange.zip_damaged');
  return unpacked;
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const unpacked = new Uint8Array(entry.bytes);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > unpacked.length) refuse('exchange.zip_size', { name: entry.name });
    unpacked.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at === 0 || at < packed.length; at += sliceBytes) {
    const slice = packed.subarray(at, at + sliceBytes);
    const last = at + sliceBytes >= packed.length;
    try {
      stream.push(slice, last);
    } catch (error) {
      // fflate marks its own errors with a number; everything else is passed on.
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') refuse('exchange.zip_damaged');
      throw error;
    }
  }
  return unpacked.subarray(0, filled);
}
