import { Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from '../api/index.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { AccessPage } from './access-page.tsx';
import { NewPasswordFields } from './password-fields.tsx';
import { tokenOf, useEntrance } from './use-entrance.ts';

/** The first account of an installation, made with the link that the server printed. */
export function Welcome() {
  const { t } = useTranslation('access');
  const { enter, error, working } = useEntrance();
  const [token] = useState(() => tokenOf(location.hash));
  const [login, setLogin] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState({ first: '', again: '' });
  const [allRoles, setAllRoles] = useState(true);
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => request('/setup', z.object({ needed: z.boolean() }), { signal }) });
  if (setup.data?.needed === false) return <AccessPage title={t('welcomeTitle')}><p>{t('setupDone')}</p><Anchor component={Link} to="/sign-in">{t('back')}</Anchor></AccessPage>;
  if (token === null) return <AccessPage title={t('welcomeTitle')}><p>{t('tokenMissing')}</p></AccessPage>;
  const ready = password.first !== '' && password.first === password.again;
  return (
    <AccessPage title={t('welcomeTitle')}>
      <Text mb="md">{t('welcomeText')}</Text>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void enter('/setup', { body: { token, login, displayName, password: password.first, allRoles } }); }}>
        <Stack>
          <TextInput size="md" label={t('displayName')} description={t('displayNameHint')} required autoComplete="name" value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} />
          <TextInput size="md" label={t('login')} description={t('loginHint')} required autoComplete="username" autoCapitalize="none" value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
          <NewPasswordFields value={password} onChange={setPassword} />
          <Checkbox size="md" label={t('allRoles')} description={t('allRolesHint')} checked={allRoles} onChange={(event) => setAllRoles(event.currentTarget.checked)} />
          <ErrorNote error={error} />
          <Button type="submit" size="lg" loading={working} disabled={!ready}>{t('create')}</Button>
        </Stack>
      </form>
    </AccessPage>
  );
}
