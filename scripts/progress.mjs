import process from 'node:process';

/** Whoever waits longer than this hears what for. */
const silentMs = 1000;
const plainEveryMs = 10_000;

/**
 * Runs one step and tells on stderr, with elapsed seconds, what is waited for once it takes more than a second.
 * On a terminal the line counts on; elsewhere a line every ten seconds.
 *
 * @template T
 * @param {string} title what is being done, as a plain phrase
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const terminal = process.stderr.isTTY === true;
  let told = 0;
  const timer = setInterval(() => {
    if (terminal) process.stderr.write(`\r${title} ... ${seconds()} s`);
    else if (told === 0 || Date.now() - told >= plainEveryMs) process.stderr.write(`${title} ... ${seconds()} s\n`);
    else return;
    told = Date.now();
  }, silentMs);
  try {
    const result = await work();
    if (told !== 0) process.stderr.write(`${terminal ? '\r' : ''}${title}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (told !== 0 && terminal) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Trouble that a person can mend: shown in its own words, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a whole command; a Refusal ends it with its words and code 1, a bug with its stack.
 *
 * @param {() => Promise<void>} work
 */
export async function runCommand(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(
      error instanceof Refusal ? `\n${error.message}\n` : `\n${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  }
}
