import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';
import { argon2Parameters, hashPassword, isHashDated, isPasswordRight } from './passwords.ts';
import { hash } from '@node-rs/argon2';

const codeOf = (password: string, login = 'olena') => passwordProblem(password, login)?.code ?? null;

describe('a password', () => {
  it('needs twelve characters, counted as people count them, and no particular kinds of them', () => {
    expect(codeOf('пташкалетит')).toBe('access.password_short');
    expect(codeOf('пташка летит')).toBeNull();
    expect(codeOf('🕊️🌾🌻🐦⛰️🌊')).toBe('access.password_short');
    expect(codeOf('only small letters here')).toBeNull();
    expect(codeOf('wxyz'.repeat(256) + 'a')).toBe('access.password_long');
  });

  it('is refused when it is the login, repeated or with digits', () => {
    expect(codeOf('olena1234567')).toBe('access.password_is_login');
    expect(codeOf('Olena-olena-olena')).toBe('access.password_is_login');
    expect(codeOf('olena walks by the river')).toBeNull();
  });

  it('is refused when it is among the commonest', () => {
    for (const password of ['123456789012', 'Qwertyuiop123', 'passwordpassword', 'Password2026!', 'йцукенгшщзхї', 'aaaaaaaaaaaaaa', 'abababababab', 'imena-imena-1']) {
      expect(codeOf(password), password).toBe('access.password_common');
    }
  });

  it('is taken exactly: no blank, case or seventy-third byte is without meaning', async () => {
    const long = 'h'.repeat(72);
    const kept = await hashPassword(`${long}one`);
    expect(await isPasswordRight(kept, `${long}one`)).toBe(true);
    for (const other of [`${long}two`, long, ` ${long}one`, `${long}one `, `${long}One`]) expect(await isPasswordRight(kept, other), other).toBe(false);
  });

  it('is kept as argon2id with the stated cost and a salt of its own', async () => {
    const [first, second] = [await hashPassword('the same password'), await hashPassword('the same password')];
    const { memoryCost, timeCost, parallelism } = argon2Parameters;
    expect(first).toMatch(new RegExp(`^\\$argon2id\\$v=19\\$m=${memoryCost},t=${timeCost},p=${parallelism}\\$`));
    expect(first).not.toBe(second);
    expect(isHashDated(first)).toBe(false);
    expect(isHashDated(await hash('the same password', { ...argon2Parameters, timeCost: 1 }))).toBe(true);
  });

  it('never fits an account that does not exist', async () => {
    expect(await isPasswordRight(null, '')).toBe(false);
    expect(await isPasswordRight(null, 'anything at all')).toBe(false);
  });
});
