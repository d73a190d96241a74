import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './languages.ts';

describe('the language of the screen', () => {
  it('is the one chosen before, whatever the browser prefers', () => {
    expect(chooseLanguage('en', ['uk-UA'])).toBe('en');
  });
  it('follows the browser where nothing was chosen', () => {
    expect(chooseLanguage(null, ['uk-UA', 'en'])).toBe('uk');
    expect(chooseLanguage(null, ['en-GB', 'uk'])).toBe('en');
    expect(chooseLanguage(null, ['de', 'uk'])).toBe('uk');
  });
  it('is Ukrainian where the browser names no language, English where it names only others', () => {
    expect(chooseLanguage(null, [])).toBe('uk');
    expect(chooseLanguage(null, ['fr-FR'])).toBe('en');
    expect(chooseLanguage('xx', ['ru'])).toBe('uk');
  });
});
