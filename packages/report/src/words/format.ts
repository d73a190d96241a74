import { describeEdtf, parseEdtf, refuse } from '@imena/problem';
import type { ReportLanguage } from '../certificate/certificate-input.ts';

const decimalMark: Readonly<Record<ReportLanguage, string>> = { en: '.', uk: ',' };

/** A number with a fixed count of decimals, in the language's decimal mark; a true minus sign. */
export function formatDecimal(value: number, language: ReportLanguage, decimals: number): string {
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return value.toFixed(decimals).replace('-', '−').replace('.', decimalMark[language]);
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A ratio above one for reading aloud: whole and grouped up to a million, then with a power of ten. @param log10 - 0 or more */
export function formatRatio(log10: number, language: ReportLanguage): string {
  if (log10 < 1) return formatDecimal(10 ** log10, language, 1);
  if (log10 < 6) return formatWhole(roundTo(10 ** log10, 3));
  let exponent = Math.floor(log10);
  let mantissa = 10 ** (log10 - exponent);
  if (mantissa >= 9.95) {
    mantissa = 1;
    exponent += 1;
  }
  const power = Array.from(String(exponent), (digit) => superscripts.charAt(Number(digit))).join('');
  return `${formatDecimal(mantissa, language, 1)} × 10${power}`;
}

/** Groups of three with narrow no-break spaces, as both languages allow. */
export function formatWhole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/**
 * A probability as percent, with as many decimals as the distance from certainty needs; never rounded up to 100 %, nor down to 0 %.
 * @param complement - one minus the probability, with its own digits
 */
export function formatProbability({ probability, complement }: { probability: number; complement: number }, language: ReportLanguage): string {
  if (probability > 0 && probability < 0.00005) return `< ${formatDecimal(0.01, language, 2)} %`;
  if (probability < 0.99) return `${formatDecimal(probability * 100, language, 2)} %`;
  if (complement < 1e-12) return `> ${formatDecimal(99.9999999999, language, 10)} %`;
  const decimals = Math.min(10, Math.max(2, Math.ceil(-Math.log10(complement)) - 1));
  const shown = Math.floor((1 - complement) * 10 ** (decimals + 2)) / 10 ** decimals;
  return `${formatDecimal(shown, language, decimals).replace(/([.,]\d{2}\d*?)0+$/, '$1')} %`;
}

/** `2023-03-01T14:05:09+02:00` as `2023-03-01 14:05 (+02:00)`; the offset stays, for the clock is a claim. @throws Problem `report.date_invalid` */
export function formatMoment(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) refuse('report.date_invalid', { text });
  return `${match[1] ?? ''} ${match[2] ?? ''} (${match[3] === 'Z' ? 'UTC' : (match[3] ?? '')})`;
}

/** An EDTF date in words. @throws Problems of the EDTF reader */
export function formatEdtf(text: string, language: ReportLanguage): string {
  return describeEdtf(parseEdtf(text), language);
}
