import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { expect, test } from 'vitest';
import { defaultNameModel } from '../model/default-model.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import { nameLog10Lr } from './compare-names.ts';
import type { PreparedName } from '../prepare/prepared.ts';
import { NameList } from './name-list.ts';
import { NameWeigher } from './name-weigher.ts';

const random = makeRandom('names weighed by their places');
const surnames = shuffledSurnames(random);
const persons = Array.from({ length: 60 }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
const awkward = ['', 'І. П. Коваль', 'Коваль Я. Ю.', 'O. P. Koval', 'Марія К.', 'М. С.', 'Ковальова Олена', 'КовальоваОлена', 'Рамі Махлуф ібн Салах аль-Асад', 'К*ль Ів?н', 'Олена', 'Коваль Коваль Коваль Коваль Коваль'];

test('names weighed by their places in lists, each pair of words once, weigh exactly what they weigh by themselves', () => {
  const left = [...persons.map((person) => fullName(person.uk)), ...awkward].map((name) => prepareName(name));
  const right = [...persons.map((person) => noisyName(random, person, random.pick(['russian', 'latin'] as const)).full), ...awkward].map((name) => prepareName(name));
  const model = defaultNameModel();
  const [a, b] = [new NameList(left), new NameList(right)];
  const weigher = new NameWeigher(a, b, model);
  left.forEach((one, i) => { right.forEach((other, j) => { expect(weigher.weigh(i, j)).toBe(nameLog10Lr(one, other, model)); }); });
});

test('a name added to a list later is weighed like those that were there, and a place without a name says nothing', () => {
  const model = defaultNameModel();
  const list = new NameList([prepareName('Коваль Іван'), null]);
  const weigher = new NameWeigher(list, list, model);
  expect(weigher.weigh(0, 1)).toBe(0);
  const place = list.add(prepareName('Коваль Иван'));
  expect(weigher.weigh(0, place)).toBe(nameLog10Lr(prepareName('Коваль Іван'), prepareName('Коваль Иван'), model));
  expect(weigher.weigh(0, place)).toBeGreaterThan(2);
});

test('fathers of quite other names speak against a common household as much as fathers of names that look alike', () => {
  const model = defaultNameModel();
  const of = (given: string, patronymic: string | null): PreparedName => prepareName({ surname: 'Кравченко', given, patronymic });
  const list = new NameList([of('Іван', null), of('Олег', null), of('Іван', 'Петрович'), of('Олег', 'Григорович'), of('Олег', 'Лукич')]);
  const weigher = new NameWeigher(list, list, model);
  const sameFather = 0.5;
  const other = Math.log10(1 - sameFather + sameFather * model.rates.otherPatronymic);
  const surname = weigher.household(0, 1, sameFather);
  expect(surname).toBeGreaterThan(1);
  expect(weigher.household(2, 3, sameFather)).toBeCloseTo(surname + other, 12);
  expect(weigher.household(2, 4, sameFather)).toBeCloseTo(surname + other, 12);
});
