import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeHex, decodeUtf8, encodeBase64, encodeHex, encodeUtf8 } from './index.ts';

describe('one value has one text', () => {
  it('base64 and hex agree with Node and read back', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(decodeHex(encodeHex(bytes))).toEqual(bytes);
    }));
  });
  it('a megabyte goes through base64 unchanged', () => {
    const bytes = new Uint8Array(1_048_577).map((_, i) => (i * 31) & 255);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
  });
  it.each(['A', 'AA', 'AAA', 'AA=', 'AAA=A', '====', 'A===', 'AB==', 'AAB=', 'AA==\n', ' AAAA', 'AA-_', 'AA AA===', 'AAAé'])('base64 %j is refused', (text) => {
    expect(() => decodeBase64(text)).toThrow('ledger.base64');
  });
  it('whatever text is accepted as base64 is the one text of its bytes', () => {
    const letters = fc.constantFrom(...'ABgw+/=9'.split(''));
    fc.assert(fc.property(fc.string({ unit: letters, minLength: 4, maxLength: 8 }), (text) => {
      let bytes: Uint8Array;
      try {
        bytes = decodeBase64(text);
      } catch {
        fc.pre(false);
        return;
      }
      expect(encodeBase64(bytes)).toBe(text);
    }), { numRuns: 2000 });
  });
  it.each(['0', 'AB', 'zz', '0 ', ' 00'])('hex %j is refused', (text) => {
    expect(() => decodeHex(text)).toThrow('ledger.hex');
  });
  it('UTF-8 keeps a byte order mark and refuses what is not UTF-8', () => {
    expect(decodeUtf8(encodeUtf8('\ufeffІмена'))).toBe('\ufeffІмена');
    for (const bytes of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff], [0xe2, 0x82]]) {
      expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow('ledger.utf8');
    }
  });
});
