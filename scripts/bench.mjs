import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensure } from './ensure.mjs';
import { Refusal, runCommand } from './progress.mjs';
import { root } from './repository.mjs';

/** Benchmarks are the files `bench/NAME.ts`; with a name as argument only that one runs. */
await runCommand(async () => {
  const [wanted, ...rest] = process.argv.slice(2);
  const folder = path.join(root, 'bench');
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -'.ts'.length)] : []));
  const chosen = wanted === undefined ? names : names.filter((name) => name === wanted);
  if (chosen.length === 0) {
    throw new Refusal(
      wanted === undefined
        ? 'There are no benchmarks yet.'
        : `There is no benchmark "${wanted}". There are: ${names.join(', ')}.`,
    );
  }
  await ensure(['packages', 'examples', 'server', 'web', 'bench']);
  for (const name of chosen) {
    const program = path.join(folder, 'dist', `${name}.js`);
    if (!existsSync(program)) throw new Refusal(`The benchmark ${name} was not built.`);
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...rest], { cwd: root, stdio: 'inherit' });
    const code = await new Promise((resolve) => child.once('exit', (c) => resolve(c ?? 1)));
    if (code !== 0) throw new Refusal(`The benchmark ${name} ended with code ${code}.`);
  }
});
