import { Button, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPasswordFields } from '../access/password-fields.tsx';
import { request, sessionSchema, useSession } from '../api/index.ts';
import { ErrorNote, Section } from '../components/index.ts';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

const nothing = { first: '', again: '' };

/** A new password, with the present one; the session goes on, all others end. */
export function ChangePassword() {
  const { t } = useTranslation(['administration', 'access', 'common']);
  const session = useSession();
  const client = useQueryClient();
  const [present, setPresent] = useState('');
  const [wanted, setWanted] = useState(nothing);
  const { act, error, working } = useAct();
  const ready = present !== '' && wanted.first !== '' && wanted.first === wanted.again;
  const change = async (): Promise<void> => {
    const done = await act(async () => client.setQueryData(['session'], await request('/session/password', sessionSchema, { method: 'PUT', body: { present, wanted: wanted.first } })), t('access:changed'));
    if (!done) return;
    setPresent('');
    setWanted(nothing);
  };
  return (
    <Section title={t('account.password')}>
      <p className={classes.hint}>{t('account.passwordHint')}</p>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void change(); }}>
        <Stack maw={480}>
          <input type="text" name="username" autoComplete="username" value={session.account.login} readOnly hidden />
          <PasswordInput size="md" label={t('access:presentPassword')} required autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('common:show') }} value={present} onChange={(event) => setPresent(event.currentTarget.value)} />
          <NewPasswordFields value={wanted} onChange={setWanted} />
          <ErrorNote error={error} />
          <div><Button type="submit" size="md" loading={working} disabled={!ready}>{t('access:changePassword')}</Button></div>
        </Stack>
      </form>
    </Section>
  );
}
