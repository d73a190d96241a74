import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, work } from './repository.mjs';

const stampsFile = path.join(work, 'stamps.json');
const skippedFolders = new Set(['node_modules', 'dist']);

/** What each target was last built from: its name to a hash. */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(stampsFile, 'utf8'));
  } catch {
    return {}; // never built, or damaged: then everything is built
  }
}

export function writeStamps(stamps) {
  mkdirSync(work, { recursive: true });
  writeFileSync(`${stampsFile}.new`, `${JSON.stringify(stamps, null, 2)}\n`);
  renameSync(`${stampsFile}.new`, stampsFile);
}

/**
 * Makes a function that hashes the content of files and folders; each file is read once. Tests are left out, because
 * no build contains them.
 */
export function makeSourceHasher() {
  const known = new Map();
  const hashOf = (name) => {
    const found = known.get(name) ?? (statSync(name).isDirectory() ? hashFolder(name) : hashFile(name));
    known.set(name, found);
    return found;
  };
  const hashFolder = (folder) => {
    const hash = createHash('sha256');
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skippedFolders.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
      hash.update(`${entry.name}\0${hashOf(path.join(folder, entry.name))}\0`);
    }
    return hash.digest('hex');
  };
  return (names) => {
    const hash = createHash('sha256');
    for (const name of names.filter((n) => existsSync(n)))
      hash.update(`${path.relative(root, name)}\0${hashOf(name)}\0`);
    return hash.digest('hex');
  };
}

function hashFile(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
