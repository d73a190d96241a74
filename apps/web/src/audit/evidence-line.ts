import type { TFunction } from 'i18next';
import { codeLabel, formatProbability, formatSigned } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { AuditedIdentity } from './audit-api.ts';

type Evidence = AuditedIdentity['evidence'][number];
const sexes: Readonly<Record<string, string>> = { M: 'male', F: 'female' };

/** The probability that an identity is wrong; never written as certainty. */
export function wrongPercent(wrong: number, language: Language): string {
  return wrong > 0.9999 ? `> ${formatProbability(0.9999, language)}` : formatProbability(wrong, language);
}

/** One kind of evidence with its weight, and what was found beside what was reported. */
export function evidenceWords({ kind, log10Lr, found, reported }: Evidence, t: TFunction<'audit'>, language: Language): string {
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  const said = (words: Evidence['found']): string => {
    if (words === null) return '—';
    const value = words[language];
    return kind === 'sex' ? codeLabel('sexes', sexes[value] ?? value) : kind === 'height' ? `${value} ${t('cm')}` : kind === 'military' ? t(value === 'yes' ? 'yes' : 'no') : value;
  };
  const weight = formatSigned(log10Lr, language, 1);
  const sides = found === null && reported === null ? '' : `; ${t('sides', { found: said(found), reported: said(reported) })}`;
  return `${kinds[kind] ?? kind} ${weight}${sides}`;
}
