import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState } from '../api/index.ts';
import { FormDialog, PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { ChoiceOfSubject } from '../import/choice-of-subject.tsx';
import { NewFamily } from './new-family.tsx';

/** Families of missing persons. */
export function FamilyList() {
  const { t } = useTranslation(['missing', 'common']);
  const mayState = useMayState();
  const { conditions, setConditions } = useListConditions();
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeader title={t('families')} actions={mayState('family.registered') && <Button size="md" onClick={() => setRegistering(true)}>{t('newFamily')}</Button>} />
      <SubjectTable kind="family" conditions={conditions} onConditions={setConditions} emptyText={t('noFamilies')} />
      <FormDialog opened={registering} onClose={() => setRegistering(false)} title={t('newFamily')}><FamilyInOffice onDone={() => setRegistering(false)} /></FormDialog>
    </>
  );
}

function FamilyInOffice({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('missing');
  const mayState = useMayState();
  const [office, setOffice] = useState<string>();
  const { data = [] } = useAllSubjects({ kind: 'office' });
  return (
    <>
      <ChoiceOfSubject label={t('office')} items={data.filter((item) => mayState('family.registered', item.id))} value={office} onChange={setOffice} />
      {office !== undefined && <NewFamily office={office} missing={[]} onDone={onDone} />}
    </>
  );
}

/** Relatives with the state of their consent. */
export function RelativeList() {
  const { t } = useTranslation(['missing', 'common']);
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('relatives')} />
      <SubjectTable kind="relative" conditions={conditions} onConditions={setConditions} emptyText={t('noRelatives')} />
    </>
  );
}
