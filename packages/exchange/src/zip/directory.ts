import { refuse } from '@imena/problem';
import { checkName, checkNamesDiffer } from './names.ts';

export interface ZipLimits {
  /** Entries, folders included. */
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries together. */
  readonly totalBytes: number;
  /** Unpacked to packed bytes of an entry larger than 1 MiB. */
  readonly ratio: number;
}

export const zipLimits: ZipLimits = {
  entries: 2000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 250,
};

export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly dataStart: number;
}

interface CentralRecord extends Omit<ZipEntry, 'dataStart'> {
  readonly flags: number;
  readonly methodNumber: number;
  readonly rawName: Uint8Array;
  readonly localStart: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Reads and checks the directory of a zip before anything is unpacked: one end record, no bytes before the first entry,
 * entries that do not overlap, local headers that say what the directory says, plain names that differ, no links, no
 * encryption, sizes within the limits.
 *
 * Refuses with `exchange.zip-*`.
 */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const records = readCentral(bytes, view, { ...end, limits });
  checkNamesDiffer(records.map(({ name }) => name));
  checkOverlap(records);
  checkSizes(records, limits);
  const entries = records.map((record) => ({ record, entry: readLocal(bytes, view, record) }));
  checkLayout(entries, end.start);
  return entries.map(({ entry }) => entry).filter(({ name }) => !name.endsWith('/'));
}

function damaged(): never {
  return refuse('exchange.zip_damaged');
}

function findEnd(view: DataView): { start: number; size: number; count: number; at: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  const found: number[] = [];
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) found.push(at);
  }
  const [at, ...others] = found;
  if (at === undefined) damaged();
  // Readers that search from either side would see different archives.
  if (others.length > 0 || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
    refuse('exchange.zip_ambiguous');
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) refuse('exchange.zip_unsupported');
  if (view.getUint32(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) refuse('exchange.zip_unsupported');
  if (start + size !== at) refuse('exchange.zip_ambiguous');
  return { start, size, count, at };
}

function readCentral(
  bytes: Uint8Array,
  view: DataView,
  { start, at: end, count, limits }: { start: number; at: number; count: number; limits: ZipLimits },
): readonly CentralRecord[] {
  if (count > limits.entries) refuse('exchange.zip_too_large', { limit: `${limits.entries}` });
  const records: CentralRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) damaged();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) damaged();
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = checkName(rawName);
    const flags = view.getUint16(at + 8, true);
    // Bit 0: encrypted; bit 6: strong encryption; bit 13: the directory itself is encrypted.
    if ((flags & 0x2041) !== 0) refuse('exchange.zip_encrypted', { name });
    checkFileType(name, view.getUint16(at + 4, true) >>> 8, view.getUint32(at + 38, true) >>> 16);
    const methodNumber = view.getUint16(at + 10, true);
    if (methodNumber !== 0 && methodNumber !== 8) refuse('exchange.zip_unsupported');
    records.push({
      name,
      rawName,
      flags,
      methodNumber,
      method: methodNumber === 0 ? 'stored' : 'deflated',
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      localStart: view.getUint32(at + 42, true),
    });
    at = next;
  }
  if (at !== end) refuse('exchange.zip_ambiguous');
  return records;
}

/** Files and folders only: a link or device made on a Unix system carries its type in the upper half. */
function checkFileType(name: string, madeBy: number, mode: number): void {
  const type = mode & 0xf000;
  if (madeBy === 3 && type !== 0 && type !== 0x8000 && type !== 0x4000) refuse('exchange.zip_link', { name });
}

function checkSizes(records: readonly CentralRecord[], limits: ZipLimits): void {
  let total = 0;
  for (const { name, bytes, packedBytes, methodNumber } of records) {
    total += bytes;
    if (methodNumber === 0 && bytes !== packedBytes) refuse('exchange.zip_size', { name });
    if (bytes > limits.entryBytes || total > limits.totalBytes) {
      refuse('exchange.zip_too_large', { limit: `${Math.floor(limits.totalBytes / 1024 / 1024)} MiB` });
    }
    if (bytes > 1024 * 1024 && bytes > packedBytes * limits.ratio)
      refuse('exchange.zip_ratio', { name, limit: limits.ratio });
  }
}

function readLocal(bytes: Uint8Array, view: DataView, record: CentralRecord): ZipEntry {
  const at = record.localStart;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== localSignature) damaged();
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const dataStart = nameEnd + view.getUint16(at + 28, true);
  if (dataStart + record.packedBytes > view.byteLength) damaged();
  const localName = bytes.subarray(at + 30, nameEnd);
  const sameName =
    localName.length === record.rawName.length && localName.every((byte, i) => byte === record.rawName[i]);
  const sameHead =
    view.getUint16(at + 6, true) === record.flags && view.getUint16(at + 8, true) === record.methodNumber;
  if (!sameName || !sameHead) refuse('exchange.zip_ambiguous');
  const sizesFollow = (record.flags & 8) !== 0;
  const sameSizes =
    view.getUint32(at + 14, true) === record.crc &&
    view.getUint32(at + 18, true) === record.packedBytes &&
    view.getUint32(at + 22, true) === record.bytes;
  if (!sizesFollow && !sameSizes) refuse('exchange.zip_size', { name: record.name });
  const { name, method, crc, packedBytes, bytes: unpacked } = record;
  return { name, method, crc, packedBytes, bytes: unpacked, dataStart };
}

/** By the directory alone, before any local header is believed: many records over one entry are a bomb. */
function checkOverlap(records: readonly CentralRecord[]): void {
  let free = 0;
  for (const record of [...records].sort((a, b) => a.localStart - b.localStart)) {
    if (record.localStart < free) refuse('exchange.zip_overlap', { name: record.name });
    free = record.localStart + 30 + record.rawName.length + record.packedBytes;
  }
}

/** Overlapping entries are how a few kilobytes become gigabytes; bytes before the first entry make a file of two kinds. */
function checkLayout(entries: readonly { record: CentralRecord; entry: ZipEntry }[], directoryStart: number): void {
  const sorted = [...entries].sort((a, b) => a.record.localStart - b.record.localStart);
  let free = 0;
  for (const { record, entry } of sorted) {
    if (free === 0 && record.localStart !== 0) refuse('exchange.zip_ambiguous');
    if (record.localStart < free) refuse('exchange.zip_overlap', { name: record.name });
    free = entry.dataStart + record.packedBytes;
  }
  if (free > directoryStart) refuse('exchange.zip_overlap', { name: sorted.at(-1)?.record.name ?? '' });
}
