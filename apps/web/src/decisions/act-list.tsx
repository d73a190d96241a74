import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useAccountName } from '../api/index.ts';
import { codeLabel, formatMoment, formatValue } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Decision } from './decisions-api.ts';
import classes from './decisions.module.css';

interface Act {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly words: string;
  readonly tone?: 'bad' | 'lapsed';
}

/** Who reviewed, signed, dissented, told the family, revoked: each act with its entry, oldest first. */
export function ActList({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const nameOf = useAccountName();
  const said = (text: string | null): string => (text === null ? '' : `: ${text}`);
  const signed = (one: Decision['signatures'][number]): string => t('acts.signed', { name: one.signerName ?? '', key: codeLabel('keyKinds', one.keyKind ?? '') });
  const acts: Act[] = [
    ...decision.reviews.map((one): Act => ({ ...one, words: t(one.verdict === 'agreed' ? 'acts.agreed' : 'acts.returned', { name: nameOf(one.by) }) + said(one.explanation), ...(one.verdict === 'agreed' ? {} : { tone: 'bad' }) })),
    ...decision.signatures.map((one): Act => ({ ...one, words: signed(one) })),
    ...decision.lapsed.map((one): Act => ({ ...one, words: `${signed(one)}. ${t('acts.lapsed')}`, tone: 'lapsed' })),
    ...decision.dissents.map((one): Act => ({ ...one, words: t('acts.dissented', { name: one.signerName ?? '' }) + said(one.explanation), tone: 'bad' })),
    ...decision.consequences.notifications.map((one): Act => ({
      ...one, words: `${t('acts.notified', { by: one.toldBy ?? '', told: one.told ?? '', means: codeLabel('notificationMeans', one.means ?? '') })}${one.wishes === null ? '' : ` ${t('acts.wishes', { wishes: formatValue('wishes', one.wishes, { language }) })}`}`,
    })),
    ...decision.revocations.map((one): Act => ({ ...one, words: t('acts.revoked', { name: one.signerName ?? '' }) + said(one.explanation), tone: 'bad' })),
  ];
  const line = (act: Act): ReactNode => (
    <li key={act.entry} data-tone={act.tone}>{act.words}<br /><Link to={`/ledger/${act.entry}`}>{formatMoment(act.at, language)}</Link></li>
  );
  if (acts.length === 0) return <p className={classes.dimmed}>{t('acts.none')}</p>;
  return <ul className={classes.acts}>{acts.sort((a, b) => (a.at < b.at ? -1 : 1)).map(line)}</ul>;
}
