import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { distinctValues, type StandingValue } from '@imena/record';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesIn, useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { fieldLabel } from '../format/index.ts';
import { FieldHistory } from './field-history.tsx';
import { OriginLine } from './origin.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { ValueView } from './value-view.tsx';
import classes from './field-view.module.css';

export interface FieldViewProps {
  readonly detail: SubjectDetail;
  readonly field: string;
  readonly label?: string;
  /** Opens the form that corrects a value; the new statement supersedes the given entry. */
  readonly onCorrect?: (standing: StandingValue) => void;
  /** Shows nothing at all where nothing was recorded. */
  readonly hideEmpty?: 'hideEmpty';
}

/** One field of a subject: what stands, who said it, its history; different statements side by side until a person decides. */
export function FieldView({ detail, field, label, onCorrect, hideEmpty }: FieldViewProps) {
  const { t } = useTranslation();
  const [resolving, setResolving] = useState(false);
  const standing = detail.subject.fields[field] ?? [];
  const groups = distinctValues(standing);
  // A year and a day of it stand beside each other and do not disagree.
  const isDisputed = detail.subject.disagreements.includes(field);
  const decide = useMayDecide(detail, field);
  const title = label ?? fieldLabel(field);
  if (groups.length === 0 && hideEmpty !== undefined) return null;
  return (
    <div className={classes.field}>
      <dt className={classes.label}>{title}</dt>
      <dd className={classes.content}>
        {groups.length === 0 && <span className={classes.absent}>{t('field.notRecorded')}</span>}
        {groups.length > 1 && (isDisputed ? <p className={classes.disagreement}>{t('field.disagreement')}</p> : <p className={classes.agreement}>{t('field.agreement')}</p>)}
        <div className={classes.values} data-count={groups.length}>
          {groups.map(({ value, given }) => (
            <div key={given[0]?.entry} className={classes.value}>
              <ValueView field={field} value={value} linked={detail.linked} {...typeOf(detail, given[0])} />
              <Origins given={given} />
            </div>
          ))}
        </div>
        <FieldActions>
          <FieldHistory detail={detail} field={field} />
          {groups.length > 1 && decide && <Button size="compact-sm" variant="light" onClick={() => setResolving(true)}>{t('field.resolve')}</Button>}
          {groups.length === 1 && standing[0] !== undefined && onCorrect !== undefined && <CorrectButton standing={standing[0]} onCorrect={onCorrect} label={title} />}
        </FieldActions>
        {groups.length > 1 && <ResolveDialog detail={detail} field={field} groups={groups} opened={resolving} onClose={() => setResolving(false)} />}
      </dd>
    </div>
  );
}

function FieldActions({ children }: { readonly children: ReactNode }) {
  return <div className={`${classes.actions ?? ''} no-print`}>{children}</div>;
}

function CorrectButton({ standing, onCorrect, label }: { readonly standing: StandingValue; readonly onCorrect: (standing: StandingValue) => void; readonly label: string }) {
  const { t } = useTranslation();
  const words = `${t('field.correct')}: ${label}`;
  return <ActionIcon variant="subtle" size="lg" aria-label={words} title={words} onClick={() => onCorrect(standing)}><IconPencil size={18} stroke={1.6} /></ActionIcon>;
}

const originsShown = 2;

/** Who gave a value; where many agree, the first two and how many more. */
function Origins({ given }: { readonly given: readonly StandingValue[] }) {
  const { t } = useTranslation();
  return (
    <>
      {given.slice(0, originsShown).map((one) => <OriginLine key={one.entry} origin={one} />)}
      {given.length > originsShown && <span className={classes.origin}>{t('field.moreOrigins', { count: given.length - originsShown })}</span>}
    </>
  );
}

function typeOf(detail: SubjectDetail, standing: StandingValue | undefined): { type?: string } {
  const type = detail.subject.history.find((item) => item.entry === standing?.entry)?.type;
  return type === undefined ? {} : { type };
}

/** A decision between statements is made as one of the statements: by somebody who could have made it. */
function useMayDecide(detail: SubjectDetail, field: string): boolean {
  const session = useSession();
  const mayState = useMayState();
  const types = (detail.subject.fields[field] ?? []).map((one) => typeOf(detail, one).type).filter((type) => type !== undefined);
  return rolesIn(session, detail.subject.scope).length > 0 && types.some((type) => mayState(type, detail.subject.scope));
}

/** A list of fields with one look. */
export function FieldList({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.list}>{children}</dl>;
}
