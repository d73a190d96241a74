import { expect, test } from 'vitest';
import { NameList } from './name-list.ts';
import { prepareName } from '../prepare/prepare-name.ts';

const names = ['Вигадуєнко Іван Петрович', { surname: 'Вигадуєнко', otherSurnames: ['Вигадуєнко'] }, '', 'Абрикос Іван', 'Вигадуєнко'].map((name) => prepareName(name));

test('every word of every name is gone to in the order of places, one that stands twice in a name once', () => {
  const onDemand = NameList.onDemand(names.length + 1, (place) => names[place] ?? null);
  for (const list of [new NameList(names), NameList.bySounds(names), onDemand]) {
    const found: [number, string | undefined][] = [];
    list.forEachWord((place, word) => found.push([place, list.words[word]?.text]));
    expect(found).toEqual([[0, 'Вигадуєнко'], [0, 'Іван'], [0, 'Петрович'], [1, 'Вигадуєнко'], [3, 'Абрикос'], [3, 'Іван'], [4, 'Вигадуєнко']]);
  }
});
