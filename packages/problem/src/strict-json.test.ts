import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson, ProblemError } from './index.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/cases/badinput');
const hasCases = existsSync(folder);
if (!hasCases) process.stderr.write(`skipped: the shared cases are not at ${folder}\n`);
const parsing = resolve(folder, 'jsontestsuite/test_parsing');
const names = hasCases ? readdirSync(parsing).sort() : [];
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(folder, path)));
const read = (name: string): unknown => parseStrictJson(new Uint8Array(readFileSync(resolve(parsing, name))));

// RFC 8259 leaves duplicate keys open, so the suite accepts them; RFC 7493 forbids them, because two readers may differ.
const refusedByRfc7493 = ['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json'];

describe.skipIf(!hasCases)('every file of JSONTestSuite gets its verdict', () => {
  it('the suite is whole', () => {
    expect(['y_', 'n_', 'i_'].map((prefix) => names.filter((name) => name.startsWith(prefix)).length)).toEqual([95, 188, 35]);
  });
  it.each(names.filter((name) => name.startsWith('y_') && !refusedByRfc7493.includes(name)))('%s is read as JSON.parse reads it', (name) => {
    expect(read(name)).toEqual(JSON.parse(readFileSync(resolve(parsing, name), 'utf8')));
  });
  it.each(refusedByRfc7493)('%s is refused: duplicate keys', (name) => {
    expect(() => read(name)).toThrow('json.duplicate_key');
  });
  it.each(names.filter((name) => name.startsWith('n_')))('%s is refused', (name) => {
    expect(() => read(name)).toThrow(ProblemError);
  });
  it.each(names.filter((name) => name.startsWith('i_')))('%s is read or refused in words', (name) => {
    expectOnlyProblems(() => read(name));
  });
});

describe.skipIf(!hasCases)('our own bad files', () => {
  it('prototype pollution does nothing', () => {
    const value = parseStrictJson(bytesOf('own/json/proto.json'));
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect((value as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });
  it.each([['deep', 'json.too_deep'], ['big-int', 'json.integer_not_exact'], ['huge-exponent', 'json.number_too_large'], ['bom', 'json.byte_order_mark']])('%s: %s', (name, code) => {
    expect(() => parseStrictJson(bytesOf(`own/json/${name}.json`))).toThrow(code);
  });
  it('negative zero and a NUL in a key are JSON; what they mean is for the schema to say', () => {
    expect(parseStrictJson(bytesOf('own/json/minus-zero.json'))).toEqual({ x: -0 });
    expect(parseStrictJson(bytesOf('own/json/nul-key.json'))).toEqual({ 'a\u0000b': 1 });
  });
  it('the list of naughty strings comes through unchanged, but for its half characters', () => {
    const listed = readdirSync(resolve(folder, 'blns')).find((name) => name.endsWith('.json'));
    if (listed === undefined) throw new Error('the list is not in its folder');
    const text = readFileSync(resolve(folder, 'blns', listed), 'utf8');
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });
});

describe('strict JSON', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = JSON.stringify(value);
      expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      expect(parseStrictJson(new TextEncoder().encode(JSON.stringify(value, null, 2)))).toEqual(JSON.parse(text));
    }));
  });
  it('gives a Problem and nothing else for any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0d81.eE+-tfnrua \n'.split('')), maxLength: 30 }), (text) => {
      expectOnlyProblems(() => parseStrictJson(text), () => JSON.parse(text));
    }), { numRuns: 3000 });
  });
  it.each([
    ['{"a":1,"\\u0061":2}', 'json.duplicate_key'], ['"\\ud800"', 'json.lone_surrogate'], ['{"\\udc00":1}', 'json.lone_surrogate'],
    ['"\ud800"', 'json.lone_surrogate'], ['[9007199254740993]', 'json.integer_not_exact'], ['[-9007199254740993]', 'json.integer_not_exact'],
    ['1 2', 'json.syntax'], ['', 'json.syntax'], ['"\\', 'json.syntax'], ['"\\"', 'json.syntax'], ['{"__proto__":1,"__proto__":2}', 'json.duplicate_key'],
    ['[1e999]', 'json.number_too_large'],
  ])('%j: %s', (text, code) => {
    expect(() => parseStrictJson(text)).toThrow(code);
  });
  it('an integer beyond 2^53 is read when it prints as it was written', () => {
    expect(parseStrictJson('[9007199254740992,123456789012345680000]')).toEqual([9007199254740992, 123456789012345680000]);
  });
});

/** What is accepted must be accepted by the reader of the language too; what is refused must be refused as a Problem. */
function expectOnlyProblems(act: () => unknown, reference?: () => unknown): void {
  let value: unknown;
  try {
    value = act();
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    return;
  }
  if (reference !== undefined) expect(value).toEqual(reference());
}
