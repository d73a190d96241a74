import type { Json } from '@imena/problem';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useAllSubjects, type Item, type SubjectDetail } from '../api/index.ts';
import { EmptyState, QueryView, SubjectLink } from '../components/index.ts';
import { bilingualText, formatEdtf, formatQuantity, listOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './site.module.css';

const mostShown = 60;

/** Who said what about a site: figures with their bound and unit, never added up. */
export function SiteClaims({ site }: { readonly site: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const query = useAllSubjects({ kind: 'claim', 'link.about': site.subject.id, sort: 'code' });
  return <QueryView query={query}>{(claims) => (claims.length === 0 ? <EmptyState>{t('claimsNone')}</EmptyState> : <ClaimList claims={claims.slice(0, mostShown)} total={claims.length} />)}</QueryView>;
}

function ClaimList({ claims, total }: { readonly claims: readonly Item[]; readonly total: number }) {
  const { t } = useTranslation();
  const details = useQueries({ queries: claims.map((claim) => subjectQuery(claim.id)) });
  return (
    <>
      <ul className={classes.list}>{claims.map((claim, place) => <li key={claim.id}><ClaimLine claim={claim} detail={details[place]?.data} /></li>)}</ul>
      {total > claims.length && <p className={classes.small}>{t('shownOf', { shown: claims.length, total })}</p>}
    </>
  );
}

function ClaimLine({ claim, detail }: { readonly claim: Item; readonly detail: SubjectDetail | undefined }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  const value = (field: string): Json | undefined => detail?.subject.fields[field]?.[0]?.value;
  const speaker = recordOf(value('speaker'));
  const who = [textOf(speaker['name']), bilingualText(speaker['role'], language), bilingualText(speaker['organisation'], language)].filter(Boolean).join(', ');
  const saidOn = textOf(value('saidOn'));
  return (
    <>
      {listOf(value('quantities')).map((quantity, place) => <span key={place} className={classes.figure}>{formatQuantity(quantity, language)}</span>)}
      <span>{bilingualText(value('words'), language) || claim.title}</span>
      <span className={classes.small}>{t('saidBy', { name: who === '' ? t('unnamed') : who })}{saidOn !== undefined && ` · ${formatEdtf(saidOn, language)}`} · <SubjectLink item={{ ...claim, title: '' }} /></span>
    </>
  );
}
