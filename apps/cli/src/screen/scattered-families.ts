import { closeSync, openSync, readSync } from 'node:fs';
import { refuse } from '@imena/problem';
import type { ChunkResult, ScreenPlan } from './plan.ts';
import { rowOf } from './row-of.ts';
import { RowScanner } from './row-scanner.ts';

/**
 * Rows of one family must stand together: else each part would be taken for a family of its own, and every ratio of it would
 * be wrong. Families with equal hashes are compared by name.
 * @throws Problem screen.family_scattered
 */
export async function refuseScattered(plan: ScreenPlan, results: Iterable<ChunkResult>): Promise<void> {
  const hashes: number[] = [];
  const places: number[] = [];
  for (const { families } of results)
    for (let i = 0; i < families.length; i += 2) {
      hashes.push(families[i] ?? NaN);
      places.push(families[i + 1] ?? NaN);
    }
  const order = Uint32Array.from(hashes, (_, i) => i).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
  const handle = openSync(plan.familiesForm.file, 'r');
  try {
    for (let i = 1; i < order.length; i++) {
      const [a, b] = [order[i - 1] ?? 0, order[i] ?? 0];
      if (hashes[a] !== hashes[b]) continue;
      const name = familyAt(handle, plan, places[a] ?? 0);
      if (name !== familyAt(handle, plan, places[b] ?? 0)) continue;
      return refuse('screen.family_scattered', { family: name }, { file: plan.familiesForm.file, row: await rowOf(plan.familiesForm.file, places[b] ?? 0) });
    }
  } finally {
    closeSync(handle);
  }
}

function familyAt(handle: number, { familiesForm: form }: ScreenPlan, at: number): string {
  const bytes = new Uint8Array(64 * 1024);
  const got = readSync(handle, bytes, 0, bytes.length, at);
  const scanner = new RowScanner(bytes.subarray(0, got), 0, { separator: form.separator, columns: form.columns });
  scanner.next(true);
  return scanner.text(form.named.family);
}
