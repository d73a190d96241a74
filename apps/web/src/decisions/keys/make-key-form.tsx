import { Button, Group, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, useSubmit } from '../../components/index.ts';
import { useMakeKey } from './keys-api.ts';
import { leastPassphraseLength, passphraseFault } from './passphrase-key.ts';
import { passkeysPossible } from './passkey.ts';
import classes from './keys.module.css';

/** Makes a personal signing key: a passkey where the browser can, or a key under a passphrase typed twice. */
export function MakeKeyForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['decisions', 'common']);
  const canPasskey = passkeysPossible();
  const [kind, setKind] = useState<'passphrase' | 'passkey'>('passphrase');
  const [label, setLabel] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [asked, setAsked] = useState(false);
  const make = useMakeKey();
  const { submit, error, working } = useSubmit();
  const fault = kind === 'passphrase' ? passphraseFault(passphrase, repeated) : null;
  const makeOne = async (): Promise<void> => {
    setAsked(true);
    if (fault !== null || label.trim() === '') return;
    await make.mutateAsync(kind === 'passkey' ? { kind, label: label.trim() } : { kind, passphrase, label: label.trim() });
    setPassphrase('');
    setRepeated('');
    onDone();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(makeOne); }}>
      <Stack gap="md">
        {canPasskey && (
          <SegmentedControl
            size="md" fullWidth value={kind} onChange={(next) => setKind(next === 'passkey' ? 'passkey' : 'passphrase')} aria-label={t('keys.kind')}
            data={[{ value: 'passphrase', label: t('keys.passphrase') }, { value: 'passkey', label: t('keys.passkey') }]}
          />
        )}
        <p style={{ margin: 0 }}>{t(kind === 'passkey' ? 'keys.passkeyExplained' : 'keys.passphraseExplained')}</p>
        {!canPasskey && <p style={{ margin: 0, color: 'var(--mantine-color-dimmed)' }}>{t('keys.noPasskeyHere')}</p>}
        <TextInput size="md" required label={t('keys.label')} description={t('keys.labelHint')} maxLength={200} value={label} onChange={(event) => setLabel(event.currentTarget.value)} error={asked && label.trim() === '' ? t('common:required') : undefined} />
        {kind === 'passphrase' && (
          <>
            <PasswordInput
              size="md" required label={t('keys.newPassphrase')} description={t('keys.newPassphraseHint', { least: leastPassphraseLength })} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('keys.showPassphrase') }}
              value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} error={asked && fault !== null && fault !== 'not_the_same' ? t(`keys.${fault}`, { least: leastPassphraseLength }) : undefined}
            />
            <PasswordInput
              size="md" required label={t('keys.repeatPassphrase')} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('keys.showPassphrase') }}
              value={repeated} onChange={(event) => setRepeated(event.currentTarget.value)} error={(asked || repeated.length >= passphrase.length) && fault === 'not_the_same' && repeated !== '' ? t('keys.not_the_same') : undefined}
            />
            <p className={classes.warning}>{t('keys.forgottenExplained')}</p>
          </>
        )}
        <ErrorNote error={error} />
        <Group justify="flex-end"><Button type="submit" size="lg" loading={working}>{t('keys.make')}</Button></Group>
      </Stack>
    </form>
  );
}
