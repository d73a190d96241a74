import { createHash } from 'node:crypto';
import { refuse } from '@imena/problem';
import type { RunInput, RunResult } from '@imena/matching';
import type { FileStore } from '../files/file-store.ts';

/** Largest file of a run that is read, in bytes. */
const maximumBytes = 512 * 1024 * 1024;

/** @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readRunInput(files: FileStore, sha256: string): Promise<RunInput> {
  return (await readJson(files, sha256, 'imena-run-input/1')) as RunInput;
}

/** @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readRunResult(files: FileStore, sha256: string): Promise<RunResult> {
  const result = await readJson(files, sha256, 'imena-run-result/2', 'imena-run-result/1');
  return result.schema === 'imena-run-result/1' ? { ...(result as unknown as RunResult), schema: 'imena-run-result/2', joint: null } : (result as RunResult);
}

async function readJson(files: FileStore, sha256: string, ...schemas: readonly string[]): Promise<{ readonly schema: string }> {
  const bytes = await readBytes(files, sha256);
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof value !== 'object' || value === null || !('schema' in value) || typeof value.schema !== 'string' || !schemas.includes(value.schema)) return refuse('matching.file_damaged', { sha256 });
  return { ...value, schema: value.schema };
}

/** A whole file, checked against its hash. @throws Problem `matching.file_missing`, `matching.file_damaged` */
export async function readBytes(files: FileStore, sha256: string): Promise<Buffer> {
  const size = await files.size(sha256);
  if (size === null || size > maximumBytes) return refuse('matching.file_missing', { sha256 });
  const parts: Buffer[] = [];
  for await (const part of files.read(sha256)) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : refuse('matching.file_damaged', { sha256 });
}

/** Keeps the inputs of the runs last looked at: explaining a pair reads the whole file of its run. */
export class RunInputs {
  readonly #files: FileStore;
  readonly #kept = new Map<string, Promise<RunInput>>();
  readonly #most: number;

  constructor(files: FileStore, most = 4) {
    this.#files = files;
    this.#most = most;
  }

  async read(sha256: string): Promise<RunInput> {
    const known = this.#kept.get(sha256);
    const reading = known ?? readRunInput(this.#files, sha256);
    this.#kept.delete(sha256);
    this.#kept.set(sha256, reading);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > this.#most) this.#kept.delete(oldest);
    try {
      return await reading;
    } catch (error) {
      this.#kept.delete(sha256);
      throw error;
    }
  }
}
