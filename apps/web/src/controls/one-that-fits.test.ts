import { describe, expect, it } from 'vitest';
import { oneThatFits } from './one-that-fits.ts';

const graves = [{ code: 'G-1', title: '' }, { code: 'G-10', title: '' }, { code: 'G-11', title: 'G-1 north' }];
const persons = [{ code: 'AM-0001', title: 'Вигадайко Марія Іванівна' }, { code: 'AM-0002', title: 'Вигадайко Роман' }, { code: 'AM-0003', title: 'Примарчук Марія' }];
const codeOf = (...given: Parameters<typeof oneThatFits>): string | undefined => oneThatFits(...given)?.code;

describe('what was typed into a field that chooses a subject', () => {
  it('chooses the one that has it as its number, in whatever case and though other numbers begin with it', () => {
    expect([codeOf(graves, 'G-1', true), codeOf(graves, ' g-1 ', false), codeOf(graves, 'G-11', true)]).toEqual(['G-1', 'G-1', 'G-11']);
  });

  it('chooses the only one that bears every word in full, in any order, also beside its number', () => {
    expect([codeOf(persons, 'роман вигадайко', true), codeOf(persons, 'Примарчук', true), codeOf(persons, 'AM-0001 Вигадайко Марія Іванівна', true)]).toEqual(['AM-0002', 'AM-0003', 'AM-0001']);
  });

  it('chooses nobody where several bear it, where a word is only begun, and where nothing was typed', () => {
    for (const typed of ['Вигадайко', 'Марія', 'Примар', 'AM', 'Вигадайко Олена', '', '  ']) expect([typed, codeOf(persons, typed, true)]).toEqual([typed, undefined]);
    expect(codeOf([...graves, { code: 'G-1', title: 'of another site' }], 'G-1', true)).toBe(undefined);
  });

  it('chooses nobody by a name while more may be found than was looked at', () => {
    expect([codeOf(persons, 'Примарчук', false), codeOf(persons, 'AM-0003', false)]).toEqual([undefined, 'AM-0003']);
  });
});
