import { Button, Input, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery, request } from '../api/index.ts';
import { ErrorNote } from '../components/index.ts';
import { z } from 'zod';
import { recoveryKinds, type RecoveryKind } from './administration-api.ts';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

/** Opens a request for lost access; nothing changes until a second person approves. */
export function RecoveryForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { data: accounts = [] } = useQuery(accountsQuery);
  const [account, setAccount] = useState<string | null>(null);
  const [what, setWhat] = useState<RecoveryKind>('password');
  const [explanation, setExplanation] = useState('');
  const { act, error, working } = useAct('recoveries');
  const ready = account !== null && explanation.trim() !== '';
  const open = async (): Promise<void> => {
    const body = { account, what, explanation: explanation.trim() };
    if (await act(() => request('/recoveries', z.object({ id: z.string() }), { method: 'POST', body }), t('recoveries.opened'))) onDone();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (ready) void open(); }}>
      <Stack gap="md">
        <Select size="md" label={t('recoveries.who')} required searchable data={accounts.filter((one) => one.closed !== true).map((one) => ({ value: one.id, label: one.login === undefined ? one.displayName : `${one.displayName} (${one.login})` }))} value={account} onChange={setAccount} />
        <Radio.Group label={t('recoveries.what')} value={what} onChange={(next) => setWhat(recoveryKinds.find((kind) => kind === next) ?? 'password')}>
          <Stack gap="xs" mt="xs">{recoveryKinds.map((kind) => <Radio key={kind} size="md" value={kind} label={t(`recoveries.whats.${kind}`)} />)}</Stack>
        </Radio.Group>
        <Input.Description>{t(`recoveries.effects.${what}`)}</Input.Description>
        <Textarea size="md" label={t('recoveries.explanation')} description={t('recoveries.explanationHint')} required autosize minRows={3} maxLength={2000} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} />
        <ErrorNote error={error} />
        <div className={classes.dialogEnd}>
          <Button size="lg" variant="default" onClick={onDone}>{t('common:cancel')}</Button>
          <Button size="lg" type="submit" loading={working} disabled={!ready}>{t('recoveries.open')}</Button>
        </div>
      </Stack>
    </form>
  );
}
