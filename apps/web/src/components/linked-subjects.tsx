import { useTranslation } from 'react-i18next';
import type { Linked, SubjectDetail } from '../api/index.ts';
import { kindLabel, linkLabel } from '../format/index.ts';
import { Section, SubjectLink } from './small.tsx';
import { StatusBadge } from './status-badge.tsx';
import classes from './linked-subjects.module.css';

const mostShown = 30;

/** What a subject is linked with, by kind of link; `without` leaves out links that the page shows itself. */
export function LinkedSubjects({ detail, without = [] }: { readonly detail: SubjectDetail; readonly without?: readonly string[] }) {
  const { t } = useTranslation();
  const groups = groupLinks(detail.linked).filter((group) => !without.includes(group.key));
  if (groups.length === 0) return null;
  return (
    <Section title={t('linkedTo')}>
      <dl className={classes.groups}>
        {groups.map((group) => (
          <div key={group.key}>
            <dt>{group.label}</dt>
            {group.linked.slice(0, mostShown).map((one) => <dd key={one.item.id}><SubjectLink item={one.item} /> <StatusBadge kind={one.item.kind} status={one.item.status} /></dd>)}
            {group.linked.length > mostShown && <dd>{t('shownOf', { shown: mostShown, total: group.linked.length })}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Links in groups: outward by their meaning (`out:grave`), inward by the kind of what points here (`in:remains`). */
export function groupLinks(linked: readonly Linked[]): { readonly key: string; readonly label: string; readonly linked: readonly Linked[] }[] {
  const groups = new Map<string, Linked[]>();
  for (const one of linked) {
    const key = one.direction === 'out' ? `out:${one.rel}` : `in:${one.item.kind}`;
    const known = groups.get(key) ?? [];
    if (!known.some((other) => other.item.id === one.item.id)) groups.set(key, [...known, one]);
  }
  return [...groups].map(([key, members]) => ({ key, linked: members, label: key.startsWith('out:') ? linkLabel(key.slice(4)) : kindLabel(key.slice(3)) }));
}
