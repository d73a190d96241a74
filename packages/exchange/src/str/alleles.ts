import { failed, visible, type Attempt } from '../issue.ts';

export interface AlleleOptions {
  /** True where a person declared that this file writes 9,3 for 9.3. */
  readonly decimalComma?: boolean;
}

const monthWord =
  /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек/iu;

/**
 * Reads one allele as text: `9.3`, `15`; `14.0` becomes `14`, `09` becomes `9`. `null` means a cell that states that an
 * allele is not known (`?`).
 *
 * Problems: `exchange.allele_date` (a spreadsheet made a date of it), `exchange.allele_off_ladder`,
 * `exchange.allele_comma`, `exchange.allele_invalid`. Never turned into the nearest allele.
 */
export function parseAllele(cell: string, marker: string, options: AlleleOptions): Attempt<string | null> {
  const text = cell.trim();
  const details = { text: visible(text), marker };
  if (text === '?') return { value: null };
  const point = options.decimalComma === true ? text.replace(',', '.') : text;
  const match = /^0?([1-9]\d?)(?:\.(\d))?$/.exec(point);
  if (match !== null) {
    const [, whole = '', part = '0'] = match;
    return { value: part === '0' ? whole : `${whole}.${part}` };
  }
  if (/^\d{1,2},\d$/.test(text)) return failed('exchange.allele_comma', details);
  if (/^OL\b|^off|^[<>]/i.test(text)) return failed('exchange.allele_off_ladder', details);
  if (monthWord.test(text) || /^\d{1,4}[-./]\d{1,2}([-./]\d{1,4})?([ T]|$)/.test(text))
    return failed('exchange.allele_date', details);
  return failed('exchange.allele_invalid', details);
}

/** Smaller allele first; alleles are compared as numbers. */
export function compareAlleles(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** One result of amelogenin: X or Y. */
export function parseAmelogenin(cell: string): Attempt<'X' | 'Y' | null> {
  const text = cell.trim().toUpperCase().replace('Х', 'X').replace('У', 'Y');
  if (text === '?') return { value: null };
  if (text === 'X' || text === 'Y') return { value: text };
  return failed('exchange.amelogenin_invalid', { text: visible(text) });
}
