import { describe, expect, it } from 'vitest';
import { ProblemError } from '@imena/problem';
import { compareNames, defaultNameModel, learnNameModel, prepareName, type PreparedName } from '../index.ts';

/** A town of the test: every third person bears one surname, the others each their own. */
function town(size: number): PreparedName[] {
  const letters = 'абвгдзклмнпрстфхчш';
  return Array.from({ length: size }, (_, at) => {
    const own = `${letters.charAt(at % 18)}у${letters.charAt(Math.floor(at / 18) % 18)}о${letters.charAt(Math.floor(at / 324) % 18)}ейник`;
    return prepareName({ surname: at % 3 === 0 ? 'Вигаденко' : own, given: at % 2 === 0 ? 'Остап' : 'Іван' });
  });
}

describe('how common a name is, learned from a list', () => {
  it('is refused for a list that is too short', () => {
    const learn = (): unknown => learnNameModel(town(299), { source: 'test' });
    expect(learn).toThrow(ProblemError);
    expect(learn).toThrow(/299/);
  });

  it('makes a surname that a third of the town bears weigh little, and another one much', () => {
    const model = learnNameModel(town(900), { source: 'test' });
    const weigh = (name: string): number => compareNames(name, name, model).log10Lr;
    expect(weigh('Вигаденко')).toBeLessThan(0.75);
    expect(weigh('Уявинський')).toBeGreaterThan(3);
    expect(compareNames('Вигаденко', 'Вигаденко').log10Lr).toBeGreaterThan(3);
  });

  it('learns given names with their sex, and keeps what it starts from for the others', () => {
    const model = learnNameModel(town(900), { source: 'test' });
    const weigh = (name: string, used = model): number => compareNames(name, name, used).log10Lr;
    expect(weigh('Остап')).toBeLessThan(weigh('Остап', defaultNameModel()) - 1.5);
    expect(weigh('Олена')).toBeCloseTo(weigh('Олена', defaultNameModel()), 1);
  });

  it('names its source and the number of names, and stays unverified', () => {
    expect(learnNameModel(town(600), { source: 'missing persons of the test' })).toMatchObject({ learnedFrom: 600, verified: false });
    expect(learnNameModel(town(600), { source: 'missing persons of the test' }).source).toContain('missing persons of the test');
  });
});

describe('likeness of two surnames, weighed by a list', () => {
  const stems = ['Вигад', 'Уявл', 'Зразк', 'Прикл', 'Умовн', 'Гадк', 'Мрій', 'Казк', 'Виглад', 'Марев', 'Химер', 'Байк', 'Небил', 'Пробн', 'Кресл', 'Тестов', 'Схем', 'Лекал', 'Примар', 'Загад'];
  const endings = ['енко', 'чук', 'ович', 'ець', 'юра', 'яйло', 'иш', 'ань'];
  const name = (surname: string): PreparedName => prepareName({ surname, given: 'Остап' });
  /** A district where every stem stands with every ending, but for one of each. */
  const district = stems.flatMap((stem, s) => endings.flatMap((ending, e) => (s % endings.length === e ? [] : [name(stem + ending), name(stem + ending)])));
  const model = learnNameModel([...district, ...district], { source: 'test' });
  const weigh = (a: string, b: string): number => compareNames(name(a), name(b), model).log10Lr - compareNames(name('Уявлчук'), name('Лекалець'), model).log10Lr;

  it('says little where both are made as people there are named, though one of them is not on the list', () => {
    expect(weigh('Вигадчук', 'Вигадиш')).toBeLessThan(weigh('Вигадчук', 'Вигагчук') - 1);
  });

  it('says nearly all where one of them is nobody’s name', () => {
    expect(weigh('Вигадчук', 'Вигагчук')).toBeGreaterThan(weigh('Вигадчук', 'Вигадчук') - 0.6);
  });
});
