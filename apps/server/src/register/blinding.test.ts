import { describe, expect, it } from 'vitest';
import type { Role } from '@imena/record';
import { isBlindedIn, isBlindedSomewhere } from './blinding.ts';

const holder = (...held: (readonly [Role, string | null])[]) => ({ memberships: held.map(([role, scope]) => ({ role, scope })) });

describe('an account is blinded in a scope', () => {
  it.each<[string, ReturnType<typeof holder>, boolean]>([
    ['mortuary there', holder(['mortuary', 'a']), true],
    ['mortuary everywhere', holder(['mortuary', null]), true],
    ['mortuary and recovery there', holder(['mortuary', 'a'], ['recovery', 'a']), true],
    ['mortuary there, family liaison in its office', holder(['mortuary', 'a'], ['family_liaison', 'office']), true],
    ['recovery alone: it transcribes the markers', holder(['recovery', 'a']), false],
    ['mortuary elsewhere, recovery there', holder(['mortuary', 'b'], ['recovery', 'a']), false],
    ['mortuary and analyst there', holder(['mortuary', 'a'], ['analyst', 'a']), false],
    ['mortuary there, coordinator everywhere', holder(['mortuary', 'a'], ['coordinator', null]), false],
    ['no role', holder(), false],
  ])('%s', (_, account, blinded) => {
    expect(isBlindedIn(account, 'a')).toBe(blinded);
  });

  it('and somewhere, when it is in any scope of its own', () => {
    expect(isBlindedSomewhere(holder(['mortuary', 'a'], ['analyst', 'b']))).toBe(true);
    expect(isBlindedSomewhere(holder(['mortuary', null], ['analyst', 'b']))).toBe(true);
    expect(isBlindedSomewhere(holder(['mortuary', 'a'], ['analyst', null]))).toBe(false);
    expect(isBlindedSomewhere(holder(['recovery', null]))).toBe(false);
  });
});
