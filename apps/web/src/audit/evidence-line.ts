import type { TFunction } from 'i18next';
import { codeLabel, formatEdtf, formatNumber, formatSigned } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { AuditedIdentity } from './audit-api.ts';

type Evidence = AuditedIdentity['evidence'][number];
const sexes: Readonly<Record<string, string>> = { M: 'male', F: 'female' };

/** A day, a month, or a span of them; a year alone reads as it is. */
const isEdtf = /^(?:\d{4}-\d\d(?:-\d\d)?|(?:\d{4}[\d-]*|\.\.)\/(?:\d{4}[\d-]*|\.\.))$/;
/** DNA that says more than this was cut to it: the sum stays a number. */
const mostOfDna = 30;

/** One kind of evidence in words: its name, its weight, and what was found and reported; null where neither is known here. */
export function evidenceWords({ kind, log10Lr, found, reported }: Evidence, t: TFunction<'audit'>, language: Language) {
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  const said = (words: Evidence['found']): string => {
    if (words === null) return '—';
    const value = words[language];
    switch (kind) {
      case 'sex': return codeLabel('sexes', sexes[value] ?? value);
      case 'height': return `${formatNumber(Number(value), language)} ${t('cm')}`;
      case 'military': return t(value === 'yes' ? 'yes' : 'no');
      default: return isEdtf.test(value) ? formatEdtf(value, language) : value;
    }
  };
  const isCut = kind === 'dna' && Math.abs(log10Lr) >= mostOfDna;
  const weight = `${isCut ? (log10Lr < 0 ? '≤ ' : '≥ ') : ''}${formatSigned(log10Lr, language, isCut ? 0 : 1)}`;
  return { name: kinds[kind] ?? kind, weight, sides: found === null && reported === null ? null : { found: said(found), reported: said(reported) } };
}
