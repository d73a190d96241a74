import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { uk } from '../i18n/uk/index.ts';
import { actionWords, detailWords } from './access-words.ts';

describe('a line of the access log', () => {
  it('tells the action in words of the reader’s language', () => {
    expect(actionWords('session.opened', en.administration.log.actions)).toBe('signed in');
    expect(actionWords('session.opened', uk.administration.log.actions)).toBe('вхід');
  });
  it('shows an action it has no words for as it stands, rather than hiding it', () => {
    expect(actionWords('something.new', en.administration.log.actions)).toBe('something.new');
    expect(actionWords('odd', en.administration.log.actions)).toBe('odd');
  });
  it('names its details, reads what can be read, and leaves out what is empty', () => {
    const detail = { role: 'auditor', scope: null, count: 3, list: ['a', 'b'], nested: { x: 1 } };
    const read = (name: string, value: unknown) => (name === 'scope' && value === null ? 'everywhere' : undefined);
    expect(detailWords(detail, { role: 'role', scope: 'where' }, read)).toEqual(['role: auditor', 'where: everywhere', 'count: 3', 'list: a, b', 'nested: x 1']);
    expect(detailWords({ gone: null }, {}, () => undefined)).toEqual([]);
  });
});
