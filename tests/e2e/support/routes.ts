import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(import.meta.dirname, '../../../apps/web/src');

/** Every route of the application as its features declare it, so that a new screen cannot be forgotten here. */
export function listRoutes(): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|[\\/])routes\.ts$/.test(file));
  const routes = files.flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? ''));
  return [...new Set(routes)].sort();
}
