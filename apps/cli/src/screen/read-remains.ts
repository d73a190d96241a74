import { createReadStream } from 'node:fs';
import type { ScreenPlan } from './plan.ts';
import { ProfileReader, readSex } from './read-profile.ts';
import { RefusedAt } from './refused-at.ts';
import { refuseOtherEncodings } from './refuse-other-encodings.ts';
import { RowScanner } from './row-scanner.ts';
import type { TableForm } from './table-form.ts';

export interface RemainsRows {
  readonly ids: readonly string[];
  /** Rows x markers, in memory that workers share. */
  readonly codes: Uint16Array;
  readonly sexes: Uint8Array;
  /** Profiles whose amelogenin contradicts the sex written beside it. */
  readonly sexContradicted: readonly string[];
}

/** Reads a file of profiles, one a row, in pieces. */
export async function readRemains(form: TableForm, plan: Pick<ScreenPlan, 'markers' | 'singleAllele'>): Promise<RemainsRows> {
  const reader = new ProfileReader(form, plan);
  const width = plan.markers.length;
  const amelogenin = form.markers.find((m) => m.name === 'AMEL');
  const ids: string[] = [];
  const known = new Set<string>();
  const sexes: number[] = [];
  const sexContradicted: string[] = [];
  let codes = new Uint16Array(width * 1024);
  await eachRow(form, (scanner, base) => {
    const id = scanner.text(form.named.sample);
    const place = { file: form.file, at: base + scanner.rowStart };
    if (id === '') throw new RefusedAt('screen.empty_cell', { column: 'sample' }, place);
    if (known.has(id)) throw new RefusedAt('screen.sample_twice', { sample: id }, place);
    known.add(id);
    if ((ids.length + 1) * width > codes.length) {
      const larger = new Uint16Array(2 * codes.length);
      larger.set(codes);
      codes = larger;
    }
    try {
      reader.read(scanner, codes, ids.length * width);
    } catch (error) {
      throw error instanceof RefusedAt ? error.movedBy(base) : error;
    }
    let sex = form.named.sex < 0 ? 0 : readSex(scanner.text(form.named.sex));
    if (sex < 0) throw new RefusedAt('screen.sex', { value: scanner.text(form.named.sex) }, place);
    const typed = amelogenin === undefined ? 0 : readAmelogenin(scanner.text(amelogenin.first) + scanner.text(amelogenin.second));
    if (typed < 0) throw new RefusedAt('screen.sex', { value: 'AMEL' }, place);
    if (sex > 0 && typed > 0 && sex !== typed) sexContradicted.push(id);
    if (sex === 0) sex = typed;
    sexes.push(sex);
    ids.push(id);
  });
  const shared = new Uint16Array(new SharedArrayBuffer(2 * ids.length * width));
  shared.set(codes.subarray(0, ids.length * width));
  const sharedSexes = new Uint8Array(new SharedArrayBuffer(ids.length));
  sharedSexes.set(sexes);
  return { ids, codes: shared, sexes: sharedSexes, sexContradicted };
}

/** XX female, XY male; a single X or Y may have lost its partner and says less than it seems: Y is male, X unknown. */
function readAmelogenin(text: string): number {
  const plain = text.toUpperCase().replaceAll('Х', 'X').replaceAll('У', 'Y').replaceAll('?', '');
  if (plain === '' || plain === 'X') return 0;
  if (plain === 'XX') return 2;
  if (plain === 'XY' || plain === 'YX' || plain === 'Y') return 1;
  return -1;
}

/** Calls back for each row with the byte of the file at which the scanner's bytes begin. */
export async function eachRow(form: TableForm, onRow: (scanner: RowScanner, base: number) => void): Promise<void> {
  let held: Uint8Array = new Uint8Array(0);
  let base = form.dataStart;
  const take = (bytes: Uint8Array, isLast: boolean): void => {
    refuseOtherEncodings(isLast ? bytes : bytes.subarray(0, bytes.lastIndexOf(10) + 1), { file: form.file, base });
    const scanner = new RowScanner(bytes, 0, { separator: form.separator, columns: form.columns });
    while (scanner.next(isLast)) {
      if (scanner.count !== form.columns) throw new RefusedAt('screen.cells', { cells: scanner.count, columns: form.columns }, { file: form.file, at: base + scanner.rowStart });
      onRow(scanner, base);
    }
    held = bytes.subarray(scanner.at);
    base += scanner.at;
  };
  for await (const piece of createReadStream(form.file, { start: form.dataStart, highWaterMark: 1 << 20 })) {
    if (piece instanceof Uint8Array) take(held.length === 0 ? piece : Buffer.concat([held, piece]), false);
  }
  take(held, true);
}
