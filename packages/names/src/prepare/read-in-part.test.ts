import { describe, expect, it, test } from 'vitest';
import { compareNames, learnNameModel, prepareName } from '../index.ts';
import { givenNames } from '../given/given-names.ts';
import { patronymicAt, surnameAt } from './prepared.ts';

const learned = learnNameModel(Array.from({ length: 600 }, (_, at) => prepareName(`${at % 5 === 0 ? `Виг${'абвгдежзик'[at % 10] ?? ''}${'лмнопрст'[at % 8] ?? ''}ський` : `Пт${'абвгдежзик'[at % 10] ?? ''}${'лмнопрст'[at % 8] ?? ''}ук`} Іван`)), { source: 'invented' });
const weighed = (read: string, whole: string): number => compareNames(read, whole, learned).log10Lr;

describe('a word of which only some letters were read', () => {
  it('may be every given name that can be read so, and says no more than all of them together', () => {
    const [word] = prepareName('А…ій').words;
    const names = (word?.given?.ids ?? []).map((id) => givenNames()[id]?.name);
    expect(names).toEqual(expect.arrayContaining(['Андрій', 'Анатолій', 'Аркадій']));
    expect(names).not.toContain('Сергій');
    const { reasons, log10Lr } = compareNames('А…ій', 'Вигадуєнко Андрій Петрович', learned);
    expect(reasons[0]).toMatchObject({ kind: 'illegible', a: 'А*ій', b: 'Андрій' });
    expect(log10Lr).toBeGreaterThan(0);
    expect(log10Lr).toBeLessThan(weighed('Андрій', 'Вигадуєнко Андрій Петрович'));
  });

  it('is not taken for one that only its gap makes alike', () => {
    expect(weighed('А…ій', 'Вигадинський')).toBeLessThan(0);
    expect(compareNames('Л…ій', 'Ламвигадський').log10Lr).toBeGreaterThan(0);
    expect(compareNames('А…ій', 'Ламвигадський').log10Lr).toBeLessThan(0);
  });

  it('says no more by an ending that both sexes have than without it', () => {
    expect(Math.abs(weighed('Виг…ий', 'Вигадський') - weighed('Виг…', 'Вигадський'))).toBeLessThan(0.3);
    expect(weighed('Виг…ая', 'Вигадська')).toBeGreaterThan(0);
  });

  it('may be a surname where its last letters are lost, and hardly is one where both ends fit a name', () => {
    const rolesOf = (text: string) => prepareName(text).words.find(({ unread }) => unread)?.roleCosts ?? [NaN, NaN, NaN];
    expect(rolesOf('Олек…')[surnameAt]).toBe(0);
    expect(rolesOf('Вигадуєнко Ле…д')[surnameAt]).toBeGreaterThan(0);
    expect(rolesOf('Захар Іл…ч')[patronymicAt]).toBeLessThan(50);
  });

  it('says nothing where no letter is left', () => {
    expect(compareNames('… …', 'Вигадуєнко Андрій', learned)).toMatchObject({ log10Lr: 0 });
  });
});

test('one sign for what was not read may stand for some letters, and a box is such a sign', () => {
  for (const read of ['Кузн?ова', 'Кузн□□ова', 'Кузн□ова']) expect(compareNames(read, 'Кузнецова').reasons, read).toMatchObject([{ kind: 'illegible', changes: [] }]);
});

test('a sign of doubt inside a word stands for letters of it, and a capital after lost letters begins the next word', () => {
  expect(prepareName('Леген(?)ченко').words).toMatchObject([{ unread: true }]);
  expect(prepareName('Вигадуєнко (?) Іван').words.map(({ text }) => text)).toEqual(['Вигадуєнко', 'Іван']);
  expect(prepareName('Вигадує…Іван').words.map(({ text, unread }) => [text, unread])).toEqual([['Вигадує*', true], ['Іван', false]]);
});

describe('two capitals', () => {
  const initials = (text: string) => prepareName(text).words.map(({ initial }) => initial);

  it('with a dot are the initials of given name and father\'s name', () => {
    expect(initials('Вигадуєнко ДС.')).toEqual([false, true, true]);
    expect(initials('ВИГАДУЄНКО ДС.')).toEqual([false, true, true]);
    expect(compareNames('Вигадуєнко ДС.', 'Вигадуєнко Дмитро Степанович').reasons.map(({ kind }) => kind)).toEqual(['same', 'initial', 'initial']);
  });

  it('without one are so among words with small letters alone', () => {
    expect(initials('Вигадуєнко ДС')).toEqual([false, true, true]);
    expect(initials('ВИГАДУЄНКО ЯН')).toEqual([false, false]);
    expect(initials('Вигадуєнко Ян')).toEqual([false, false]);
    expect(initials('Juan DE Vigaduenko')).not.toContain(true);
  });

  it('of which one is small are the beginning of a name', () => {
    expect(prepareName('Вигадуєнко Дм.').words.map(({ unread }) => unread)).toEqual([false, true]);
  });
});
