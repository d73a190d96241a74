import { Button } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useSubjects, type Item, type SubjectDetail } from '../api/index.ts';
import { EmptyState, QueryView } from '../components/index.ts';
import { bilingualText, formatEdtf, formatQuantity, kindLabel, listOf, recordOf, subjectPath, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './site.module.css';

const shownFirst = 8;

/** Who said what about a site: figures with their bound and unit, never added up. */
export function SiteClaims({ site }: { readonly site: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const query = useSubjects({ kind: 'claim', 'link.about': site.subject.id, sort: 'code' });
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const claims = pages.flatMap((page) => page.items);
        return claims.length === 0 ? <EmptyState>{t('claimsNone')}</EmptyState> : <ClaimList claims={claims} total={pages[0]?.total ?? 0} more={query.hasNextPage ? () => void query.fetchNextPage() : undefined} />;
      }}
    </QueryView>
  );
}

function ClaimList({ claims, total, more }: { readonly claims: readonly Item[]; readonly total: number; readonly more: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? claims : claims.slice(0, shownFirst);
  const details = useQueries({ queries: shown.map((claim) => subjectQuery(claim.id)) });
  return (
    <>
      <ul className={classes.list}>{shown.map((claim, place) => <li key={claim.id}><ClaimLine claim={claim} detail={details[place]?.data} /></li>)}</ul>
      {shown.length < total && <Button variant="default" mt="md" onClick={() => { if (all) more?.(); setAll(true); }}>{t('shownOf', { shown: shown.length, total })} · {t('more')}</Button>}
    </>
  );
}

function ClaimLine({ claim, detail }: { readonly claim: Item; readonly detail: SubjectDetail | undefined }) {
  const { t } = useTranslation(['sites', 'common']);
  const language = useLanguage();
  const value = (field: string): Json | undefined => detail?.subject.fields[field]?.[0]?.value;
  const speaker = recordOf(value('speaker'));
  const who = [textOf(speaker['name']), bilingualText(speaker['role'], language), bilingualText(speaker['organisation'], language)].filter(Boolean).join(', ');
  const saidOn = textOf(value('saidOn'));
  return (
    <>
      {listOf(value('quantities')).map((quantity, place) => <span key={place} className={classes.figure}>{formatQuantity(quantity, language)}</span>)}
      <span>{bilingualText(value('words'), language) || claim.title}</span>
      <span className={classes.small}>{t('saidBy', { name: who === '' ? t('unnamed') : who })}{saidOn !== undefined && ` · ${formatEdtf(saidOn, language)}`} · <Link to={subjectPath('claim', claim.id)}>{kindLabel('claim')}</Link></span>
    </>
  );
}
