import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canRead, useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { EmptyState, FormDialog, Section, SubjectLink } from '../components/index.ts';
import { NewFamily } from './new-family.tsx';
import classes from './missing.module.css';

/** The family of a missing person, or the way to register it. */
export function PersonFamily({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('missing');
  const session = useSession();
  const mayState = useMayState();
  const [registering, setRegistering] = useState(false);
  const families = [...new Map(detail.linked.filter((one) => one.item.kind === 'family').map((one) => [one.item.id, one.item])).values()];
  if (!canRead(session, 'family')) return null;
  const surname = detail.item.title.split(' ')[0];
  return (
    <Section title={t('family')} actions={families.length === 0 && mayState('family.registered', detail.subject.scope) && <Button size="md" variant="default" onClick={() => setRegistering(true)}>{t('newFamily')}</Button>}>
      {families.length === 0 && <EmptyState>{t('noFamily')}</EmptyState>}
      <ul className={classes.list}>{families.map((item) => <li key={item.id}><SubjectLink item={item} /></li>)}</ul>
      <FormDialog opened={registering} onClose={() => setRegistering(false)} title={t('newFamily')}>
        <NewFamily office={detail.subject.scope} missing={[detail.subject.id]} {...(surname === undefined ? {} : { title: surname })} onDone={() => setRegistering(false)} />
      </FormDialog>
    </Section>
  );
}
