import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { StatusBadge, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { kindLabel } from '../format/index.ts';
import classes from './site-plan.module.css';

const mostListed = 60;

/** The chosen graves in words, for those who see the plan and those who do not. */
export function PlanSelection({ chosen, clear }: { readonly chosen: readonly Item[]; readonly clear: () => void }) {
  const { t } = useTranslation('sites');
  const only = chosen.length === 1 ? chosen[0] : undefined;
  return (
    <div className={classes.selection} role="status">
      {only !== undefined && (
        <>
          <strong>{kindLabel('grave')} {only.code}</strong> <StatusBadge kind="grave" status={only.status} />
          {only.title !== '' && <span>{t('planView.marker')}: {only.title} {only.facets['synthetic'] === true && <SyntheticBadge />}</span>}
          <Button component={Link} to={`/graves/${only.id}`} size="sm">{t('planView.open')}</Button>
        </>
      )}
      {chosen.length > 1 && (
        <>
          <strong>{t('planView.selected', { count: chosen.length })}</strong>
          <span className={classes.chosen}>{chosen.slice(0, mostListed).map((grave) => <SubjectLink key={grave.id} item={{ ...grave, title: '' }} />)}{chosen.length > mostListed && '…'}</span>
        </>
      )}
      {chosen.length > 0 && <Button variant="subtle" size="sm" className="no-print" onClick={clear}>{t('planView.clearSelection')}</Button>}
    </div>
  );
}
