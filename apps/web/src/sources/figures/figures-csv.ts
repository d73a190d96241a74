import { writeCsv } from '@imena/exchange';
import type { Language } from '@imena/problem';
import { bilingualText, codeLabel, fieldLabel, formatQuantity, recordOf, textOf } from '../../format/index.ts';
import type { FigureRow } from './figure-rows.ts';

/** Words of the columns that are no fields of a statement. */
export interface FiguresCsvWords {
  readonly figure: string;
  readonly name: string;
  readonly countedHere: string;
  readonly outdatedBy: string;
  readonly confirmedBy: string;
  readonly confirmedOn: string;
  readonly entry: string;
}

/**
 * The figures of one unit as a table for a spreadsheet, with who confirmed each and the entry that holds it. A cell that
 * a spreadsheet could take for a formula is guarded: `writeCsv`.
 */
export function figuresCsv(rows: readonly FigureRow[], { words, language, nameOf }: { readonly words: FiguresCsvWords; readonly language: Language; readonly nameOf: (account: string) => string }): string {
  const columns = [
    '№', words.figure, fieldLabel('bound'), fieldLabel('value'), fieldLabel('value2'), fieldLabel('unit'), fieldLabel('about'), words.name, fieldLabel('role'), fieldLabel('organisation'), fieldLabel('saidOn'), fieldLabel('modality'),
    fieldLabel('words'), fieldLabel('document'), fieldLabel('outlet'), fieldLabel('publishedOn'), fieldLabel('reliability'), fieldLabel('credibility'), words.outdatedBy, words.countedHere, words.confirmedBy, words.confirmedOn, words.entry,
  ];
  return writeCsv(columns, rows.map(({ number, figure, claim, document, about, outdatedBy, countedHere }) => {
    const value = (field: string) => claim.fields[field]?.[0]?.value;
    const speaker = recordOf(value('speaker'));
    const confirmed = claim.fields['quantities']?.[0];
    const facet = (name: string): string => String(document?.facets[name] ?? '');
    const reliability = facet('reliability');
    const credibility = textOf(value('credibility'));
    return [
      String(number), formatQuantity(figure.quantity, language), codeLabel('bounds', figure.bound), String(figure.value), figure.upper === undefined ? '' : String(figure.upper), figure.unit, about.map((item) => `${item.code} ${item.title}`.trim()).join('; '),
      textOf(speaker['name']) ?? '', bilingualText(speaker['role'], language), bilingualText(speaker['organisation'], language), textOf(value('saidOn')) ?? '', codeLabel('modalities', textOf(value('modality')) ?? ''),
      bilingualText(value('words'), language), document?.title ?? '', facet('outlet'), facet('publishedOn'), reliability, credibility ?? '', outdatedBy === null ? '' : String(outdatedBy), countedHere === null ? '' : String(countedHere),
      confirmed === undefined ? '' : nameOf(confirmed.by), confirmed?.at ?? '', confirmed?.entry ?? '',
    ];
  }));
}
