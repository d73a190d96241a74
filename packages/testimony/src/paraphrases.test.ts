import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatements } from './index.ts';
import type { Statement } from './index.ts';

/*
 * One report told in many ways: other names, numbers, things, reporting words and orders. What was said, by whom and how many
 * must follow. All names are made up.
 */

interface Told {
  readonly name: string;
  readonly role: string;
  readonly count: number;
  readonly noun: string;
  readonly verb: string;
  readonly place: string;
  readonly day: string;
}

interface Frame {
  readonly title: string;
  readonly tell: (told: Told) => { readonly text: string; readonly content: string; readonly speaker: string; readonly day?: boolean };
}

const said = (text: string): Statement[] => extractStatements({ id: 'made-up', text, publishedOn: '2024-03-10' }).statements.filter(({ kind }) => kind === 'attributed');

const english: fc.Arbitrary<Told> = fc.record({
  name: fc.constantFrom('Amra Fiktić', 'Jean Inventé', 'Ivan Vyhadanyi', 'Lucia Ficticia', 'Zaid al-Wahmi', 'María de la Invención', 'Kwame Made-Up'),
  role: fc.constantFrom('mayor', 'forensic archaeologist', 'police spokeswoman', 'beekeeper', 'shaft inspector', 'regional prosecutor', 'tram driver', 'human rights officer'),
  count: fc.constantFrom(13, 47, 230, 1250, 31_000),
  noun: fc.constantFrom('bodies', 'graves', 'victims', 'skeletons', 'mass graves', 'coffins', 'severed hands', 'mines', 'children'),
  verb: fc.constantFrom('said', 'stated', 'explained', 'claimed', 'insisted', 'recalled'),
  place: fc.constantFrom('Dubrava', 'Tres Lomas', 'Sindbar', 'Nova Vyhadka'),
  day: fc.constantFrom('on Friday', 'on March 8', 'on 8 March'),
});

