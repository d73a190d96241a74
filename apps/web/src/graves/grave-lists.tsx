import type { ListItem } from '@imena/record';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { EmptyState, OriginLine, StatusBadge, SubjectLink, ValueView } from '../components/index.ts';
import { codeLabel, fieldLabel, numberOf, textOf, typeLabel } from '../format/index.ts';
import classes from '../sites/site.module.css';

function Items({ items, empty, children }: { readonly items: readonly ListItem[]; readonly empty: string; readonly children: (item: ListItem) => ReactNode }) {
  if (items.length === 0) return <EmptyState>{empty}</EmptyState>;
  return <ul className={classes.list}>{items.map((item) => <li key={item.entry}>{children(item)}<OriginLine origin={item} /></li>)}</ul>;
}

/** Each reading whole, as one person made it. */
export function Readings({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('graves');
  return (
    <Items items={detail.subject.lists['readings'] ?? []} empty={t('readingsNone')}>
      {({ value, type }) => (
        <>
          <span>{codeLabel('markerTypes', textOf(value['markerType']) ?? '')}{textOf(value['reader']) !== undefined && ` · ${t('readBy', { name: textOf(value['reader']) ?? '' })}`}</span>
          {['markerName', 'markerNumber', 'markerDates', 'otherText'].map((field) => {
            const read = value[field];
            return read === undefined ? null : <span key={field}><span className={classes.small}>{fieldLabel(field)}: </span><ValueView field={field} value={read} type={type} /></span>;
          })}
        </>
      )}
    </Items>
  );
}

export function GraveStages({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('graves');
  return (
    <Items items={detail.subject.lists['stages'] ?? []} empty={t('stagesNone')}>
      {(item) => <span><strong>{typeLabel(item.type)}</strong>{numberOf(item.value['bodies']) !== undefined && ` · ${t('bodies', { count: numberOf(item.value['bodies']) ?? 0 })}`}</span>}
    </Items>
  );
}

export function RemainsHere({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('graves');
  const remains = detail.linked.filter((one) => one.direction === 'in' && one.item.kind === 'remains' && one.rel === 'grave');
  if (remains.length === 0) return <EmptyState>{t('remainsNone')}</EmptyState>;
  return <ul className={classes.list}>{remains.map(({ item }) => <li key={item.id}><span><SubjectLink item={item} /> <StatusBadge kind="remains" status={item.status} /></span></li>)}</ul>;
}

export function Aliases({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('graves');
  return (
    <Items items={detail.subject.lists['aliases'] ?? []} empty={t('aliasesNone')}>
      {({ value }) => <span><strong>{textOf(value['alias'])}</strong> {t('aliasFrom', { origin: textOf(value['origin']) ?? '' })}</span>}
    </Items>
  );
}

export function Notes({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('graves');
  return <Items items={detail.subject.lists['notes'] ?? []} empty={t('notesNone')}>{({ value }) => <span>{textOf(value['text'])}</span>}</Items>;
}
