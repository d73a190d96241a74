import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { refuse } from '@imena/problem';
import type { ServerUser } from './server-user.ts';

/** The name of the socket is fixed; the folder around it is private, so the number means nothing to anybody else. */
export const socketPort = 5432;

/** `sun_path` holds 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 103;

/**
 * Makes the private folder (mode 0700) of the server's socket: inside the data where the path is short enough,
 * otherwise in the system's temporary folder under a random name, remembered in the data and removed at the next start.
 *
 * Problem: `cluster.socket_path`.
 */
export function makeSocketFolder(clusterFolder: string, user: ServerUser): string {
  const inside = path.join(clusterFolder, 'socket');
  const note = path.join(clusterFolder, 'socket-folder');
  rmSync(inside, { recursive: true, force: true });
  removeNoted(note);
  if (fits(inside)) {
    mkdirSync(inside, { mode: 0o700 });
    return own(inside, user);
  }
  const base = [os.tmpdir(), '/tmp'].find((folder) => fits(path.join(folder, 'imena-XXXXXX')));
  if (base === undefined) return refuse('cluster.socket_path', { folder: os.tmpdir() });
  const outside = mkdtempSync(path.join(base, 'imena-'));
  writeFileSync(note, outside);
  return own(outside, user);
}

/** Removes a socket folder that lies outside the data; the one inside is cleared at the next start. */
export function removeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function removeNoted(note: string): void {
  let folder: string;
  try {
    folder = readFileSync(note, 'utf8');
  } catch {
    return; // the last start needed no folder outside
  }
  // Only what we name ourselves is removed, whatever the file says.
  if (/^imena-[A-Za-z0-9]{6}$/.test(path.basename(folder))) rmSync(folder, { recursive: true, force: true });
  rmSync(note, { force: true });
}

function fits(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;
}

function own(folder: string, user: ServerUser): string {
  chmodSync(folder, 0o700);
  if (user.switched) chownSync(folder, user.uid, user.gid);
  return folder;
}
