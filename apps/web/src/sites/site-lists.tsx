import type { ListItem } from '@imena/record';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { Badge, EmptyState, OriginLine } from '../components/index.ts';
import { bilingualText, codeLabel, formatEdtf, formatLength, kindLabel, numberOf, subjectPath, textOf, today, typeLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { clearanceState, type ClearanceState } from './clearance.ts';
import classes from './site.module.css';

function ItemList({ items, empty, children }: { readonly items: readonly ListItem[]; readonly empty: string; readonly children: (item: ListItem) => ReactNode }) {
  if (items.length === 0) return <EmptyState>{empty}</EmptyState>;
  return <ul className={classes.list}>{items.map((item) => <li key={item.entry}>{children(item)}<OriginLine origin={item} /></li>)}</ul>;
}

export function Stages({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sites');
  return <ItemList items={detail.subject.lists['stages'] ?? []} empty={t('stagesNone')}>{(item) => <strong>{typeLabel(item.type)}</strong>}</ItemList>;
}

/** What somebody reported, in their words, and how sure they were. */
export function Leads({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  return (
    <ItemList items={detail.subject.lists['leads'] ?? []} empty={t('leadsNone')}>
      {({ value }) => {
        const claim = textOf(value['claim']);
        return (
          <>
            <span>{bilingualText(value['words'], language)}</span>
            <span className={classes.small}>{textOf(value['informant'])} · {codeLabel('confidences', textOf(value['confidence']) ?? '')}{claim !== undefined && <> · <Link to={subjectPath('claim', claim)}>{kindLabel('claim')}</Link></>}</span>
          </>
        );
      }}
    </ItemList>
  );
}

/** Clearances of mines and ordnance; the same list stands on every grave of the site. */
export function Clearances({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  return (
    <ItemList items={detail.subject.lists['clearances'] ?? []} empty={t('clearancesNone')}>
      {({ value }) => {
        const from = formatEdtf(textOf(value['validFrom']) ?? '', language);
        const to = textOf(value['validTo']);
        const depthMm = numberOf(value['depthMm']);
        return (
          <>
            <span><strong>{textOf(value['extent'])}</strong> <ClearanceBadge state={clearanceState(value, today())} /></span>
            <span>{[textOf(value['authority']), textOf(value['method']), depthMm === undefined ? undefined : formatLength(depthMm, language)].filter(Boolean).join(' · ')}</span>
            <span>{to === undefined ? t('clearedFrom', { from }) : t('clearedUntil', { from, to: formatEdtf(to, language) })}</span>
            {textOf(value['limits']) !== undefined && <span>{textOf(value['limits'])}</span>}
          </>
        );
      }}
    </ItemList>
  );
}

function ClearanceBadge({ state }: { readonly state: ClearanceState }) {
  const { t } = useTranslation('sites');
  return <Badge tone={state === 'valid' ? 'good' : 'bad'}>{t(`clearanceStates.${state}`)}</Badge>;
}
