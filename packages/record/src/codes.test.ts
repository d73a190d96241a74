import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, isValidCode, makeCode } from './codes.ts';

describe('codes of remains and sites', () => {
  it('carry the ISO 7064 MOD 37,36 check character of the standard’s example', () => {
    // ISO 7064:2003, hybrid system MOD 37,36: A12425GABC1234002 has check character M (worked example of the GRid standard).
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
    expect(makeCode({ place: 'IZM', team: 'A', number: 42 })).toMatch(/^IZM-A-0042-[0-9A-Z]$/);
  });

  it('show every single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(8), fc.constantFrom(...Array.from(alphabet)), (number, position, wrong) => {
        const code = makeCode({ place: 'IZM', team: 'A', number });
        const letters = Array.from(code);
        const at = letters.map((letter, index) => (letter === '-' ? -1 : index)).filter((index) => index >= 0)[position] ?? 0;
        fc.pre(letters[at] !== wrong);
        letters[at] = wrong;
        expect(isValidCode(code)).toBe(true);
        expect(isValidCode(letters.join(''))).toBe(false);
      }),
    );
  });
});
