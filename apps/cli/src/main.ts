import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { describeProblem, makeProblem } from '@imena/problem';
import { languageOf } from './language-of.ts';
import type { Surroundings } from './command.ts';
import { runCli } from './run-cli.ts';
import { answerCommand, runInThread } from './run-in-thread.ts';

if (isMainThread || parentPort === null) await runHere();
// A command that needs much room: this program once more, in a thread of its own.
else await answerCommand(parentPort, workerData as readonly string[]);

async function runHere(): Promise<void> {
  const { language } = languageOf(process.argv.slice(2), process.env);

  // A reader that has seen enough (`imena kinship ... | head`) ends the command, not as an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`${describeProblem(makeProblem('cli.cannot_write', { reason: error.message }), language)}\n`, () => process.exit(1));
  });
  // Who does not want to hear of progress may close it; the results are still wanted.
  process.stderr.on('error', () => undefined);

  const surroundings: Surroundings = {
    environment: process.env,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  };
  try {
    process.exitCode = await runCli(process.argv.slice(2), { ...surroundings, inThread: (given) => runInThread(given, surroundings) });
  } catch (error) {
    if (process.env['IMENA_TRACE'] === '1') throw error;
    process.stderr.write(`${describeProblem(makeProblem('cli.own_fault', { reason: error instanceof Error ? error.message : String(error) }), language)}\n`);
    process.exitCode = 1;
  }
}
