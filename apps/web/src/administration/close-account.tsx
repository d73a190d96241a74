import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../api/index.ts';
import { Section } from '../components/index.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';
import { useAct } from './use-act.ts';

/** Closes an account for good. */
export function CloseAccount({ account, name, login }: { readonly account: string; readonly name: string; readonly login: string }) {
  const { t } = useTranslation('administration');
  const [open, setOpen] = useState(false);
  const { act, error, working } = useAct('accounts', 'session');
  const close = async (): Promise<void> => {
    if (await act(() => requestNothing(`/accounts/${account}/close`, { method: 'POST', body: {} }), t('accounts.closeDone'))) setOpen(false);
  };
  return (
    <Section title={t('accounts.closeTitle')}>
      <p>{t('accounts.closeText', { name })}</p>
      <Button size="md" variant="outline" color="red.9" styles={{ root: { color: 'var(--mantine-color-error)', borderColor: 'var(--mantine-color-error)' } }} onClick={() => setOpen(true)}>{t('accounts.closeButton')}</Button>
      {open && (
        <TypedConfirmation title={t('accounts.closeTitle')} word={login} label={t('accounts.closeTyped', { login })} button={t('accounts.closeTitle')} confirm={() => void close()} error={error} working={working} onClose={() => setOpen(false)}>
          <p>{t('accounts.closeText', { name })}</p>
        </TypedConfirmation>
      )}
    </Section>
  );
}
