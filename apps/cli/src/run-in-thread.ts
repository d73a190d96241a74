import { Worker, type MessagePort } from 'node:worker_threads';
import type { ExitCode, Surroundings } from './command.ts';
import { runCli } from './run-cli.ts';
import { ended, endedBy } from './match/share-tasks.ts';

/** What a command that runs in a thread of its own tells the first: results, several lines at once; what people are told; how it ended. */
type FromCommand = { readonly out: string } | { readonly err: string } | { readonly code: ExitCode };

/** Room for what is made and forgotten, MiB: what is given to the first thread of a process is too little for long lists, and is fixed. */
const youngMb = 384;
/** Results are handed over in pieces of about so many characters. */
const pieceLength = 1 << 16;

/** Runs one command in a thread with more room. @throws Problem `cli.thread_ended`, and what the command fails with */
export async function runInThread(given: readonly string[], { out, err }: Surroundings): Promise<ExitCode> {
  const thread = new Worker(new URL('main.js', import.meta.url), { workerData: given, resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (told: FromCommand) => {
        if ('out' in told) out(told.out);
        else if ('err' in told) err(told.err);
        else resolve(told.code);
      });
      thread.once('error', (error: unknown) => { reject(endedBy(error)); });
      thread.once('exit', (code) => { reject(ended(`exit ${code}`)); });
    });
  } finally {
    await thread.terminate();
  }
}

/** The thread's side: runs the command and tells the first thread what it says. */
export async function answerCommand(port: MessagePort, given: readonly string[]): Promise<void> {
  const tell = (told: FromCommand): void => { port.postMessage(told); };
  let [lines, length] = [[] as string[], 0];
  const handOver = (): void => {
    if (lines.length > 0) tell({ out: lines.join('\n') });
    [lines, length] = [[], 0];
  };
  const code = await runCli(given, {
    environment: process.env,
    out: (line) => {
      lines.push(line);
      length += line.length;
      if (length >= pieceLength) handOver();
    },
    err: (line) => { tell({ err: line }); },
  });
  handOver();
  tell({ code });
}
