import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the words of the system: boot id and ticks on Linux, the start time of `ps` elsewhere. */
  readonly started: string;
}

/**
 * Who runs under a process number now, or null when nobody does.
 *
 * A zombie counts as nobody: where no init reaps orphans (containers), a killed server stays in the table for ever,
 * and `kill(pid, 0)`, which PostgreSQL itself relies on, takes it for alive.
 */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (process.platform !== 'linux') return identifyByPs(pid);
  try {
    // The name in parentheses may itself hold spaces and parentheses: count fields from the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === undefined || startTicks === undefined || state === 'Z' || state === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, started: `${boot} ${startTicks}` };
  } catch {
    return null; // no such entry: the process is gone
  }
}

/** Whether the very process that was identified earlier still runs. */
export function stillRuns(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.started === identity.started;
}

/** Whether a process is a PostgreSQL server that works in `folder` (a server's working directory is its data). */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform === 'linux') return workingDirectory(pid) === folder;
  return ps(pid, 'command=').includes(folder);
}

/** Processes that have `folder` as working directory; empty where the system does not tell (only Linux does). */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isSafeInteger(pid) && identifyProcess(pid) !== null && workingDirectory(pid) === folder);
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // gone, or of another user: not ours in either case
  }
}

function identifyByPs(pid: number): ProcessIdentity | null {
  const answer = ps(pid, 'state=,lstart=');
  if (answer === '' || answer.startsWith('Z')) return null;
  return { pid, started: answer.replace(/^\S+\s+/, '') };
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', columns], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return ''; // ps answers with an exit code when there is no such process
  }
}
