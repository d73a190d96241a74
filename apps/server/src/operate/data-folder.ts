import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '@imena/problem';

/**
 * Makes the data folder for its owner alone; as root others may pass through it, because the database is another user.
 * @throws Problem `server.data_folder` when it cannot be made, or cannot be written
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof Error && 'code' in error) refuse('server.data_folder', { folder, reason: String(error.code) });
    throw error;
  }
}

/** Where a backup is unpacked; it is gone once the restore is whole. */
export function restoringFolder(dataDir: string): string {
  return path.join(dataDir, 'restoring');
}

/** Whether a restore into this folder was cut off: what is there must not be served. */
export function isRestoreCutOff(dataDir: string): boolean {
  return existsSync(restoringFolder(dataDir));
}
