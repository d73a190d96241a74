import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '@imena/problem';
import { expect, it } from 'vitest';

it('every refusal of this package has its words, and every word a refusal', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const source = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n');
  const used = new Set([...source.matchAll(/'(exchange\.[a-z_]+)'/g)].map(([, code = '']) => code));
  const worded = Object.keys(codes).filter((code) => code.startsWith('exchange.'));
  expect([...used].sort()).toEqual(worded.sort());
  for (const code of worded) {
    const { en = '', uk = '' } = codes[code] ?? {};
    const details = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    expect(details(uk)).toEqual(details(en));
  }
});
