import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the data of installations started by root live: a place that the user of the database can reach. */
const systemFolder = '/var/lib/imena';

/**
 * The folder that holds everything an installation keeps (database, files, keys).
 *
 * `IMENA_DATA` is taken as it is. Otherwise it is `<clone>/data`; as root, whose clone another user often cannot reach,
 * it is `/var/lib/imena/<hash of the clone's path>-<number>`, and `<clone>/data/place.txt` says so. The number belongs to
 * that file: a clone that was deleted and made anew at the same path starts empty, and never opens the old data
 * unasked; they stay where they were, and IMENA_DATA opens them.
 */
export function chooseDataFolder({
  explicit,
  clone,
  isRoot,
}: {
  explicit: string | undefined;
  clone: string;
  isRoot: boolean;
}): string {
  if (explicit !== undefined && explicit !== '') return path.resolve(explicit);
  const inside = path.join(clone, 'data');
  if (!isRoot) return inside;
  const pointer = path.join(inside, 'place.txt');
  if (!existsSync(pointer)) {
    const hash = createHash('sha256').update(path.resolve(clone)).digest('hex').slice(0, 12);
    mkdirSync(inside, { recursive: true });
    writeFileSync(pointer, `${path.join(systemFolder, `${hash}-${randomBytes(3).toString('hex')}`)}\n`);
  }
  return readFileSync(pointer, 'utf8').trim();
}
