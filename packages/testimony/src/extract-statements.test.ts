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

describe('Ukrainian', () => {
  it('reads cases, inversion and reports of the sentence before', () => {
    const statements = said("Синтетичний текст. За словами мера Івана Сокола, відкрито щонайменше 60 могил. Під завалами лишаються 17 людей. Про це повідомила речниця Олена Ткач у п'ятницю.");
    expect(statements.map(({ text, speaker, saidOn, quantities }) => [text, speaker?.name, saidOn?.iso ?? null, quantities[0]?.bound, quantities[0]?.unit])).toEqual([
      ['відкрито щонайменше 60 могил', 'Іван Сокол', null, 'at_least', 'graves'],
      ['Під завалами лишаються 17 людей.', 'Олена Ткач', '2024-03-08', 'exact', 'people'],
    ]);
  });
});
