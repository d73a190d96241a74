import path from 'node:path';

/** The root of the clone. */
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');

/** What commands leave behind between runs (stamps, logs, results); never committed, safe to delete. */
export const work = path.join(root, '.build');
