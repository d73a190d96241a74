import { describe, expect, it } from 'vitest';
import { extractStatements } from './index.ts';
import type { Statement } from './index.ts';

const read = (text: string, publishedOn: string | null = '2024-03-10'): readonly Statement[] => extractStatements({ id: 'made-up', text, publishedOn }).statements;
const said = (text: string, publishedOn: string | null = '2024-03-10'): readonly Statement[] => read(text, publishedOn).filter(({ kind }) => kind === 'attributed');
const only = (text: string): Statement => {
  const [statement, ...rest] = said(text);
  if (statement === undefined || rest.length > 0) throw new Error(`one statement was expected of: ${text}`);
  return statement;
};
const figures = (text: string): string[] => read(text).flatMap(({ quantities }) => quantities).map(({ bound, value, value2, unit, isLabel }) => [bound, value, ...(value2 === null ? [] : [value2]), unit, ...(isLabel ? ['label'] : [])].join(' '));

// The worked example of docs/methods/statements.md: all of it is made up.
const example = `Synthetic text. At least 60 graves have been opened near the village of Dubrava, the mayor, Ivan Sokil, said on Friday.

“We expect to find up to 20 more,” he told Radio Meridian, adding that one cross was numbered as high as 112.`;

describe('the worked example', () => {
  it('has three statements by the mayor, each with its own words, day and channel', () => {
    expect(said(example).map(({ text, quoteType, speaker, saidOn, channel, modality, rule }) => ({ text, quoteType, name: speaker?.name, day: saidOn?.iso ?? null, outlet: channel?.outlet ?? null, modality, rule }))).toEqual([
      { text: 'At least 60 graves have been opened near the village of Dubrava', quoteType: 'indirect', name: 'Ivan Sokil', day: '2024-03-08', outlet: null, modality: 'observation', rule: 'cue.back' },
      { text: '“We expect to find up to 20 more,”', quoteType: 'direct', name: 'Ivan Sokil', day: null, outlet: 'Radio Meridian', modality: 'forecast', rule: 'cue.back' },
      { text: 'one cross was numbered as high as 112', quoteType: 'indirect', name: 'Ivan Sokil', day: null, outlet: 'Radio Meridian', modality: 'observation', rule: 'second.participle' },
    ]);
  });

  it('counts graves with their bounds, and takes the number on a cross for a label', () => {
    expect(figures(example)).toEqual(['at_least 60 graves', 'up_to 20 graves', 'up_to 112 grave number label']);
  });

  it('leaves the day open where the day of publication is unknown', () => {
    expect(said(example, null).map(({ saidOn }) => saidOn)).toEqual([{ text: 'on Friday', iso: null }, null, null]);
  });
});

describe('who said it', () => {
  it.each([
    ['Officials said 12 people had died.', 'officials'],
    ['According to the coroner, 12 people died.', 'the coroner'],
    ['Anna Kowal, who leads the search, said 12 people had died.', 'Anna Kowal'],
    ['A spokesman for the ministry, Jan Nowak, said 12 people had died.', 'Jan Nowak'],
    ['“We are tired,” said Anna Kowal, a nurse from the town.', 'Anna Kowal'],
    ['Twelve people died, said a police officer on Friday.', 'a police officer'],
    ['Nurse Anna Kowal: “We are very tired today.”', 'Anna Kowal'],
    ['The mayor was quoted by Pressa as saying that 12 people had died.', 'the mayor'],
  ])('%s', (text, name) => {
    expect(only(text).speaker?.name).toBe(name);
  });

  it('takes a pronoun for the last person of that gender who spoke', () => {
    const names = said('Anna Kowal said the road was closed. Jan Nowak said a bridge had fallen. She said nobody could pass.').map(({ speaker }) => speaker?.name);
    expect(names).toEqual(['Anna Kowal', 'Jan Nowak', 'Anna Kowal']);
  });

  it('names nobody where a pronoun fits nobody', () => {
    expect(only('He said the road was closed.').speaker).toBeNull();
  });

  it('finds the holder of an office that was named before', () => {
    const names = said('Mayor Jan Nowak said the road was closed. Anna Kowal said a bridge had fallen. The mayor added that nobody could pass.').map(({ speaker }) => speaker?.name);
    expect(names).toEqual(['Jan Nowak', 'Anna Kowal', 'Jan Nowak']);
  });

  it('keeps what nobody is said to have said apart from claims', () => {
    expect(read('The bodies were laid out in rows. Some were said to be children. Officials were asked about the graves.').map(({ kind }) => kind)).not.toContain('attributed');
  });

  it('keeps through whom a claim came', () => {
    expect(only('Jan Nowak said that 12 people had died, Pressa Agency reported.')).toMatchObject({ speaker: { name: 'Jan Nowak' }, via: ['Pressa Agency'] });
  });
});

