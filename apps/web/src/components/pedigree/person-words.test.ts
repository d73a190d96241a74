import { describe, expect, it } from 'vitest';
import { nameLines } from './person-words.ts';

describe('a name under a symbol', () => {
  it('stands whole in as many lines as surname, name and patronymic need', () => {
    expect(nameLines('Бойко Тарас')).toEqual(['Бойко Тарас']);
    expect(nameLines('Бойко Тарас Олександрович')).toEqual(['Бойко Тарас', 'Олександрович']);
    expect(nameLines('Прикладійчук Василь Анатолійович')).toEqual(['Прикладійчук', 'Василь', 'Анатолійович']);
  });

  it('is cut with a mark where it does not fit, never without one', () => {
    expect(nameLines('Синтетична Олександра Володимирівна Друга')).toEqual(['Синтетична', 'Олександра', 'Володимирівна…']);
    expect(nameLines('Надзвичайнодовгепрізвище')).toEqual(['Надзвичайнодовге…']);
  });
});
