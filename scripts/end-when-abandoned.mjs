import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { isAlive, statFields } from './process-alive.mjs';

const lookEveryMs = 250;

/**
 * Ends this process in order when the npm that started it was killed: nobody could stop it from the terminal any more,
 * and it would keep the port and the data folder from the next start. npm starts a shell that starts us, so both are
 * watched.
 */
export function endWhenAbandoned() {
  const watched = [process.ppid];
  if (/^(sh|dash|bash|zsh|ash|busybox)$/.test(nameOf(process.ppid))) watched.push(parentOf(process.ppid));
  const timer = setInterval(() => {
    if (watched.every((pid) => isAlive(pid))) return;
    clearInterval(timer);
    process.stderr.write('npm has ended, so the server ends too.\n');
    process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs);
  timer.unref();
  // Asked to end in the ordinary way, npm may be gone a moment before us: no second signal then.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      clearInterval(timer);
      // Whoever listens suspends the signal's own effect; when only we did, it is brought about again.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
  // A closed terminal: the server ends in order instead of at once.
  process.once('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
}

function nameOf(pid) {
  const name = process.platform === 'linux' ? readFileSync(`/proc/${pid}/comm`, 'utf8') : ps(pid, 'comm=');
  return name.trim().replace(/^.*\//, '').replace(/^-/, '');
}

function parentOf(pid) {
  return Number(process.platform === 'linux' ? statFields(pid)[1] : ps(pid, 'ppid='));
}

function ps(pid, column) {
  return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' });
}
