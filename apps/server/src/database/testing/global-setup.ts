import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { runTestServers } from './run-test-servers.ts';
import { openDoor } from './test-server-door.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket at which test processes ask for a database server. */
    readonly testServerDoor: string;
  }
}

/** Runs once around a whole test run: opens the door, and at the end stops whatever was started behind it. */
export default function setUp(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imena-door-'));
  const socketPath = path.join(folder, 'door');
  const servers = runTestServers();
  const door = openDoor(socketPath, (binFolder) => servers.find(binFolder));
  project.provide('testServerDoor', socketPath);
  return async () => {
    door.close();
    await servers.stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
}
