import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useSession } from '../api/index.ts';
import { Section } from '../components/index.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';
import { useAct } from './use-act.ts';

/** Ends the demonstration: a new, empty ledger. Explained, and confirmed by a typed word. */
export function RemoveDemonstration() {
  const { t } = useTranslation('administration');
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { act, error, working } = useAct();
  const remove = async (): Promise<void> => {
    // Log, key and everything on screen are others afterwards: the application begins anew.
    if (await act(() => requestNothing('/demonstration/remove', { method: 'POST', body: {} }))) window.location.assign('/');
  };
  if (!session.installation.demonstration) return <Section title={t('installation.demonstrationTitle')}><p>{t('installation.noDemonstration')}</p></Section>;
  return (
    <Section title={t('installation.demonstrationTitle')}>
      <p>{t('installation.demonstrationText')}</p>
      <Button size="md" variant="outline" color="red.9" styles={{ root: { color: 'var(--mantine-color-error)', borderColor: 'var(--mantine-color-error)' } }} onClick={() => setOpen(true)}>{t('installation.remove')}</Button>
      {open && (
        <TypedConfirmation
          title={t('installation.demonstrationTitle')} word={t('installation.removeWord')} label={t('installation.removeTyped', { word: t('installation.removeWord') })} button={t('installation.removeButton')}
          confirm={() => void remove()} error={error} working={working} onClose={() => { if (!working) setOpen(false); }}
        >
          <p>{t('installation.removeWhat')}</p>
          <p>{t('installation.removeScopes')}</p>
        </TypedConfirmation>
      )}
    </Section>
  );
}
