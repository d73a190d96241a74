import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '@imena/problem';
import { identifyProcess, stillRuns, type ProcessIdentity } from './process-identity.ts';

/** A data folder held by this process until `release`, or until the process ends in whatever way. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a data folder for this process alone. A lock left by a killed process is recognised (its identity no longer
 * runs) and taken over, so nobody ever has to delete a file by hand.
 *
 * LIMIT: two containers that share a volume do not see each other's processes. Do not do that.
 *
 * Problem: `cluster.in_use` when another living process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const lock = path.join(folder, 'imena.lock');
  const self = identifyProcess(process.pid);
  if (self === null) throw new Error('the system does not know the process that asks');
  const text = JSON.stringify(self);
  // The lock appears under its name already complete: link() fails when the name is taken, and a reader never sees half.
  const draft = path.join(folder, `imena.lock.${randomUUID()}`);
  writeFileSync(draft, text, { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if (linkUnlessTaken(draft, lock)) return { release: () => releaseLock(lock, text) };
      const found = readIfThere(lock);
      if (found === null) continue; // released a moment ago
      const holder = parseHolder(found);
      if (holder !== null && stillRuns(holder)) refuse('cluster.in_use', { folder, pid: holder.pid });
      removeStale(lock, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return refuse('cluster.in_use', { folder, pid: 0 });
}

/** The process that holds a data folder now, or null. */
export function folderHolder(folder: string): ProcessIdentity | null {
  const found = readIfThere(path.join(folder, 'imena.lock'));
  const holder = found === null ? null : parseHolder(found);
  return holder !== null && stillRuns(holder) ? holder : null;
}

/**
 * Two starters may both see the same stale lock. Moving it aside and looking at what was moved keeps the slower one
 * from deleting the fresh lock of the faster one.
 */
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) linkUnlessTaken(aside, lock);
  rmSync(aside, { force: true });
}

function releaseLock(lock: string, text: string): void {
  if (readIfThere(lock) === text) rmSync(lock, { force: true });
}

function linkUnlessTaken(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return null;
    return typeof value.pid === 'number' && typeof value.started === 'string'
      ? { pid: value.pid, started: value.started }
      : null;
  } catch {
    return null; // not written by this program: nobody's lock
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
