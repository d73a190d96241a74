import { describe, expect, it } from 'vitest';
import { nameLines } from './person-words.ts';

describe('a name under a symbol', () => {
  it('stands in at most two lines', () => {
    expect(nameLines('Бойко Тарас')).toEqual(['Бойко Тарас']);
    expect(nameLines('Бойко Тарас Олександрович')).toEqual(['Бойко Тарас', 'Олександрович']);
  });

  it('is cut with a mark where it does not fit, never without one', () => {
    expect(nameLines('Синтетична Олександра Володимирівна Друга')).toEqual(['Синтетична', 'Олександра…']);
    expect(nameLines('Надзвичайнодовгепрізвище')).toEqual(['Надзвичайнодовге…']);
  });
});
