import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Mismatch } from './reconciliation-api.ts';
import classes from './reconciliation.module.css';

/** One mismatch in words, with who explained it and why. */
export function MismatchWords({ mismatch }: { readonly mismatch: Mismatch }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const nameOf = useAccountName();
  const { explained } = mismatch;
  return (
    <div className={classes.mismatch} data-explained={explained !== null}>
      <p>{mismatch.words[language]}</p>
      {explained !== null && <p className={classes.quiet}>{t('explainedBy')} {explained.reason} <Link to={`/ledger/${explained.entry}`}>{nameOf(explained.by)}, {formatMoment(explained.at, language)}</Link></p>}
    </div>
  );
}

/** Explaining a mismatch, or taking the explanation back, for those who may. */
export function MismatchActs({ mismatch, may, explain, undo }: { readonly mismatch: Mismatch; readonly may: boolean; readonly explain: (mismatch: Mismatch) => void; readonly undo: (entry: string, on: string) => void }) {
  const { t } = useTranslation('reconciliation');
  const { explained } = mismatch;
  if (!may) return null;
  return explained === null
    ? <Button size="sm" variant="default" onClick={() => explain(mismatch)}>{t('explain')}</Button>
    : <Button size="sm" variant="default" onClick={() => undo(explained.entry, explained.on)}>{t('undo')}</Button>;
}
