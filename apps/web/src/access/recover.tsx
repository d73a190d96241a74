import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../api/index.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { AccessPage } from './access-page.tsx';
import { NewPasswordFields } from './password-fields.tsx';
import { tokenOf } from './use-entrance.ts';

/** Uses a recovery link that two people have approved. */
export function Recover() {
  const { t } = useTranslation('access');
  const [token] = useState(() => tokenOf(location.hash));
  const [password, setPassword] = useState({ first: '', again: '' });
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState(false);
  if (token === null) return <AccessPage title={t('recoverTitle')}><p>{t('tokenMissing')}</p></AccessPage>;
  if (done) return <AccessPage title={t('recoverTitle')}><p>{t('recoverDone')}</p><Anchor component={Link} to="/sign-in">{t('back')}</Anchor></AccessPage>;
  const submit = async (): Promise<void> => {
    setError(null);
    try {
      await requestNothing('/recoveries/use', { method: 'POST', body: { token, ...(password.first === '' ? {} : { password: password.first }) } });
      setDone(true);
    } catch (trouble) {
      setError(trouble);
    }
  };
  return (
    <AccessPage title={t('recoverTitle')}>
      <Text mb="md">{t('recoverText')}</Text>
      <form onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <Stack>
          <NewPasswordFields value={password} onChange={setPassword} required={false} />
          <ErrorNote error={error} />
          <Button type="submit" size="lg" disabled={password.first !== password.again}>{t('use')}</Button>
        </Stack>
      </form>
    </AccessPage>
  );
}
