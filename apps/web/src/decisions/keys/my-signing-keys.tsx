import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Code, EmptyState, ErrorNote, FormDialog, QueryView, Section } from '../../components/index.ts';
import { codeLabel, formatMoment } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSigningKeys, useWithdrawKey, type SigningKey } from './keys-api.ts';
import { MakeKeyForm } from './make-key-form.tsx';
import classes from './keys.module.css';

/** The personal keys with which somebody signs decisions: seen, made, withdrawn. Mounted under /keys, usable anywhere. */
export function MySigningKeys() {
  const { t } = useTranslation(['decisions', 'common']);
  const keys = useSigningKeys();
  const [making, setMaking] = useState(false);
  const open = () => setMaking(true);
  return (
    <Section title={t('keys.title')} actions={<Button size="md" leftSection={<IconKey size={18} aria-hidden />} onClick={open}>{t('keys.add')}</Button>}>
      <p className={classes.explained}>{t('keys.explained')}</p>
      <QueryView query={keys}>
        {(list) => (list.length === 0
          ? <EmptyState action={<Button size="md" variant="default" onClick={open}>{t('keys.add')}</Button>}>{t('keys.none')}</EmptyState>
          : <ul className={classes.keys}>{list.map((key) => <KeyLine key={key.id} signingKey={key} />)}</ul>)}
      </QueryView>
      <FormDialog opened={making} onClose={() => setMaking(false)} title={t('keys.add')}><MakeKeyForm onDone={() => setMaking(false)} /></FormDialog>
    </Section>
  );
}

function KeyLine({ signingKey }: { readonly signingKey: SigningKey }) {
  const { t } = useTranslation(['decisions', 'common']);
  const language = useLanguage();
  const withdraw = useWithdrawKey();
  const [asking, setAsking] = useState(false);
  const { id, label, kind, publicKey, createdAt, revokedAt } = signingKey;
  return (
    <li className={classes.key}>
      <div className={classes.keyWords}>
        <span className={classes.keyHead}><strong>{label}</strong> <Badge tone={revokedAt === null ? 'good' : 'plain'}>{t(revokedAt === null ? 'keys.live' : 'keys.withdrawn')}</Badge></span>
        <span className={classes.small}>{codeLabel('keyKinds', kind)} · {t('keys.since', { when: formatMoment(createdAt, language) })}{revokedAt === null ? '' : ` · ${t('keys.withdrawnOn', { when: formatMoment(revokedAt, language) })}`}</span>
        <span className={classes.small}>{t('keys.publicKey')}: <Code length={16}>{publicKey}</Code></span>
      </div>
      {revokedAt === null && <Button variant="default" onClick={() => setAsking(true)}>{t('keys.withdraw')}</Button>}
      <FormDialog opened={asking} onClose={() => setAsking(false)} title={t('keys.withdrawTitle', { label })}>
        <p>{t('keys.withdrawExplained')}</p>
        <ErrorNote error={withdraw.error} />
        <div className={classes.right}>
          <Button size="md" variant="default" onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          <Button size="md" color="red.9" loading={withdraw.isPending} onClick={() => withdraw.mutate(id, { onSuccess: () => setAsking(false) })}>{t('keys.withdraw')}</Button>
        </div>
      </FormDialog>
    </li>
  );
}
