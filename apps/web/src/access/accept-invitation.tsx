import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../components/error-note.tsx';
import { AccessPage } from './access-page.tsx';
import { NewPasswordFields } from './password-fields.tsx';
import { tokenOf, useEntrance } from './use-entrance.ts';

/** An invited person makes their own account. */
export function AcceptInvitation() {
  const { t } = useTranslation('access');
  const { enter, error, working } = useEntrance();
  const [token] = useState(() => tokenOf(location.hash));
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState({ first: '', again: '' });
  if (token === null) return <AccessPage title={t('invitationTitle')}><p>{t('tokenMissing')}</p></AccessPage>;
  const ready = password.first !== '' && password.first === password.again;
  return (
    <AccessPage title={t('invitationTitle')}>
      <Text mb="md">{t('invitationText')}</Text>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void enter('/invitations/accept', { body: { token, login, password: password.first } }); }}>
        <Stack>
          <TextInput size="md" label={t('login')} description={t('loginHint')} required autoComplete="username" autoCapitalize="none" value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
          <NewPasswordFields value={password} onChange={setPassword} />
          <ErrorNote error={error} />
          <Button type="submit" size="lg" loading={working} disabled={!ready}>{t('create')}</Button>
        </Stack>
      </form>
    </AccessPage>
  );
}
