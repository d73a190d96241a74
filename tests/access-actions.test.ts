import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { actionWords } from '../apps/web/src/administration/access-words.ts';
import { administration as en } from '../apps/web/src/i18n/en/administration.ts';
import { administration as uk } from '../apps/web/src/i18n/uk/administration.ts';
import { isTest, listSources, root } from './source-files.ts';

test('whatever the server writes into the access log has words in both languages', () => {
  const sources = listSources().filter((file) => file.startsWith('apps/server/src/') && !isTest(file));
  const written = new Set(sources.flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(/\baction: '([a-z_]+\.[a-z_.]+)'/g)].map(([, action = '']) => action)));
  expect(written.size).toBeGreaterThan(40);
  const wordless = (words: typeof en.log.actions | typeof uk.log.actions): string[] => [...written].filter((action) => actionWords(action, words) === action);
  expect([wordless(en.log.actions), wordless(uk.log.actions)]).toEqual([[], []]);
});
