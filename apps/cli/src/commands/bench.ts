import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '@imena/problem';
import type { Command } from '../command.ts';

/** The benchmarks of the clone; the same as `npm run bench`. */
export const bench: Command = {
  name: 'bench',
  usage: '[NAME]',
  summary: { en: 'the benchmarks, each printing one table', uk: 'вимірювання; кожне виводить одну таблицю' },
  help: { en: 'The same as npm run bench -- NAME; with --json each prints one line of JSON.', uk: 'Те саме, що npm run bench -- NAME; з --json кожне виводить один рядок JSON.' },
  run: async (call) => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/bench.mjs');
    if (!existsSync(script)) refuse('cli.file_unreadable', { file: script, reason: 'ENOENT' });
    const args = [...call.positionals, ...(call.isJson ? ['--json'] : [])];
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
    const code = await new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? 1)));
    return code === 0 ? 0 : 1;
  },
};
