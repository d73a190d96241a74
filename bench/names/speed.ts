import { defaultNameModel, NameList, nameLog10Lr, namesMayAgree, NameWeigher, prepareName, type PreparedName } from '@imena/names';
import { fullName, inventPerson, makeRandom, noisyName, shuffledSurnames } from '@imena/synth';
import { printTable } from '../support/figures.ts';

const size = 2000;
const rounds = 200;

/** How many names a second are prepared and compared on one core, and how many agreeing pairs the quick look lets pass. */
export function benchSpeed(): void {
  const random = makeRandom('speed of names');
  const surnames = shuffledSurnames(random);
  const persons = Array.from({ length: size }, (_, at) => inventPerson(random, { sex: at % 2 === 0 ? 'male' : 'female', surname: random.pick(surnames), birthYear: 1960, taken: [] }));
  const reported = persons.map((person) => fullName(person.uk));
  const found = persons.map((person) => noisyName(random, person, random.pick(['russian', 'latin'] as const)).full);
  const model = defaultNameModel();
  let left: PreparedName[] = [];
  let right: PreparedName[] = [];
  const preparing = seconds(() => {
    left = reported.map((name) => prepareName(name));
    right = found.map((name) => prepareName(name));
  });
  let sum = 0;
  const comparing = seconds(() => eachPair(left, right, rounds, (a, b) => { sum += nameLog10Lr(a, b, model); }));
  const weigher = new NameWeigher(new NameList(left), new NameList(right), model);
  const weighing = seconds(() => { for (let row = 0; row < size; row++) for (let step = 0; step < rounds; step++) sum += weigher.weigh(row, (row + step) % size); });
  let passed = 0;
  const looking = seconds(() => eachPair(left, right, rounds * 10, (a, b) => { if (namesMayAgree(a, b)) passed++; }));
  const alike = left.flatMap((a, at) => (right[at] === undefined ? [] : [[a, right[at]] as const])).filter(([a, b]) => nameLog10Lr(a, b, model) > 1);
  const kept = alike.filter(([a, b]) => namesMayAgree(a, b)).length;
  printTable('Speed of names, one core', {
    prepared: { 'a second': Math.round((2 * size) / preparing) },
    compared: { 'a second': Math.round((size * rounds) / comparing) },
    'compared by places of lists': { 'a second': Math.round((size * rounds) / weighing) },
    'quick look': { 'a second': Math.round((size * rounds * 10) / looking) },
    'passed by the quick look': { share: passed / (size * rounds * 10) },
    'pairs of one person kept by it': { share: kept / Math.max(1, alike.length) },
  });
  if (!Number.isFinite(sum)) throw new Error('a weight was not a number');
}

function eachPair(left: readonly PreparedName[], right: readonly PreparedName[], columns: number, visit: (a: PreparedName, b: PreparedName) => void): void {
  left.forEach((a, at) => {
    for (let step = 0; step < columns; step++) {
      const b = right[(at + step) % right.length];
      if (b !== undefined) visit(a, b);
    }
  });
}

/** CPU seconds of this process: other work on the machine does not count. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
