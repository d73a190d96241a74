import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { codeLists } from '@imena/record';
import type { Item } from '../api/index.ts';
import { formatNumber, statusLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { PlanFilter } from './plan-filter.ts';
import classes from './site-plan.module.css';

const kinds = ['all', 'withName', 'withNumber', 'withNeither'] as const;

function isShows(value: unknown): value is PlanFilter['shows'] {
  return kinds.some((kind) => kind === value);
}

export function PlanFilters({ filter, setFilter, shown, total }: { readonly filter: PlanFilter; readonly setFilter: (filter: PlanFilter) => void; readonly shown: number; readonly total: number }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  return (
    <div className={`${classes.filters ?? ''} no-print`}>
      <TextInput size="md" type="search" aria-label={t('planView.filterText')} placeholder={t('planView.filterText')} leftSection={<IconSearch size={18} aria-hidden />} value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })} />
      <Select size="md" aria-label={t('planView.shows')} allowDeselect={false} value={filter.shows} onChange={(shows) => { if (isShows(shows)) setFilter({ ...filter, shows }); }} data={kinds.map((kind) => ({ value: kind, label: t(`planView.${kind}`) }))} />
      <p className={classes.count} role="status">{t('planView.drawn', { shown: formatNumber(shown, language), total: formatNumber(total, language) })}</p>
    </div>
  );
}

/** What the signs mean, with the number of graves in each state; each can be hidden. */
export function PlanLegend({ graves, filter, setFilter }: { readonly graves: readonly Item[]; readonly filter: PlanFilter; readonly setFilter: (filter: PlanFilter) => void }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  const toggle = (status: string): void => setFilter({ ...filter, hidden: filter.hidden.includes(status) ? filter.hidden.filter((one) => one !== status) : [...filter.hidden, status] });
  return (
    <div className={classes.legend} role="group" aria-label={t('planView.states')}>
      {codeLists.graveStages.map((status) => (
        <button key={status} type="button" className={classes.legendItem} aria-pressed={!filter.hidden.includes(status)} onClick={() => toggle(status)}>
          <svg width={14} height={24} viewBox="-0.55 -1.15 1.1 2.3" aria-hidden>
            <g className={classes.grave} data-status={status}>
              <rect x={-0.4} y={-1} width={0.8} height={2} rx={0.12} />
              {(status === 'found_empty' || status === 'opened') && <path d="M-0.4 1L0.4 -1" />}
              {status === 'found_empty' && <path d="M0.4 1L-0.4 -1" />}
            </g>
          </svg>
          {statusLabel('grave', status)} · {formatNumber(graves.filter((grave) => grave.status === status).length, language)}
        </button>
      ))}
    </div>
  );
}
