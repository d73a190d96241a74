import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FolderFileStore } from '../files/file-store.ts';
import { readRunResult } from './run-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'imena-run-files-'));
const files = new FolderFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (value: unknown): Promise<string> => files.put(Buffer.from(JSON.stringify(value)));
const result = { inputsHash: 'a'.repeat(64), pairs: [], direct: [], compared: 1, expectedByChance: 0.001, failed: [] };

describe('the result file of a run', () => {
  it('of version 1 is still read: its pairs were not solved together, and that is said', async () => {
    expect(await readRunResult(files, await put({ schema: 'imena-run-result/1', ...result }))).toEqual({ schema: 'imena-run-result/2', ...result, joint: null });
  });

  it('of a version nobody knows, or another file altogether, is refused', async () => {
    for (const schema of ['imena-run-result/3', 'imena-run-input/1']) await expect(readRunResult(files, await put({ schema, ...result }))).rejects.toMatchObject({ problem: { code: 'matching.file_damaged' } });
  });
});
