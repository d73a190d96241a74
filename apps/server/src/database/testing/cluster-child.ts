/**
 * A program of its own for the crash tests: starts the server on the folder given, writes numbered rows for as long as
 * it lives and prints each number after its commit. What was printed was promised. With `lock` it only takes the lock.
 */
import { describeProblem, ProblemError } from '@imena/problem';
import { withClient } from '../cluster/ensure-database.ts';
import { lockFolder } from '../cluster/folder-lock.ts';
import { startCluster } from '../cluster/start-cluster.ts';

function say(message: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function writeRows(dataDir: string): Promise<void> {
  const cluster = await startCluster({
    dataDir,
    patienceMs: Number(process.env['PATIENCE_MS'] ?? 0),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const asked = new AbortController();
  process.once('SIGTERM', () => asked.abort());
  await cluster.ensureDatabase('rows');
  await withClient(cluster.connection('rows'), async (client) => {
    await client.query('create table if not exists rows (number bigint primary key)');
    const found = await client.query<{ numbers: string[] }>(
      'select coalesce(array_agg(number order by number), array[]::bigint[]) as numbers from rows',
    );
    const numbers = (found.rows[0]?.numbers ?? []).map(Number);
    say({ kind: 'ready', numbers, replaced: cluster.replaced, server: cluster.pid });
    for (let next = (numbers.at(-1) ?? 0) + 1; !asked.signal.aborted; next += 1) {
      await client.query('insert into rows values ($1)', [next]);
      say({ kind: 'saved', number: next });
    }
  });
  await cluster.stop();
}

function holdLock(folder: string): void {
  lockFolder(folder);
  say({ kind: 'held' });
  setInterval(() => undefined, 60_000);
}

const [, , mode, folder] = process.argv;
if (folder === undefined) throw new Error('a folder is needed');
try {
  if (mode === 'lock') holdLock(folder);
  else await writeRows(folder);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  say({ kind: 'refused', code: error.problem.code, words: describeProblem(error.problem, 'en') });
  process.exit(1);
}
