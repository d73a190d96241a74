import { codes } from '@imena/problem';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** `npx vitest run tests/problem-docs.test.ts -u` writes the page anew after a code was added. */
it('documents every Problem code with its status and its words in both languages', async () => {
  const rows = Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, words]) => `| \`${code}\` | ${words.status} | ${cell(words.en)} | ${cell(words.uk)} |`);
  const page = [
    '# Problems',
    '',
    'Every refusal has a stable code. Programs read the code and its details; people read the words, in their language.',
    '',
    '| code | status | English | Ukrainian |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot(resolve(import.meta.dirname, '../docs/problems.md'));
});

function cell(words: string): string {
  return words.replaceAll('|', '\\|');
}