const clause = ({ count, noun, place }: Told): string => `${count.toLocaleString('en-GB')} ${noun} were found near ${place}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const englishFrames: readonly Frame[] = [
  { title: 'subject, verb, that', tell: (told) => ({ text: `${told.name}, a ${told.role}, ${told.verb} ${told.day} that ${clause(told)}.`, content: clause(told), speaker: told.name, day: true }) },
  { title: 'role before the name, without that', tell: (told) => ({ text: `${capital(told.role)} ${told.name} ${told.verb} ${clause(told)}.`, content: clause(told), speaker: told.name }) },
  { title: 'content first', tell: (told) => ({ text: `${capital(clause(told))}, ${told.name} ${told.verb} ${told.day}.`, content: capital(clause(told)), speaker: told.name, day: true }) },
  { title: 'inversion after a quotation', tell: (told) => ({ text: `“${capital(clause(told))},” ${told.verb} ${told.name}, a ${told.role}.`, content: `“${capital(clause(told))},”`, speaker: told.name }) },
  { title: 'subject before a quotation', tell: (told) => ({ text: `${told.name} ${told.verb}: "${capital(clause(told))}."`, content: `"${capital(clause(told))}."`, speaker: told.name }) },
  { title: 'according to', tell: (told) => ({ text: `According to ${told.name}, a ${told.role}, ${clause(told)}.`, content: clause(told), speaker: told.name }) },
  { title: 'according to, at the end', tell: (told) => ({ text: `${capital(clause(told))}, according to ${told.name}.`, content: capital(clause(told)), speaker: told.name }) },
  { title: 'told an agency', tell: (told) => ({ text: `${told.name} told the Meridian news agency ${told.day} that ${clause(told)}.`, content: clause(told), speaker: told.name, day: true }) },
  { title: 'a circumstance in front', tell: (told) => ({ text: `Speaking to reporters ${told.day}, ${told.name} said that ${clause(told)}.`, content: clause(told), speaker: told.name, day: true }) },
  { title: 'only an office', tell: (told) => ({ text: `The ${told.role} said that ${clause(told)}.`, content: clause(told), speaker: `the ${told.role}` }) },
  { title: 'quoted by others', tell: (told) => ({ text: `${told.name} was quoted by the Meridian agency as saying that ${clause(told)}.`, content: clause(told), speaker: told.name }) },
  { title: 'as somebody says', tell: (told) => ({ text: `As ${told.name} ${told.verb}, ${clause(told)}.`, content: clause(told), speaker: told.name }) },
  { title: 'an apposition with a clause', tell: (told) => ({ text: `${told.name}, who leads the search, ${told.verb} ${clause(told)}.`, content: clause(told), speaker: told.name }) },
];

const ukrainian: fc.Arbitrary<Told> = fc.record({
  name: fc.constantFrom('Ірина Вигадана', 'Олег Прикладний', 'Наталія Зразок', 'Тарас Синтетичний'),
  role: fc.constantFrom('речник обласної прокуратури', 'голова Вигаданської громади', 'пасічник', 'начальник слідчого управління поліції'),
  count: fc.constantFrom(13, 47, 230),
  noun: fc.constantFrom('тіл', 'могил', 'скелетів', 'загиблих'),
  verb: fc.constantFrom('сказав', 'заявила', 'повідомила', 'розповів', 'уточнив', 'додала'),
  place: fc.constantFrom('Дубровою', 'Вигаданим'),
  day: fc.constantFrom("у п'ятницю", '8 березня'),
});
const ukClause = ({ count, noun, place }: Told): string => `під ${place} знайшли ${String(count)} ${noun}`;
const ukrainianFrames: readonly Frame[] = [
  { title: 'підмет, дієслово, що', tell: (told) => ({ text: `${capital(told.role)} ${told.name} ${told.verb} ${told.day}, що ${ukClause(told)}.`, content: ukClause(told), speaker: told.name, day: true }) },
  { title: 'зміст попереду', tell: (told) => ({ text: `${capital(ukClause(told))}, ${told.verb} ${told.name}.`, content: capital(ukClause(told)), speaker: told.name }) },
  { title: 'слова автора між тире', tell: (told) => ({ text: `«${capital(ukClause(told))}», — ${told.verb} ${told.name}.`, content: `«${capital(ukClause(told))}»`, speaker: told.name }) },
  { title: 'двокрапка', tell: (told) => ({ text: `${told.name} ${told.verb}: «${capital(ukClause(told))}».`, content: `«${capital(ukClause(told))}»`, speaker: told.name }) },
  { title: 'як повідомила', tell: (told) => ({ text: `Як ${told.verb} ${told.name}, ${ukClause(told)}.`, content: ukClause(told), speaker: told.name }) },
  { title: 'про це', tell: (told) => ({ text: `${capital(ukClause(told))}. Про це ${told.verb} ${told.role} ${told.name}.`, content: `${capital(ukClause(told))}.`, speaker: told.name }) },
];

const units: Readonly<Record<string, string>> = { 'severed hands': 'hands', тіл: 'bodies', могил: 'graves', скелетів: 'skeletons', загиблих: 'dead' };

function isFollowed({ tell }: Frame, told: Told): void {
  const { text, content, speaker, day = false } = tell(told);
  const [statement, ...rest] = said(text);
  expect({ text: statement?.text, speaker: statement?.speaker?.name, others: rest.length }, text).toEqual({ text: content, speaker, others: 0 });
  const figure = statement?.quantities.find(({ value }) => value === told.count);
  expect([figure?.bound, figure?.unit], text).toEqual(['exact', units[told.noun] ?? told.noun]);
  if (day) expect(statement?.saidOn?.iso, text).toBe('2024-03-08');
}

describe('one report told in many ways', () => {
  it.each(englishFrames.map((frame) => [frame.title, frame] as const))('keeps words, source and figure: %s', (_, frame) => {
    fc.assert(fc.property(english, (told) => { isFollowed(frame, told); }), { numRuns: 60 });
  });

  it.each(ukrainianFrames.map((frame) => [frame.title, frame] as const))('keeps words, source and figure in Ukrainian: %s', (_, frame) => {
    fc.assert(fc.property(ukrainian, (told) => { isFollowed(frame, told); }), { numRuns: 40 });
  });
});
