import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confusionTables, languages, latinConventions } from './index.ts';

const source = join(import.meta.dirname, '..');
/** Data, and the keys of the search box, which are older than the tables. */
const data = /^(languages|given)[/]|surname-shares|kmu55-table|search-fold|search-keys|describe-name-reason|\.test\.ts$/;

describe('rules of a language are data', () => {
  it('the code that reads and compares names holds no letter of any language but in comments', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !data.test(file));
    expect(files.length).toBeGreaterThan(20);
    const offences = files.filter((file) => {
      const code = readFileSync(join(source, file), 'utf8').replace(/[/][*][^]*?[*][/]|[/][/].*/g, '');
      return /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}/u.test(code);
    });
    expect(offences).toEqual([]);
  });

  it('each language has a code and letters of its own, and every table of costs names its source and whether it was checked', () => {
    expect(new Set(languages.map(({ code }) => code)).size).toBe(languages.length);
    for (const { letters } of languages) expect(Object.keys(letters).length).toBeGreaterThan(20);
    for (const { cost } of latinConventions) expect(cost).toBeGreaterThanOrEqual(0);
    for (const { source: origin, cost } of confusionTables) {
      expect(origin).not.toBe('');
      expect(cost).toBeGreaterThan(0);
    }
  });
});
