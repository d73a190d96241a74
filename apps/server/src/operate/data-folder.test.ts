import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@imena/problem';
import { serve } from '../serve.ts';
import { makeDataFolder } from './data-folder.ts';

describe('the data folder', () => {
  it('that cannot be made is refused in words, with its place', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'imena-folder-'));
    try {
      writeFileSync(path.join(folder, 'file'), '');
      const wanted = path.join(folder, 'file', 'data');
      let said: unknown;
      try {
        makeDataFolder(wanted);
      } catch (error) {
        said = error;
      }
      expect(said instanceof ProblemError ? said.problem : said).toMatchObject({ code: 'server.data_folder', details: { folder: wanted, reason: 'ENOTDIR' } });
      expect(() => makeDataFolder(path.join(folder, 'new', 'data'))).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the program', () => {
  it.each([[['--port', 'abc']], [['--port', '70000']], [['--what']]])('called wrongly (%j) says so and ends with 2 before it touches anything', async (args) => {
    expect(await serve(args, { IMENA_DATA: '/nowhere/at/all' })).toBe(2);
  });
});
