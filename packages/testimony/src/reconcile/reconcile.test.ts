import { describe, expect, it } from 'vitest';
import { checkBreakdowns, extractStatements, reconcile, type ReadDocument } from '../index.ts';

const read = (id: string, publishedOn: string, text: string): ReadDocument => extractStatements({ id, text, publishedOn });
const relations = (...documents: ReadDocument[]): string[] => reconcile(documents).map(({ a, b, relation, rule }) => `${relation} ${rule}: ${wordsOf(documents, a)} | ${wordsOf(documents, b)}`);
const wordsOf = (documents: readonly ReadDocument[], at: { doc: string; start: number }): string => documents.find(({ id }) => id === at.doc)?.statements.find(({ start }) => start === at.start)?.text ?? '';

// All texts are made up.
describe('figures of several documents', () => {
  it('takes at least 60 graves and 62 graves for one claim', () => {
    const links = relations(read('a', '2024-03-08', 'Officials said at least 60 graves had been found in Dubrava.'), read('b', '2024-03-08', 'The mayor said 62 graves had been found in Dubrava.'));
    expect(links).toEqual(['same-claim compatible-figure: at least 60 graves had been found in Dubrava | 62 graves had been found in Dubrava']);
  });

  it('does not compare graves with bodies, nor a count with the number on a cross', () => {
    expect(relations(read('a', '2024-03-08', 'Officials said 60 graves had been found in Dubrava.'), read('b', '2024-03-08', 'The mayor said 62 bodies had been found in Dubrava. One cross in Dubrava was numbered as high as 60.'))).toEqual([]);
  });

  it('does not compare bodies found with bodies examined', () => {
    expect(relations(read('a', '2024-03-08', 'A police officer said 17 bodies were found in Dubrava.'), read('b', '2024-03-09', 'A doctor said over 20 bodies were examined in Dubrava.'))).toEqual([]);
  });

  it('does not compare figures of different places', () => {
    expect(relations(read('a', '2024-03-08', 'Officials said 70 bodies had been found in Dubrava.'), read('b', '2024-03-08', 'Officials said 40 bodies had been found in Lypova.'))).toEqual([]);
  });

  it('sees a contradiction of one day and an update of a later one, the newer first', () => {
    const first = read('a', '2024-03-08', 'Officials said 70 bodies had been found in Dubrava.');
    const same = read('b', '2024-03-08', 'The mayor said 40 bodies had been found in Dubrava.');
    const later = read('c', '2024-03-12', 'Officials said 95 bodies had been found in Dubrava.');
    expect(relations(first, same)).toEqual(['contradicts different-figure: 70 bodies had been found in Dubrava | 40 bodies had been found in Dubrava']);
    expect(relations(first, later)).toEqual(['updates newer-figure: 95 bodies had been found in Dubrava | 70 bodies had been found in Dubrava']);
  });

  it('tells two outlets that quote one official from two sources', () => {
    const links = reconcile([read('a', '2024-03-08', 'Governor Jan Nowak said at least 60 graves had been found in Dubrava.'), read('b', '2024-03-08', 'Jan Nowak told Radio Meridian that more than 60 graves had been found in Dubrava.')]);
    expect(links.map(({ rule }) => rule)).toEqual(['one-origin']);
  });

  it('takes no forecast for a newer count', () => {
    expect(relations(read('a', '2024-03-08', 'Officials said 2,084 people had died in Dubrava.'), read('b', '2024-03-12', 'The mayor said deaths in Dubrava could reach 20,000.'))).toEqual([]);
  });

  it('sees that a figure is denied, and a count against none', () => {
    expect(relations(read('a', '2024-03-08', 'Officials said 300 bodies had been found in Dubrava.'), read('b', '2024-03-08', 'The ministry denied that 300 bodies had been found in Dubrava.'))).toEqual(['contradicts denied-figure: 300 bodies had been found in Dubrava | 300 bodies had been found in Dubrava']);
    expect(relations(read('a', '2024-03-08', 'Officials said 17 soldiers had been found in Dubrava.'), read('b', '2024-03-08', 'An army spokesman said no soldiers had been found in Dubrava.'))).toEqual(['contradicts count-against-none: 17 soldiers had been found in Dubrava | no soldiers had been found in Dubrava']);
  });

  it('two figures that agree with one open bound still contradict each other', () => {
    const found = relations(read('a', '2024-03-08', 'Officials said at least 440 graves had been found in Dubrava.'), read('b', '2024-03-08', 'The mayor said 445 graves had been found in Dubrava.'), read('c', '2024-03-08', 'The governor said more than 520 graves had been found in Dubrava.'));
    expect(found.filter((link) => link.startsWith('contradicts'))).toEqual(['contradicts different-figure: 445 graves had been found in Dubrava | more than 520 graves had been found in Dubrava']);
  });

  it('links copies of one statement to the first of them', () => {
    const copy = (id: string): ReadDocument => read(id, '2024-03-08', 'Governor Jan Nowak said 312 graves had been found in Dubrava.');
    const links = reconcile([copy('a'), copy('b'), copy('c')]);
    expect(links.map(({ a, b }) => `${a.doc}${b.doc}`)).toEqual(['ab', 'ac']);
  });
});

describe('sums', () => {
  const sums = (text: string): (readonly [number | null, number, number])[] => checkBreakdowns(read('a', '2024-03-08', text)).map(({ total, parts, difference }) => [total.value, parts.length, difference]);

  it('are checked inside one statement', () => {
    expect(sums('Colonel Jan Nowak said 447 bodies were exhumed: 215 women, 194 men, 22 soldiers, 5 children and the remains of 11 people.')).toEqual([[447, 5, 0]]);
    expect(sums('Colonel Jan Nowak said 447 bodies were exhumed: 215 women and 194 men.')).toEqual([[447, 2, 38]]);
  });

  it('are never made over two speakers', () => {
    expect(sums('Colonel Jan Nowak said 447 bodies were exhumed. Anna Kowal said there were 215 women. Jan Sokil said there were 194 men.')).toEqual([]);
  });
});
