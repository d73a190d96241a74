import { codes, type CodeWords } from '@imena/problem';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { at, isTest, listSources, walk } from './source-files.ts';

/** Calls and constructors whose first argument is the code of a Problem. */
const makers = new Set(['refuse', 'makeProblem', 'KinshipError']);

interface Use {
  readonly code: string;
  readonly place: string;
}

const sources = listSources().filter((file) => !isTest(file));
const uses = sources.flatMap(usesIn);
const literals = new Set(sources.filter((file) => !file.startsWith('packages/problem/src/codes/')).flatMap(literalsIn));

/** Codes given to a maker; both arms of a condition count, a variable is looked up by the words of the table alone. */
function usesIn(file: string): readonly Use[] {
  const found: Use[] = [];
  walk(file, (node, line) => {
    const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node : null;
    if (called === null || !ts.isIdentifier(called.expression) || !makers.has(called.expression.text)) return;
    const first = called.arguments?.[0];
    if (first !== undefined) for (const code of possibleTexts(first)) found.push({ code, place: at(file, line, code) });
  });
  return found;
}

function possibleTexts(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...possibleTexts(node.whenTrue), ...possibleTexts(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return possibleTexts(node.expression);
  return [];
}

function literalsIn(file: string): readonly string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
  });
  return found;
}

const details = (words: string): readonly string[] =>
  [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
const table: readonly (readonly [string, CodeWords])[] = Object.entries(codes);

describe('the table of Problem codes', () => {
  it('holds every code that the source refuses with', () => {
    expect(uses.length).toBeGreaterThan(50);
    expect(uses.filter(({ code }) => codes[code] === undefined).map(({ place }) => place)).toEqual([]);
  });

  it('holds no code that nothing uses', () => {
    expect(table.map(([code]) => code).filter((code) => !literals.has(code))).toEqual([]);
  });

  it('words every code in both languages, with the same details in each', () => {
    const wrong = table.filter(
      ([, { en, uk }]) => en.trim() === '' || uk.trim() === '' || details(en).join() !== details(uk).join(),
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  it('has Ukrainian words that are Ukrainian, and English words that are English', () => {
    const wrong = table.filter(
      ([, { en, uk }]) =>
        !/[а-щьюяєіїґ]/i.test(uk) || /[ыэъё]/i.test(uk) || /[а-яєіїґ]/i.test(en.replace(/«[^»]*»/g, '')),
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  it('names codes area.what_is_wrong, all spelled one way, and answers each with a status of refusal', () => {
    const wrong = table.filter(
      ([code, { status }]) => !/^[a-z]+(\.[a-z][a-z0-9_]*)+$/.test(code) || status < 400 || status > 599,
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });
});
