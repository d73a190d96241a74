import { Button, Checkbox, Group, PasswordInput, Radio } from '@mantine/core';
import { decisionHash, type Subject } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { EmptyState, ErrorNote, FormDialog, QueryView } from '../components/index.ts';
import { decodeBase64Url } from '../device/index.ts';
import { codeLabel } from '../format/index.ts';
import { useRecord } from '../record/index.ts';
import { DecisionContent } from './decision-content.tsx';
import { useSigningKeys, type SigningKey } from './keys/keys-api.ts';
import { MakeKeyForm } from './keys/make-key-form.tsx';
import { signWithPassphrase } from './keys/passphrase-key.ts';
import { signWithPasskey } from './keys/passkey.ts';
import classes from './decisions.module.css';

export interface SignDialogProps {
  readonly identification: Subject;
  /** The hash the server would check; signing is refused here when it is not the hash of what is shown. */
  readonly serverHash: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Shows exactly what is signed, in words and as a hash, then signs it with a personal key. */
export function SignDialog({ identification, serverHash, opened, onClose }: SignDialogProps) {
  const { t } = useTranslation('decisions');
  const keys = useSigningKeys();
  const hash = decisionHash(identification);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('sign.title')}>
      <div className={classes.signing}>
        <p style={{ margin: 0 }}>{t('sign.explained')}</p>
        <DecisionContent identification={identification} />
        <div><strong>{t('sign.hash')}</strong><p className={classes.hash}>{hash}</p></div>
        {hash !== serverHash ? <p role="alert" className={classes.obstacle}>{t('sign.hashDiffers')}</p> : (
          <QueryView query={keys}>
            {(all) => {
              const live = all.filter((key) => key.revokedAt === null);
              return live.length === 0 ? <><EmptyState>{t('sign.noKey')}</EmptyState><MakeKeyForm onDone={() => void keys.refetch()} /></> : <SignForm identification={identification} hash={hash} keys={live} onDone={onClose} />;
            }}
          </QueryView>
        )}
      </div>
    </FormDialog>
  );
}

function SignForm({ identification, hash, keys, onDone }: { readonly identification: Subject; readonly hash: string; readonly keys: readonly SigningKey[]; readonly onDone: () => void }) {
  const { t } = useTranslation(['decisions', 'common']);
  const session = useSession();
  const record = useRecord();
  const [chosen, setChosen] = useState(keys[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [read, setRead] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = keys.find((one) => one.id === chosen);
  const ready = key !== undefined && read && (key.kind === 'passkey' || passphrase !== '');
  const sign = async (): Promise<void> => {
    if (key === undefined) return;
    setWorking(true);
    setError(null);
    try {
      const proof = key.kind === 'passkey'
        ? { assertion: await signWithPasskey(hash) }
        : { signature: await signWithPassphrase({ wrapped: key.wrapped, publicKey: decodeBase64Url(key.publicKey), passphrase, decisionHash: hash }) };
      const { id: signer, displayName: signerName } = session.account;
      await record.mutateAsync({
        scope: identification.scope, subject: identification.id, subjectKind: 'identification',
        body: { type: 'identification.signed', basis: 'decided', decisionHash: hash, signer, signerName, keyKind: key.kind, key: key.id, ...proof },
      });
      onDone();
    } catch (trouble) {
      setError(trouble);
    } finally {
      setPassphrase('');
      setWorking(false);
    }
  };
  return (
    <form className={classes.signing} onSubmit={(event) => { event.preventDefault(); if (ready) void sign(); }}>
      <Radio.Group label={t('sign.key')} value={chosen} onChange={setChosen}>
        {keys.map((one) => <Radio key={one.id} mt="xs" size="md" value={one.id} label={`${one.label} (${codeLabel('keyKinds', one.kind)})`} />)}
      </Radio.Group>
      {key?.kind === 'passphrase' && <PasswordInput size="md" required label={t('sign.passphrase')} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('keys.showPassphrase') }} value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} />}
      <Checkbox size="md" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} label={t('sign.read', { name: session.account.displayName })} />
      <ErrorNote error={error} />
      <Group justify="flex-end">
        <Button size="lg" variant="default" onClick={onDone}>{t('common:cancel')}</Button>
        <Button size="lg" type="submit" disabled={!ready} loading={working}>{t('actions.sign')}</Button>
      </Group>
    </form>
  );
}
