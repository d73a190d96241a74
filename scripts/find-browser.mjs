import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Refusal, step } from './progress.mjs';
import { root, work } from './repository.mjs';
import { runProgram, tail } from './run-program.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * A browser that runs: `CHROMIUM_PATH`, else one of the system, else (as root, with apt) one that is installed now.
 * Throws a Refusal with the way out when there is none: browser tests are never left out silently.
 *
 * @returns {Promise<string>} its path
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    const trouble = await whyNot(chosen);
    if (trouble === null) return chosen;
    throw new Refusal(`CHROMIUM_PATH is ${chosen}, which does not run: ${trouble}`);
  }
  const found = await findInstalled();
  if (found !== null) return found;
  const answer = await installWithApt();
  const installed = await findInstalled();
  if (installed !== null) return installed;
  throw new Refusal(
    `No Chromium was found for the browser tests. ${answer}\nInstall Chromium or Google Chrome, or set CHROMIUM_PATH to one, and run npm test again.`,
  );
}

async function findInstalled() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...macApplications];
  for (const candidate of candidates) {
    // A name alone proves nothing: on Ubuntu `chromium-browser` may only say that a snap is wanted.
    if (isExecutable(candidate) && (await whyNot(candidate)) === null) return candidate;
  }
  return null;
}

async function whyNot(program) {
  const { code, output } = await runProgram(program, ['--version'], { cwd: root });
  if (code === 0 && /\d+\.\d+/.test(output)) return null;
  return output.trim() === '' ? `it ended with code ${code}` : tail(output, 3);
}

async function installWithApt() {
  const apt = '/usr/bin/apt-get';
  if (!existsSync(apt)) return 'It can be installed automatically only on Debian and Ubuntu.';
  if (process.getuid?.() !== 0) return 'It can be installed automatically only by root: sudo apt-get install chromium';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['Reading the list of system packages (apt-get update)', ['update']],
    ['Installing Chromium (apt-get install chromium)', ['install', '-y', '--no-install-recommends', 'chromium']],
  ];
  for (const [title, args] of steps) {
    const logFile = path.join(work, `apt-${args[0]}.log`);
    const { code, output } = await step(title, () => runProgram(apt, args, { cwd: '/', env, logFile }));
    if (code !== 0)
      return `apt-get ${args[0]} ended with code ${code}:\n${tail(output, 10)}\nThe whole output is in ${logFile}.`;
  }
  return 'apt-get installed its package chromium, but that does not run here.';
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
