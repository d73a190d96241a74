import { mkdirSync } from 'node:fs';

/** Makes the data folder for its owner alone; as root others may pass through it, because the database is another user. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}
