import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, root } from './source-files.ts';

const longest = 500;
const sources = listFiles().filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file));

describe('source files', () => {
  it(`have at most ${longest} lines`, () => {
    const lines = sources.map((file) => ({
      file,
      lines: readFileSync(path.join(root, file), 'utf8').split('\n').length - 1,
    }));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((one) => one.lines > longest)).toEqual([]);
  });

  it('are named in kebab-case, and no folder or file is a place for everything', () => {
    const wrong = sources.filter((file) => {
      const parts = file.replace(/\.[^/]*$/, '').split('/');
      return parts.some(
        (part) => !/^\.?[a-z0-9]+(-[a-z0-9]+)*$/.test(part) || /^(utils?|helpers?|common|misc|managers?)$/.test(part),
      );
    });
    expect(wrong).toEqual([]);
  });
});
