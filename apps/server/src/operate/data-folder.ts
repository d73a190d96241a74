import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Makes the data folder for its owner alone; as root others may pass through it, because the database is another user. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/** Where a backup is unpacked; it is gone once the restore is whole. */
export function restoringFolder(dataDir: string): string {
  return path.join(dataDir, 'restoring');
}

/** Whether a restore into this folder was cut off: what is there must not be served. */
export function isRestoreCutOff(dataDir: string): boolean {
  return existsSync(restoringFolder(dataDir));
}