describe('how many', () => {
  it.each([
    ['No fewer than 30 bodies were found.', 'at_least 30 bodies'],
    ['More than two dozen bodies were found.', 'more_than 24 bodies'],
    ['Nearly 300 bodies were found.', 'less_than 300 bodies'],
    ['Between 80 and 100 bodies were found.', 'range 80 100 bodies'],
    ['Some 1.5 million people left.', 'approx 1500000 people'],
    ['Three hundred and twelve graves were found.', 'exact 312 graves'],
    ['Hundreds of bodies were found.', 'vague  bodies'],
    ['The death toll passed 340.', 'more_than 340 deaths'],
    ['They opened grave No. 319.', 'exact 319 grave number label'],
    ['Thirty-one people are still unaccounted for.', 'exact 31 missing persons'],
    ['The body of an 82-year-old woman was found.', 'exact 82 years'],
  ])('%s', (text, figure) => {
    expect(figures(text)).toEqual([figure]);
  });

  it('takes no date, year, clock time or name for a count', () => {
    expect(figures('The mass graves at School 6 were dug on 3 and 4 October 1992, at 11:30, and opened in 2003 under Resolution 1325.')).toEqual([]);
  });

  it.each([
    ['Eighty bodies were found in two pits, 12 of them children.', 'exact 80 bodies, exact 2 pits, exact 12 children'],
    ['Of the 93 graves, 50 lie outside the wall.', 'exact 93 graves, exact 50 graves'],
    ['Her brother, who was 18, paid $1.5m for three severed heads.', 'exact 18 years, exact 1500000 dollars, exact 3 heads'],
    ['The number of victims could range from 600 to more than 900.', 'range 600 900 victims'],
    ['The search lasted over two years and cost 400,000 kuna over four months.', 'more_than 2 years, exact 400000 kuna, exact 4 months'],
    ['The toll could not exceed 40.', 'at_most 40 deaths'],
  ])('%s', (text, expected) => {
    expect(figures(text).join(', ')).toBe(expected);
  });

  it('marks the old figure of a correction', () => {
    const [statement] = said('Officials lowered the death toll to 97, from the 115 given earlier.');
    expect(statement?.quantities.map(({ value, unit, isSuperseded }) => [value, unit, isSuperseded])).toEqual([[97, 'deaths', false], [115, 'deaths', true]]);
  });
});

describe('when it was said', () => {
  it.each([
    ['on Sunday', '2024-03-10'],
    ['on Monday', '2024-03-04'],
    ['last Sunday', '2024-03-03'],
    ['yesterday', '2024-03-09'],
    ['on March 2', '2024-03-02'],
    ['on 30 December', '2023-12-30'],
    ['on 5 May 2022', '2022-05-05'],
    ['in February', '2024-02'],
    ['last week', null],
  ])('said %s', (words, iso) => {
    expect(only(`Jan Nowak said ${words} that the road was closed.`).saidOn).toEqual({ text: words, iso });
  });
});

describe('quotations', () => {
  it('goes on over paragraphs until the mark that closes it', () => {
    const texts = said('“We came back.\n\n“Nothing was left,” said Anna Kowal.');
    expect(texts.at(-1)).toMatchObject({ speaker: { name: 'Anna Kowal' }, quoteType: 'direct' });
  });

  it('takes two quotations around their speaker for two statements', () => {
    expect(said('"We came back," Anna Kowal said. "Nothing was left."').map(({ text, speaker }) => [text, speaker?.name])).toEqual([['"We came back,"', 'Anna Kowal'], ['"Nothing was left."', 'Anna Kowal']]);
  });

  it('tells a paraphrase with quoted words from a quotation', () => {
    expect(only('Anna Kowal said the town was “gone” by morning.').quoteType).toBe('mixed');
  });
});

