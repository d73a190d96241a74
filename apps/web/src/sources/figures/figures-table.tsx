import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../../api/index.ts';
import { SubjectLink, SyntheticBadge } from '../../components/index.ts';
import { bilingualText, codeLabel, fieldLabel, formatDay, formatEdtf, formatNumber, formatQuantity, textOf } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { speakerLine } from '../speaker-line.ts';
import type { FigureRow } from './figure-rows.ts';
import classes from './figures.module.css';

/** Every figure with whoever said it, where and when; beside it what this register counted by that day, and who confirmed it. */
export function FiguresTable({ rows, isCounted }: { readonly rows: readonly FigureRow[]; readonly isCounted: boolean }) {
  const { t } = useTranslation('sources');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead><tr><th>№</th><th>{t('figure')}</th><th>{t('accordingTo')}</th><th>{fieldLabel('saidOn')}</th><th>{fieldLabel('document')}</th>{isCounted && <th>{t('countedByThatDay')}</th>}<th>{t('confirmedBy')}</th></tr></thead>
        <tbody>{rows.map((row) => <FigureLine key={row.number} row={row} isCounted={isCounted} />)}</tbody>
      </table>
    </div>
  );
}

function FigureLine({ row: { number, figure, claim, document, about, outdatedBy, countedHere }, isCounted }: { readonly row: FigureRow; readonly isCounted: boolean }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const nameOf = useAccountName();
  const value = (field: string) => claim.fields[field]?.[0]?.value;
  const saidOn = textOf(value('saidOn'));
  const modality = textOf(value('modality'));
  const confirmed = claim.fields['quantities']?.[0];
  const reliability = textOf(document?.facets['reliability'] ?? undefined) ?? '–';
  const publishedOn = textOf(document?.facets['publishedOn'] ?? undefined);
  const credibility = textOf(value('credibility')) ?? '–';
  return (
    <tr>
      <td className={classes.number}>{number}</td>
      <td>
        <Link to={`/claims/${claim.id}`}><strong>{formatQuantity(figure.quantity, language)}</strong></Link>
        {about.length > 0 && <small>{t('onlyAbout')} {about.map((item, at) => <Fragment key={item.id}>{at > 0 && ', '}<SubjectLink item={item} /></Fragment>)}</small>}
        {modality !== undefined && modality !== 'observation' && <small>{codeLabel('modalities', modality)}</small>}
        {outdatedBy !== null && <small>{t('outdatedBy', { number: outdatedBy })}</small>}
      </td>
      <td data-label={t('accordingTo')}>{speakerLine(value('speaker'), language) || t('speakerUnknown')} {claim.synthetic && <SyntheticBadge />}<small>{bilingualText(value('words'), language)}</small></td>
      <td data-label={fieldLabel('saidOn')}>{saidOn === undefined ? t('undated') : formatEdtf(saidOn, language)}{saidOn === undefined && publishedOn !== undefined && <small>{t('publishedOn', { day: formatEdtf(publishedOn, language) })}</small>}</td>
      <td data-label={fieldLabel('document')}>{document !== undefined && <Link to={`/sources/${document.id}`}>{String(document.facets['outlet'] ?? document.title)}</Link>}<small title={t('gradesHint')}>{t('gradesShort', { reliability, credibility })}</small></td>
      {isCounted && <td className={classes.number} data-label={t('countedByThatDay')}>{countedHere === null ? '–' : formatNumber(countedHere, language)}</td>}
      <td data-label={t('confirmedBy')}>{confirmed !== undefined && <><span>{nameOf(confirmed.by)}</span> <small><Link to={`/ledger/${confirmed.entry}`}>{formatDay(confirmed.at, language)}</Link></small></>}</td>
    </tr>
  );
}
