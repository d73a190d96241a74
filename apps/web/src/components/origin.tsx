import type { Origin } from '@imena/record';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { codeLabel, formatDay, formatEdtf, formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './field-view.module.css';

/** Who said it, on what basis, when it happened and when it was recorded; leads to the entry. */
export function OriginLine({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useAccountName();
  const parts = [
    nameOf(origin.by), origin.basis === 'erased' ? undefined : codeLabel('bases', origin.basis),
    origin.when === undefined ? undefined : formatEdtf(origin.when, language),
  ].filter((part) => part !== undefined);
  return (
    <span className={classes.origin}>
      {parts.join(' · ')} · <Link to={`/ledger/${origin.entry}`} title={formatMoment(origin.at, language)}>{t('field.recordedOn', { day: formatDay(origin.at, language) })}</Link>
    </span>
  );
}
