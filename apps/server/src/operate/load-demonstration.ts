import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as Izium from '@imena/izium';
import { refuse } from '@imena/problem';
import type { ServerContext } from '../http/context.ts';
import { findKnownEntries } from '../ledger/ledger.queries.ts';
import { markDemonstration } from '../ledger/log-identity.queries.ts';

const marker = (dataDir: string): string => path.join(dataDir, 'demonstration.loading');

/**
 * Notes on the disk that this installation is to begin with the demonstration. It is noted before the log has its first
 * entry: a start killed at any moment after that is made good by the next one.
 */
export function wantDemonstration(dataDir: string): void {
  writeFileSync(marker(dataDir), '');
}

/** Whether the demonstration is still to be loaded, by this start or because an earlier one was cut off. */
export function isDemonstrationWanted(dataDir: string): boolean {
  return existsSync(marker(dataDir));
}

/**
 * Appends the demonstration to a new log as the installation's own statements. Cut off and called again it goes on
 * where it was: the same seed gives the same ids, and what the log has is passed over.
 * @throws Problem `operate.demonstration_missing`
 */
export async function loadDemonstration(
  { ledger, author }: ServerContext, { dataDir, onProgress }: { readonly dataDir: string; readonly onProgress: (done: number, total: number) => void },
): Promise<void> {
  wantDemonstration(dataDir);
  await markDemonstration(ledger.worker, true);
  const { buildDemonstration } = await importDemonstration();
  const { entries } = buildDemonstration();
  const known = new Set((await findKnownEntries(ledger.worker, entries.map((entry) => entry.ref))).map((entry) => entry.id));
  const missing = entries.filter((entry) => !known.has(entry.ref));
  const statements = missing.map(({ ref, ...statement }) => ({ id: ref, ...statement }));
  await author.append(statements, (done) => onProgress(known.size + done, entries.length));
  await ledger.folder.waitForAll(ledger.state.size);
  rmSync(marker(dataDir), { force: true });
}

async function importDemonstration(): Promise<typeof Izium> {
  try {
    return await import('@imena/izium');
  } catch (error) {
    return refuse('operate.demonstration_missing', { reason: error instanceof Error ? error.message : String(error) });
  }
}
