import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { FormDialog, PageHeader, SubjectTable, useListConditions } from '../components/index.ts';
import { RegisterSiteForm } from './site-forms.tsx';

/** All sites the reader may see. */
export function SitesPage() {
  const { t } = useTranslation('sites');
  const navigate = useNavigate();
  const mayState = useMayState();
  const { conditions, setConditions } = useListConditions();
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeader title={t('title')} actions={mayState('site.registered') && <Button size="md" onClick={() => setRegistering(true)}>{t('register')}</Button>} />
      <SubjectTable kind="site" conditions={conditions} onConditions={setConditions} emptyText={t('none')} />
      <FormDialog opened={registering} onClose={() => setRegistering(false)} title={t('register')}>
        <RegisterSiteForm onCancel={() => setRegistering(false)} onDone={(id) => void navigate({ to: `/sites/${id}` })} />
      </FormDialog>
    </>
  );
}
