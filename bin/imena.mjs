#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensure } from '../scripts/ensure.mjs';
import { Refusal, runCommand } from '../scripts/progress.mjs';
import { root } from '../scripts/repository.mjs';

/** The `imena` command from a clone: builds what is stale (progress goes to stderr alone), then runs. */
await runCommand(async () => {
  await ensure(process.argv[2] === 'serve' ? ['packages', 'examples', 'cli', 'server', 'web'] : ['cli']);
  const program = path.join(root, 'apps', 'cli', 'dist', 'main.js');
  if (!existsSync(program)) throw new Refusal('There is no command to run: apps/cli/src/main.ts is missing.');
  process.setSourceMapsEnabled(true);
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
});
