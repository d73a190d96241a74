import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from '../api/index.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { AccessPage } from './access-page.tsx';
import { useEntrance } from './use-entrance.ts';

export function SignIn() {
  const { t } = useTranslation(['access', 'common']);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { enter, error, working } = useEntrance();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => request('/setup', z.object({ needed: z.boolean() }), { signal }) });
  return (
    <AccessPage title={t('signInTitle')}>
      {setup.data?.needed === true && <Text mb="md">{t('setupNeeded')}</Text>}
      <form onSubmit={(event) => { event.preventDefault(); void enter('/session', { body: { login, password }, back: search['back'] }); }}>
        <Stack>
          <TextInput size="md" label={t('login')} required autoComplete="username" autoCapitalize="none" value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
          <PasswordInput size="md" label={t('password')} required autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('common:show') }} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <ErrorNote error={error} />
          <Button type="submit" size="lg" loading={working}>{t('signIn')}</Button>
          <Text size="sm" c="dimmed">{t('forgotten')}</Text>
        </Stack>
      </form>
    </AccessPage>
  );
}
