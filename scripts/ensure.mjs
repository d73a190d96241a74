import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './process-alive.mjs';
import { Refusal, step } from './progress.mjs';
import { root, work } from './repository.mjs';
import { runProgram, tail } from './run-program.mjs';

const oldestNode = [20, 19, 0];

/** A folder that exists while a command installs or builds; it names that command, and the npm it started. */
const lock = path.join(work, 'lock');

/**
 * Makes a clone ready: checks node, installs the packages of the lockfile when they changed, builds what is stale.
 *
 * @param {readonly import('./targets.mjs').Group[]} groups which parts must be built
 */
export async function ensure(groups) {
  checkNode();
  await whileAlone(async () => {
    await ensurePackages();
    const { buildStale } = await import('./build-stale.mjs'); // its compiler exists only now
    await buildStale(groups);
  });
}

function checkNode() {
  const found = process.versions.node.split('.').map(Number);
  const difference = oldestNode.map((part, i) => (found[i] ?? 0) - part).find((d) => d !== 0) ?? 0;
  if (difference >= 0) return;
  throw new Refusal(
    `Imena needs Node.js ${oldestNode.join('.')} or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`,
  );
}

/** Runs `npm ci` unless what is installed is what the lockfile says. */
export async function ensurePackages() {
  const lockFile = path.join(root, 'package-lock.json');
  const stampFile = path.join(root, 'node_modules', '.imena-lock');
  const stamp = `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalled(lockFile)) await install();
  writeFileSync(stampFile, stamp);
}

async function install() {
  const logFile = path.join(work, 'npm-ci.log');
  // A shell that says NODE_ENV=production would leave out the compiler.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, output } = await step('Installing packages (npm ci)', () =>
    runProgram(npm, args, { cwd: root, logFile, onStart: (pid) => writeFileSync(path.join(lock, 'npm'), String(pid)) }),
  );
  if (code === 0) return;
  throw new Refusal(
    `The packages could not be installed: npm ci ended with code ${code}.\n${tail(output)}\n\nThe whole output is in ${logFile}.`,
  );
}

/**
 * Compares npm's own record of what it installed with the lockfile, so that somebody who has just added a package with
 * npm is not made to install everything again.
 */
function isInstalled(lockFile) {
  const recordFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const found = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  const fits = (name) => {
    const [want, have] = [wanted[name], found[name]];
    if (have === undefined) return want.optional === true; // made for another platform
    return want.link === true || (want.version === have.version && want.integrity === have.integrity);
  };
  const outside = (name) => name.startsWith('node_modules/') || name.includes('/node_modules/');
  return (
    Object.keys(wanted).filter(outside).every(fits) &&
    Object.keys(found)
      .filter(outside)
      .every((name) => name in wanted)
  );
}

/** Two commands started at once must not install or build over each other: the second waits for the first. */
async function whileAlone(task) {
  mkdirSync(work, { recursive: true });
  await step('Waiting for another command that installs or builds', takeLock);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    await task();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Longer than any installation takes: a lock older than this was left behind and its number given to somebody else. */
const oldestLockMs = 20 * 60_000;

async function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(path.join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await wait(100); // also long enough for the holder to write its number
    if (isLeftBehind()) rmSync(lock, { recursive: true, force: true });
  }
}

/** An npm whose command was killed goes on installing: it has to end first. */
function isLeftBehind() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > oldestLockMs) return true;
    return !['pid', 'npm'].some(
      (name) => existsSync(path.join(lock, name)) && isAlive(Number(readFileSync(path.join(lock, name), 'utf8'))),
    );
  } catch (error) {
    if (error.code === 'ENOENT') return false; // released between two looks: the next attempt takes it
    throw error;
  }
}
