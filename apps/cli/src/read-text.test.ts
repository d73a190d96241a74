import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTextLines } from './read-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'imena-lines-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

async function linesOf(bytes: string | Uint8Array): Promise<string[]> {
  const file = path.join(folder, 'lines.txt');
  writeFileSync(file, bytes);
  const texts: string[] = [];
  for await (const { line, text } of readTextLines(file)) texts[line - 1] = text;
  return texts;
}

test('lines are those between line feeds, whatever pieces the file is read in', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => (i % 7 === 0 ? '' : `${i} ${'їжак'.repeat(i % 29)}`));
  expect(await linesOf(lines.join('\n'))).toEqual(lines.slice(0, lines.at(-1) === '' ? -1 : undefined));
  expect(await linesOf(`\uFEFF${lines.join('\r\n')}\n`)).toEqual(lines.map((line, i) => (i === lines.length - 1 ? line : `${line}\r`)));
  expect(await linesOf(`a\n${'є'.repeat(1_500_000)}\n\nb`)).toEqual(['a', 'є'.repeat(1_500_000), '', 'b']);
  expect([await linesOf(''), await linesOf('\n'), await linesOf('a\u2028b')]).toEqual([[], [''], ['a\u2028b']]);
});

test('bytes that are no UTF-8 are refused with their line, far into a file too', async () => {
  const before = 'рядок\n'.repeat(300_000);
  await expect(linesOf(Buffer.concat([Buffer.from(before), Uint8Array.of(0x63, 0xe9, 10, 0x64)]))).rejects.toMatchObject({ problem: { code: 'cli.not_utf8', place: { row: 300_001 } } });
});
