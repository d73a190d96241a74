import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareNames, prepareName } from '../index.ts';
import { communities, confusionTables, languages, type NameShares } from './index.ts';

const source = join(import.meta.dirname, '..');
/** Data (words of places too), and the keys of the search box, which are older than the tables. */
const data = /^(languages|given)[/]|places[/]place-words|surname-shares|kmu55-table|search-fold|search-keys|describe-name-reason|\.test\.ts$/;

function codeOf(file: string): string {
  return readFileSync(join(source, file), 'utf8').replace(/[/][*][^]*?[*][/]|[/][/].*/g, '');
}

describe('rules of a language are data', () => {
  const files = [...readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !data.test(file)), 'given/given-names.ts'];

  it('the code that reads and compares names holds no letter of any language but in comments', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}/u.test(codeOf(file)))).toEqual([]);
  });

  it('the code names no language and no community: what one has another can have', () => {
    const codes = [...languages.map(({ code }) => code), ...communities.flatMap(({ code, languages: spoken }) => [code, ...spoken])];
    const named = new RegExp(`'(?:${codes.join('|')})'`, 'u');
    expect(files.filter((file) => named.test(codeOf(file)) && file !== 'romanise.ts')).toEqual([]);
  });

  it('what remains of a surname without its ending of sex is the beginning of that ending', () => {
    for (const [ending, neutral] of languages.flatMap(({ surnameEndings }) => surnameEndings)) expect(ending.startsWith(neutral), ending).toBe(true);
  });

  it('each language has a code and letters of its own, and every table of costs names its source and whether it was checked', () => {
    expect(new Set(languages.map(({ code }) => code)).size).toBe(languages.length);
    for (const { letters } of languages) expect(Object.keys(letters).length).toBeGreaterThan(20);
    for (const { cost } of communities.flatMap(({ conventions }) => conventions)) expect(cost).toBeGreaterThanOrEqual(0);
    for (const { source: origin, cost } of confusionTables) {
      expect(origin).not.toBe('');
      expect(cost).toBeGreaterThan(0);
    }
  });
});

describe.each(communities)('the community $code', ({ givenNames, givenShares, surnameShares, conventions, languages: spoken }) => {
  const cells = givenNames.lines.split('\n').filter((line) => line.trim() !== '').map((line) => line.split(';').map((cell) => cell.trim()));
  const words = (cell: string | undefined): string[] => (cell ?? '').split(' ').filter((word) => word !== '');

  const isFullName = (text: string): boolean => prepareName(text).words[0]?.given?.diminutive === false;

  it('has frequencies with a source, between 0 and 1, of names that its table has', () => {
    const named = new Set(cells.map((row) => words(row[0])[0]));
    for (const { source: origin, shares, otherListed } of [givenShares, surnameShares] satisfies NameShares[]) {
      expect(origin).not.toBe('');
      for (const share of [...Object.values(shares), otherListed]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(0.3);
      }
    }
    expect(Object.keys(givenShares.shares).filter((name) => !named.has(name))).toEqual([]);
    expect(Object.keys(surnameShares.shares).length).toBeGreaterThan(20);
    expect(conventions.length).toBeGreaterThan(0);
    // Lists of its own are read by the first.
    expect(conventions[0]?.cost).toBe(Math.min(...conventions.map(({ cost }) => cost)));
    expect(spoken.length).toBeGreaterThan(0);
  });

  it('has a table of given names whose every form is taken for that name, unless it is the full name of another', () => {
    const [surname = ''] = Object.keys(surnameShares.shares);
    const sexAt = givenNames.columns.indexOf('sex');
    const missed: string[] = [];
    for (const row of cells) {
      expect(row[sexAt]).toMatch(/^[mf]$/);
      const [name = ''] = words(row[0]);
      givenNames.columns.forEach((column, at) => {
        if (column === 'sex' || column.kind === 'patronymic') return;
        for (const form of words(row[at])) {
          const { reasons } = compareNames(`${name} ${surname}`, `${form} ${surname}`);
          const own = reasons.find(({ a }) => a === name);
          if ((own === undefined || own.kind === 'different') && !isFullName(`${form} ${surname}`)) missed.push(`${name} = ${form}`);
        }
      });
    }
    expect(missed).toEqual([]);
  });
});
