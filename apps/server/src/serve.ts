import { describeProblem, ProblemError, type Language } from '@imena/problem';
import { isDemonstrationWanted, loadDemonstration, wantDemonstration } from './operate/load-demonstration.ts';
import { readSettings, type Settings } from './settings.ts';
import { startServer, type RunningServer } from './start-server.ts';

/**
 * The program: starts the server, loads the demonstration on the first start, prints the address, and runs until a
 * signal or a failure. Returns the exit code: 0 stopped as asked, 1 refused or failed, 2 called wrongly.
 */
export async function serve(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const language: Language = (environment['LANG'] ?? '').startsWith('uk') ? 'uk' : 'en';
  try {
    return await run(readSettings(args, environment));
  } catch (error) {
    console.error(error instanceof ProblemError ? describeProblem(error.problem, language) : error);
    return error instanceof ProblemError && error.problem.code === 'server.argument' ? 2 : 1;
  }
}

async function run(settings: Settings): Promise<number> {
  // Heard from the first moment on: Ctrl-C during the start stops what was started so far.
  const signalled = firstSignal();
  const server = await startServer({ ...settings, log: (line) => console.error(line), onNewLog: () => { if (!settings.isEmpty) wantDemonstration(settings.dataDir); } });
  try {
    const loading = prepare(server, settings);
    // A failed load is reported by the race; were the race lost to a signal, it must not go unheard.
    loading.catch(() => undefined);
    const reason = await Promise.race([loading.then(() => Promise.race([server.failed, signalled])), server.failed, signalled]);
    if (reason !== null) console.error(reason);
    return reason === null ? 0 : 1;
  } finally {
    console.error('Stopping.');
    await server.stop();
  }
}

async function prepare(server: RunningServer, settings: Settings): Promise<void> {
  if (isDemonstrationWanted(settings.dataDir)) await loadWithProgress(server, settings.dataDir);
  console.log(`Imena: ${server.url}`);
  const link = await server.makeSetupLink();
  if (link !== null) console.log(`Make the first account with this link, which works once: ${link}`);
}

async function loadWithProgress({ context }: RunningServer, dataDir: string): Promise<void> {
  let shown = -1;
  await loadDemonstration(context, {
    dataDir,
    onProgress: (done, total) => {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (percent < shown + 10) return;
      shown = percent;
      console.error(`Loading the demonstration: ${percent} % (${done} of ${total} entries)`);
    },
  });
}

function firstSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  });
}
