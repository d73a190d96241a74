import { ActionIcon, Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { statementTypes, type HistoryItem } from '@imena/record';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { fieldLabel, recordOf, typeLabel } from '../format/index.ts';
import { Badge } from './status-badge.tsx';
import { OriginLine } from './origin.tsx';
import { ValueView } from './value-view.tsx';
import classes from './history.module.css';

/** Every statement that ever gave this field a value, newest first. */
export function historyOfField(history: readonly HistoryItem[], field: string): readonly HistoryItem[] {
  return history.filter((item) => statementTypes.get(item.type)?.sets.includes(field) === true && recordOf(item.body)[field] !== undefined).toReversed();
}

/** The history of one field, behind a button. */
export function FieldHistory({ detail, field }: { readonly detail: SubjectDetail; readonly field: string }) {
  const { t } = useTranslation();
  const items = historyOfField(detail.subject.history, field);
  if (items.length === 0) return null;
  return (
    <Popover width={380} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={`${t('field.history')}: ${fieldLabel(field)}`} title={`${t('field.history')}: ${fieldLabel(field)}`}><IconHistory size={18} stroke={1.6} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} tabIndex={-1}>
        <ol className={classes.timeline}>
          {items.map((item) => (
            <li key={item.entry} className={classes.item} data-state={item.state}>
              <div><ValueView field={field} value={recordOf(item.body)[field] ?? null} linked={detail.linked} type={item.type} /> {item.state !== 'standing' && <Badge>{t(item.state === 'erased' ? 'field.erasedState' : `field.${item.state}`)}</Badge>}</div>
              <div className={classes.small}>{typeLabel(item.type)}</div>
              <OriginLine origin={item} />
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}
