import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson, ProblemError, type Json } from '@imena/problem';
import { canonicalBytes, canonicalize, canonicalizeValue, encodeHex, encodeUtf8 } from './index.ts';
import { casesFolder, hasCases, readCases } from './testing/shared-cases.ts';

interface Vector { readonly id: string; readonly input: string; readonly canonicalHex: string; readonly sha256: string }
interface Numbers { readonly accumulated: Readonly<Record<string, string>>; readonly cases: readonly { readonly ieeeHex: string; readonly canonical: string }[] }

describe.skipIf(!hasCases)('canonical JSON is that of RFC 8785', () => {
  it.each(readCases<{ cases?: Vector[] }>('jcs/public/vectors.json').cases ?? [])('$id', ({ input, canonicalHex, sha256 }) => {
    const bytes = encodeUtf8(canonicalize(input));
    expect(encodeHex(bytes)).toBe(canonicalHex);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(encodeUtf8(canonicalize(new TextDecoder().decode(bytes)))).toEqual(bytes);
  });

  it('the published input files give the published output files', () => {
    const folder = resolve(casesFolder, 'jcs/testdata');
    const names = readdirSync(resolve(folder, 'input'));
    expect(names.length).toBe(6);
    for (const name of names) {
      const output = canonicalize(readFileSync(resolve(folder, 'input', name), 'utf8'));
      expect(output).toBe(readFileSync(resolve(folder, 'output', name), 'utf8').trimEnd());
      const hex = readFileSync(resolve(folder, 'outhex', name.replace('.json', '.txt')), 'utf8').replace(/\s/g, '');
      expect(encodeHex(encodeUtf8(output))).toBe(hex);
    }
  });

  it.each(readCases<{ cases?: { why: string; input: string }[] }>('jcs/public/refuse.json').cases ?? [])('refused: $why', ({ input }) => {
    expect(() => canonicalize(input)).toThrow(ProblemError);
  });

  it('every edge value of the published number test is written as published', () => {
    for (const { ieeeHex, canonical } of readCases<Numbers>('jcs/public/numbers.json').cases) {
      const value = new DataView(new BigUint64Array([BigInt(`0x${ieeeHex}`)]).buffer).getFloat64(0, true);
      expect(canonicalizeValue(value)).toBe(canonical);
      expect(canonicalize(canonical)).toBe(canonical);
    }
  });

  it('the first 100,000 numbers of the published sequence have the published digests', () => {
    const { accumulated } = readCases<Numbers>('jcs/public/numbers.json');
    const hash = createHash('sha256');
    let count = 0;
    for (const { bits, value } of numberSequence(100_000)) {
      hash.update(`${bits.toString(16)},${canonicalizeValue(value)}\n`);
      count += 1;
      const expected = accumulated[count];
      if (expected !== undefined) expect(hash.copy().digest('hex')).toBe(expected);
    }
    expect(count).toBe(100_000);
  });
});

describe('canonicalize refuses instead of guessing', () => {
  it.each(['', ' ', '{}{}', '[1] x', '\ufeff{}', '{"a":1e400}', '[9007199254740993]', '"\ud800"', '[01]', '[+1]', '[.5]', '[1.]', "['a']", '{"a":undefined}'])('%j', (text) => {
    expect(() => canonicalize(text)).toThrow(ProblemError);
  });
  it('100,000 nested arrays, without exhausting the stack', () => {
    expect(() => canonicalize('['.repeat(100_000) + ']'.repeat(100_000))).toThrow('json.too_deep');
    const deep: unknown[] = [];
    let inner = deep;
    for (let i = 0; i < 100_000; i++) {
      const next: unknown[] = [];
      inner.push(next);
      inner = next;
    }
    expect(() => canonicalizeValue(deep as Json)).toThrow('json.too_deep');
  });
  it('64 levels are read, 65 are not', () => {
    expect(canonicalize('['.repeat(64) + ']'.repeat(64))).toBe('['.repeat(64) + ']'.repeat(64));
    expect(() => canonicalize('['.repeat(65) + ']'.repeat(65))).toThrow('json.too_deep');
  });
  it.each<[string, unknown]>([
    ['a missing value', { a: undefined }], ['a date', new Date(0)], ['a function', { toJSON: () => 1 }], ['bytes', new Uint8Array(1)],
    ['not a number', NaN], ['infinity', { a: [Infinity] }], ['a hole in a list', Array(1)], ['a big integer', 1n], ['half a character', '\udc00'],
    ['half a character in a key', { '\ud800': 1 }],
  ])('%s', (_, value) => {
    expect(() => canonicalizeValue(value as Json)).toThrow(ProblemError);
  });
});

describe('canonical bytes', () => {
  it('read back as the same value, whatever the order of the keys', () => {
    const well = fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text));
    const json = fc.jsonValue({ depthSize: 'small', stringUnit: 'grapheme' });
    fc.assert(fc.property(fc.dictionary(well, json), (value) => {
      const bytes = canonicalBytes(value as Json);
      const read = parseStrictJson(bytes);
      expect(canonicalBytes(read)).toEqual(bytes);
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalBytes(reversed as Json)).toEqual(bytes);
      expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(JSON.parse(JSON.stringify(value)));
    }), { numRuns: 300 });
  });
});

// The sequence as jcs/testdata/README.md describes it; its table of first values is the table of edge values.
function* numberSequence(length: number): Generator<{ bits: bigint; value: number }> {
  const edge = readFileSync(resolve(casesFolder, 'jcs/testdata/README.md'), 'utf8');
  const table = edge.slice(edge.indexOf('staticU64s ='), edge.indexOf('staticF64s ='));
  const first = [...table.matchAll(/0x([0-9a-f]{16})n/g)].map((match) => BigInt(`0x${match[1] ?? ''}`));
  for (let i = 0n; i < 2000n; i++) first.push(0x0010000000000000n + i);
  const view = new DataView(new ArrayBuffer(8));
  let made = 0;
  for (const bits of first) {
    if (made++ >= length) return;
    view.setBigUint64(0, bits);
    yield { bits, value: view.getFloat64(0) };
  }
  let block = Buffer.alloc(32);
  while (made < length) {
    block = createHash('sha256').update(block).digest();
    for (let i = 0; i < 4 && made < length; i++) {
      const value = block.readDoubleLE(8 * i);
      if (value === 0 || !Number.isFinite(value)) continue;
      made += 1;
      yield { bits: block.readBigUInt64LE(8 * i), value };
    }
  }
}
