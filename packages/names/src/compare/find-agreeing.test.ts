import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { defaultNameModel } from '../model/default-model.ts';
import { learnNameModel } from '../model/learn-name-model.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import { findAgreeing } from './find-agreeing.ts';
import { NameList } from './name-list.ts';
import { wordLog10Lr } from './weigh-words.ts';

test('every word of a list that agrees is found, and no other: initials, words read in part and endings of any length among them', () => {
  const random = makeRandom('agreeing words');
  const surnames = shuffledSurnames(random).slice(0, 150);
  const persons = Array.from({ length: 300 }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
  const names = persons.map((person) => prepareName(fullName(person.uk)));
  const awkward = ['І. П. Вигадьак', 'Вигадьенко Іван', 'В*ко Ів?н', 'Діма Дмитро'].map((name) => prepareName(name));
  const written = [...persons.slice(0, 40).map((person) => prepareName(noisyName(random, person, random.pick(['russian', 'latin'] as const)).full)), ...awkward];
  const list = new NameList([...names, ...awkward]);
  for (const model of [defaultNameModel(), learnNameModel(names, { source: 'invented' })]) {
    let count = 0;
    for (const word of written.flatMap(({ words }) => words)) {
      const found = new Map<number, number>();
      findAgreeing(word, list, { model, least: 0.1, bounded: 0.1, visit: (number, log10Lr) => { found.set(number, log10Lr); } });
      const bounds = new Map<number, number>();
      findAgreeing(word, list, { model, least: 0.1, bounded: 2, visit: (number, log10Lr) => { bounds.set(number, log10Lr); } });
      const all = list.words.flatMap((other, number) => {
        const weight = wordLog10Lr(word, other, model);
        return weight > 0.1 ? [[number, weight] as const] : [];
      });
      expect([...found], word.text).toEqual(all);
      expect(all.filter(([number, weight]) => (bounds.get(number) ?? -Infinity) < weight - 1e-3), word.text).toEqual([]);
      count += all.length;
    }
    expect(count).toBeGreaterThan(300);
  }
});
