import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, ProblemError, type Language } from '@imena/problem';
import { startServer } from './start-server.ts';

const language: Language = (process.env['LANG'] ?? '').startsWith('uk') ? 'uk' : 'en';

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof ProblemError ? describeProblem(error.problem, language) : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { empty: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } } });
  const { env } = process;
  const server = await startServer({
    dataDir: path.resolve(values.data ?? env['IMENA_DATA'] ?? 'data'),
    port: Number(values.port ?? env['PORT'] ?? 3900),
    host: env['IMENA_HOST'] ?? '127.0.0.1',
    databaseUrl: env['DATABASE_URL'], ownerUrl: env['IMENA_OWNER_URL'],
    log: (line) => console.error(line),
  });
  console.log(`Imena is running: ${server.url}`);
  const link = await server.makeSetupLink();
  if (link !== null) console.log(`Make the first account here (the link works once): ${link}`);
  const reason = await Promise.race([server.failed, signalled()]);
  if (reason !== null) console.error(reason);
  console.error('stopping');
  await server.stop();
  return reason === null ? 0 : 1;
}

function signalled(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
}
