import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { defaultNameModel } from '../model/default-model.ts';
import { learnNameModel } from '../model/learn-name-model.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import { modelTables } from './model-tables.ts';
import { OpenWords } from './open-words.ts';
import { weighWords } from './weigh-words.ts';

test('words laid out side by side weigh to the last digit what two words weigh, under the estimates and under a model learned from a list', () => {
  const random = makeRandom('words side by side');
  const surnames = shuffledSurnames(random).slice(0, 120);
  const persons = Array.from({ length: 400 }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
  const names = persons.map((person) => prepareName(fullName(person.uk)));
  const awkward = ['І. П. Коваль', 'Рамі Махлуф ібн Салах аль-Асад', 'К*ль Ів?н', 'Дмитріна Діма Дмитро'].map((name) => prepareName(name));
  const written = [...persons.slice(0, 60).map((person) => prepareName(noisyName(random, person, random.pick(['russian', 'latin'] as const)).full)), ...awkward];
  const [left, right] = [written.flatMap(({ words }) => words), [...names.slice(0, 60), ...awkward].flatMap(({ words }) => words)];
  for (const model of [defaultNameModel(), learnNameModel(names, { source: 'invented' })]) {
    const [rows, columns] = [OpenWords.of(left, model), OpenWords.of(right, model)];
    let agreed = 0;
    const different = left.flatMap((a, row) => right.flatMap((b, column) => (['male', null] as const).flatMap((sex) => {
      const { log10Lr, agreement, comparable, role } = weighWords(a, b, { tables: modelTables(model), sex });
      const open = rows.weigh(row, columns, { column, sex });
      if (open.agrees) agreed++;
      return open.log10Lr === log10Lr && open.agrees === (agreement !== 'none') && open.isComparable === comparable && open.role === role ? [] : [`${a.text} ${b.text}: ${log10Lr}, ${open.log10Lr}`];
    })));
    expect(different).toEqual([]);
    expect(agreed).toBeGreaterThan(200);
  }
});
