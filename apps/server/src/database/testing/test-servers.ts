import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A kind of PostgreSQL server that integration tests can run on. */
export interface TestServer {
  /** For test titles: which PostgreSQL this is. */
  readonly name: string;
  /** The programs of a system PostgreSQL; null for the built-in one and for `IMENA_TEST_DATABASE_URL`. */
  readonly binFolder: string | null;
}

const oldestMajor = 15;

/**
 * The servers to run integration tests on: the built-in PostgreSQL and every system PostgreSQL from 15 on that is found
 * here; with `IMENA_TEST_DATABASE_URL` (a superuser's URL) that server alone. For `describe.each`.
 */
export function availableServers(): readonly [TestServer, ...TestServer[]] {
  if (externalUrl() !== null) return [{ name: 'the PostgreSQL of IMENA_TEST_DATABASE_URL', binFolder: null }];
  return [{ name: 'the built-in PostgreSQL', binFolder: null }, ...systemServers()];
}

/** `IMENA_TEST_DATABASE_URL`, or null. */
export function externalUrl(): string | null {
  const url = process.env['IMENA_TEST_DATABASE_URL'];
  return url === undefined || url === '' ? null : url;
}

function systemServers(): readonly TestServer[] {
  const root = '/usr/lib/postgresql'; // Debian and its relatives keep one folder a major version
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .map(Number)
    .filter((major) => major >= oldestMajor && existsSync(path.join(root, String(major), 'bin', 'initdb')))
    .sort((a, b) => a - b)
    .map((major) => ({ name: `the system's PostgreSQL ${major}`, binFolder: path.join(root, String(major), 'bin') }));
}