describe('forms of documents', () => {
  it('hears every answer of an interview, and no question', () => {
    const turns = said('Petra Vymyslena, who leads the team, spoke to Radio Meridian on Friday.\n\nQ: How many are there?\nA: So far 47. I would guess there are 200.\n\nQ: And children?\nA: Six.');
    expect(turns.map(({ text, speaker, saidOn }) => [text, speaker?.name, saidOn?.iso])).toEqual([['So far 47. I would guess there are 200', 'Petra Vymyslena', '2024-03-08'], ['Six', 'Petra Vymyslena', '2024-03-08']]);
  });

  it('gives each line of a list to the source that opens it', () => {
    expect(said('The ministry said on Friday:\n- 12 graves had been opened;\n- 47 bodies had been exhumed.').map(({ text, speaker, saidOn }) => [text, speaker?.name, saidOn?.iso])).toEqual([['12 graves had been opened', 'The ministry', '2024-03-08'], ['47 bodies had been exhumed', 'The ministry', '2024-03-08']]);
  });

  it('takes neither a heading nor the time of an entry for what somebody saw', () => {
    expect(read('Mass grave found near Dubrava\n\n10:42 GMT\nThe bodies lay in rows.').map(({ text, kind, rule }) => [text, kind, rule])).toEqual([['Mass grave found near Dubrava', 'background', 'heading'], ['The bodies lay in rows.', 'observation', 'narration']]);
  });

  it.each([
    ['GENEVA (3 June 2024) – Experts said 12 bodies were found.', '2024-06-03'],
    ['Invented heading\n\nPublished: 15 September 2022, 14:05 GMT\n\nThe mayor said so.', '2022-09-15'],
    ['15.09.2022\nМер сказав, що знайшли 12 могил.', '2022-09-15'],
    ['On 16 September 2022 the mayor said 12 graves had been found.', null],
    ['MEXICO CITY, May 13 (Agency) - The mayor said 12 graves had been found.', null],
  ])('finds the day that a document states as its own: %s', (text, day) => {
    expect(extractStatements({ id: 'made-up', text, publishedOn: null }).publishedOn).toBe(day);
  });
});

describe('Ukrainian', () => {
  it('tells the reporter’s words between dashes from the speech around them', () => {
    expect(said('«Ми не знаємо, скільки їх, — наголосила Оксана Вигадана. — Може бути понад двадцять».').map(({ text, speaker }) => [text, speaker?.name])).toEqual([['«Ми не знаємо, скільки їх,', 'Оксана Вигадана'], ['Може бути понад двадцять»', 'Оксана Вигадана']]);
  });

  it('brings a body that stands in another case back to its name', () => {
    expect(said("За даними обласної військової адміністрації, знайдено 30 тіл. Водночас в обласній прокуратурі кажуть про 15 тіл.").map(({ speaker }) => speaker?.name)).toEqual(['обласна військова адміністрація', 'обласна прокуратура']);
  });

  it('reads cases, inversion and reports of the sentence before', () => {
    const statements = said("Синтетичний текст. За словами мера Івана Сокола, відкрито щонайменше 60 могил. Під завалами лишаються 17 людей. Про це повідомила речниця Олена Ткач у п'ятницю.");
    expect(statements.map(({ text, speaker, saidOn, quantities }) => [text, speaker?.name, saidOn?.iso ?? null, quantities[0]?.bound, quantities[0]?.unit])).toEqual([
      ['відкрито щонайменше 60 могил', 'Іван Сокол', null, 'at_least', 'graves'],
      ['Під завалами лишаються 17 людей.', 'Олена Ткач', '2024-03-08', 'exact', 'people'],
    ]);
  });
});

describe('an interview and an open bound', () => {
  it('gives the answers to who is presented before the first question, and the day to that of the recording', () => {
    const text = 'Interview: counting crosses\n\nAnna Vymyslena heads the invented office.\n\nQ: How many?\n\nA: We count 12 graves.\n\nThe interview was recorded on 2 March.\n';
    expect(said(text).map(({ text: words, speaker, saidOn }) => [words, speaker?.name, saidOn?.iso])).toEqual([['We count 12 graves', 'Anna Vymyslena', '2024-03-02']]);
  });

  it('reads one and a half years, and two weeks or longer', () => {
    expect(figures('The mayor, Ivan Sokil, said the youngest was one and a half years old.')).toEqual(['exact 1.5 years']);
    expect(figures('The mayor, Ivan Sokil, said the work could take two weeks or longer.')).toEqual(['at_least 2 weeks']);
    expect(figures('The mayor, Ivan Sokil, said the team has marked 445 graves.')).toEqual(['exact 445 graves']);
  });
});
