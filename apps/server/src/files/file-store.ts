import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '@imena/problem';

/** Largest file that is taken, in bytes. */
export const maximumFileBytes = 512 * 1024 * 1024;

/** Where files are kept. The one seam for another kind of store: nothing else knows about folders. */
export interface FileStore {
  /** Stores bytes whole; returns their SHA-256 in hex. Storing the same again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** Size in bytes, or null when the file is not there whole. */
  size(sha256: string): Promise<number | null>;
  read(sha256: string): ReadStream;
  /** Where the decoder of images finds the file. */
  path(sha256: string): string;
  /** How far the upload of an owner has come: bytes arrived and length announced; null when the owner has none under way. */
  upload(sha256: string, owner: string): Promise<{ readonly offset: number; readonly length: number } | null>;
  /**
   * Adds a part to the upload of an owner, who sends the file whole even where it is here already: otherwise a hash
   * would be enough to pass for somebody who has the file. With the last byte the whole is checked against its hash.
   * @throws Problem `files.offset`, `files.length`, `files.hash`
   */
  append(sha256: string, part: { readonly owner: string; readonly offset: number; readonly length: number; readonly bytes: AsyncIterable<Uint8Array> }): Promise<{ readonly offset: number; readonly isWhole: boolean }>;
  /** Hash of the file as it lies there now; null when it is not there. */
  check(sha256: string): Promise<string | null>;
  remove(sha256: string): Promise<void>;
  /** Removes what was begun and has not grown since a moment; returns how many. Whoever goes on after that begins anew. */
  removeUnfinished(before: Date): Promise<number>;
  list(): AsyncIterable<string>;
  /** The folder, for backups. */
  readonly folder: string;
}

/** A content-addressed folder: `ab/cd/<sha256>`, uploads under way in `uploads/`. */
export class FolderFileStore implements FileStore {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if ((await this.size(sha256)) === bytes.length) return sha256;
    const draft = path.join(await this.#uploads(), `${sha256}.${randomBytes(6).toString('hex')}.whole`);
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await this.#moveIn(draft, sha256);
    return sha256;
  }

  async size(sha256: string): Promise<number | null> {
    return sizeOf(this.#place(sha256));
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.#place(sha256));
  }

  path(sha256: string): string {
    return this.#place(sha256);
  }

  async upload(sha256: string, owner: string): Promise<{ offset: number; length: number } | null> {
    const begun = await this.#begun(sha256, owner);
    return begun === null ? null : { offset: (await sizeOf(begun.file)) ?? 0, length: begun.length };
  }

  async append(sha256: string, { owner, offset, length, bytes }: { owner: string; offset: number; length: number; bytes: AsyncIterable<Uint8Array> }): Promise<{ offset: number; isWhole: boolean }> {
    const begun = await this.#begun(sha256, owner);
    if (length > maximumFileBytes || length < 0 || (begun !== null && begun.length !== length)) refuse('files.length', { maximum: maximumFileBytes });
    // The announced length is part of the name, so that it survives a restart together with the bytes.
    const file = begun?.file ?? path.join(await this.#uploads(), `${sha256}.${owner}.${length}.part`);
    const have = (await sizeOf(file)) ?? 0;
    if (have !== offset) refuse('files.offset', { offset: have });
    const end = await appendTo(file, { offset, length, bytes });
    if (end < length) return { offset: end, isWhole: false };
    if ((await hashOf(file)) !== sha256) {
      await rm(file, { force: true });
      refuse('files.hash');
    }
    await this.#moveIn(file, sha256);
    return { offset: end, isWhole: true };
  }

  async check(sha256: string): Promise<string | null> {
    return (await this.size(sha256)) === null ? null : hashOf(this.#place(sha256));
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#place(sha256), { force: true });
  }

  async removeUnfinished(before: Date): Promise<number> {
    const folder = await this.#uploads();
    let removed = 0;
    for (const name of await readdir(folder)) {
      if (!/\.(part|whole)$/.test(name)) continue;
      const file = path.join(folder, name);
      // Gone in between: its last part has just arrived.
      const at = await changedAt(file);
      if (at === null || at >= before.getTime()) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  async *list(): AsyncIterable<string> {
    for (const first of (await foldersOf(this.folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const second of await foldersOf(path.join(this.folder, first))) {
        for (const name of (await readdir(path.join(this.folder, first, second))).sort()) if (/^[0-9a-f]{64}$/.test(name)) yield name;
      }
    }
  }

  #place(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in hex');
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  async #uploads(): Promise<string> {
    const folder = path.join(this.folder, 'uploads');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async #begun(sha256: string, owner: string): Promise<{ file: string; length: number } | null> {
    if (!/^[0-9a-f-]{36}$/.test(owner)) throw new Error('not the id of an account');
    const folder = await this.#uploads();
    const name = (await readdir(folder)).find((candidate) => candidate.startsWith(`${sha256}.${owner}.`) && candidate.endsWith('.part'));
    return name === undefined ? null : { file: path.join(folder, name), length: Number(name.split('.')[2]) };
  }

  /** The file is on the disk before its name is, and the name before anybody is answered. */
  async #moveIn(file: string, sha256: string): Promise<void> {
    const place = this.#place(sha256);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(file, place);
    const folder = await open(path.dirname(place), 'r');
    await folder.sync();
    await folder.close();
  }
}

async function appendTo(file: string, { offset, length, bytes }: { offset: number; length: number; bytes: AsyncIterable<Uint8Array> }): Promise<number> {
  const handle = await open(file, 'a', 0o600);
  let end = offset;
  try {
    for await (const part of bytes) {
      if (end + part.length > length) refuse('files.length', { maximum: length });
      await handle.write(part);
      end += part.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return end;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function changedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function foldersOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).filter((item) => item.isDirectory()).map((item) => item.name).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
