import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '@imena/problem';
import type { Binaries } from './binaries.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** The role that PostgreSQL makes first. It creates databases and the owner, and runs nothing else. */
export const superuser = 'imena_admin';

/**
 * Makes the data folder of a new server, or checks that the one that is there fits our PostgreSQL.
 *
 * ICU with C.UTF-8: with plain C, trigram search finds no Cyrillic (similarity 0). Checksums: a page damaged on disk is
 * refused, not read. `trust` on the socket: its folder admits only the user who could read the data files themselves,
 * so a password stored beside them would keep out nobody.
 *
 * Problems: `cluster.version`, `cluster.initdb_failed`.
 */
export async function ensureDataFolder(
  data: string,
  { binaries, user, log }: { binaries: Binaries; user: ServerUser; log: (line: string) => void },
): Promise<void> {
  if (existsSync(data)) {
    const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== String(binaries.major))
      refuse('cluster.version', { folder: data, data: version, binaries: binaries.major });
    return;
  }
  log('creating the database');
  // Under another name until it is whole: a crash in between leaves a draft that the next start throws away.
  const draft = `${data}.draft`;
  rmSync(draft, { recursive: true, force: true });
  // macOS knows no locale C.UTF-8; its UTF-8 classes are those of every UTF-8 locale.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const options = [
    ...['--pgdata', draft, '--username', superuser, '--encoding', 'UTF8'],
    ...['--locale-provider', 'icu', '--icu-locale', 'und', '--locale', locale],
    ...['--data-checksums', '--auth-local', 'trust', '--auth-host', 'reject'],
  ];
  try {
    await promisify(execFile)(path.join(binaries.folder, 'initdb'), options, { ...runAs(user), encoding: 'utf8' });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    refuse('cluster.initdb_failed', { folder: data, reason: words.trim() });
  }
  renameSync(draft, data);
}
