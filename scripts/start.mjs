import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensure } from './ensure.mjs';
import { endWhenAbandoned } from './end-when-abandoned.mjs';
import { Refusal, runCommand } from './progress.mjs';
import { root } from './repository.mjs';

await runCommand(async () => {
  await ensure(['packages', 'examples', 'server', 'web']);
  const server = path.join(root, 'apps', 'server', 'dist', 'main.js');
  if (!existsSync(server)) throw new Refusal('There is no server to start: apps/server/src/main.ts is missing.');
  process.setSourceMapsEnabled(true);
  if (process.env.npm_lifecycle_event !== undefined) endWhenAbandoned();
  // In this very process and not as a child: Ctrl-C and `kill` reach the server once and directly, its exit code is
  // ours, and a kill -9 cannot end the one and leave the other.
  process.argv[1] = server;
  await import(pathToFileURL(server).href);
});
