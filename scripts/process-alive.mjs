import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Whether a process runs. A zombie does not: where nobody reaps orphans (containers), a killed one stays in the table.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    if (process.platform === 'linux') return !/^[ZX]/.test(statFields(pid)[0] ?? 'X');
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Fields of /proc/PID/stat after the name (which may hold anything): state, parent, ... */
export function statFields(pid) {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
}
