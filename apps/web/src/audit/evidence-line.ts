import type { TFunction } from 'i18next';
import { codeLabel, formatFixed } from '../format/index.ts';
import type { Language } from '../i18n/languages.ts';
import type { AuditedIdentity } from './audit-api.ts';

type Evidence = AuditedIdentity['evidence'][number];
const sexes: Readonly<Record<string, string>> = { M: 'male', F: 'female' };

/** One kind of evidence with its weight, and what was found beside what was reported. */
export function evidenceWords({ kind, log10Lr, found, reported }: Evidence, t: TFunction<'audit'>, language: Language): string {
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  const said = (value: string | null): string => (value === null ? '—' : kind === 'sex' ? codeLabel('sexes', sexes[value] ?? value) : kind === 'height' ? `${value} ${t('cm')}` : kind === 'military' ? t(value === 'yes' ? 'yes' : 'no') : value);
  const weight = `${log10Lr > 0 ? '+' : ''}${formatFixed(log10Lr, language, 1)}`;
  const sides = found === null && reported === null ? '' : `; ${t('sides', { found: said(found), reported: said(reported) })}`;
  return `${kinds[kind] ?? kind} ${weight}${sides}`;
}
