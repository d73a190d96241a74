import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import { refuse } from '@imena/problem';

/** Under whom the PostgreSQL programs run. `switched` when we are root and must become somebody else. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly switched: boolean;
}

/**
 * Chooses the user of the database server: ourselves, or, when we are root (whom PostgreSQL refuses), the owner of the
 * data that are already there, else `postgres`, else `nobody`.
 *
 * Problems: `cluster.no_user` as root without either; `cluster.foreign_owner` when the data belong to somebody else.
 */
export function chooseServerUser(dataFolder: string): ServerUser {
  const self = os.userInfo();
  const owner = ownerOf(dataFolder);
  if (self.uid !== 0) {
    if (owner !== null && owner.uid !== self.uid)
      refuse('cluster.foreign_owner', { folder: dataFolder, owner: owner.uid, self: self.uid });
    return { name: self.username, uid: self.uid, gid: self.gid, switched: false };
  }
  if (owner !== null && owner.uid !== 0) return { name: String(owner.uid), ...owner, switched: true };
  for (const name of ['postgres', 'nobody']) {
    const uid = askId('-u', name);
    const gid = askId('-g', name);
    if (uid !== null && gid !== null) return { name, uid, gid, switched: true };
  }
  return refuse('cluster.no_user');
}

/** Options of `spawn` that make a child run as that user, without what our environment says about PostgreSQL. */
export function runAs(user: ServerUser): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
  // The working directory of a clone may be closed to the other user; `/` never is.
  return { cwd: '/', env: { ...env, LC_ALL: '' }, ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) };
}

/** Whether that user can enter a folder and make files in it. */
export function canWrite(user: ServerUser, folder: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...runAs(user), stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function ownerOf(folder: string): { readonly uid: number; readonly gid: number } | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined ? null : { uid: stat.uid, gid: stat.gid };
}

function askId(which: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null; // no such user here
  }
}
