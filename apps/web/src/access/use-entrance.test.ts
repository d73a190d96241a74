import { describe, expect, it } from 'vitest';
import { safeReturn, tokenOf } from './use-entrance.ts';

describe('the way back after signing in', () => {
  it('leads only to this application, never to another site', () => {
    expect(safeReturn('/graves?status=opened')).toBe('/graves?status=opened');
    for (const other of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', undefined, 7]) expect(safeReturn(other)).toBe('/');
  });
});

describe('the token of a link', () => {
  it('is taken whole or not at all', () => {
    const token = 'A'.repeat(43);
    expect(tokenOf(`#${token}`)).toBe(token);
    expect(tokenOf(`#${token.slice(1)}`)).toBeNull();
    expect(tokenOf('')).toBeNull();
  });
});
