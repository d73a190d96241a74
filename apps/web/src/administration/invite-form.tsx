import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/index.ts';
import { ErrorNote } from '../components/index.ts';
import { oneTimeLink } from './administration-api.ts';
import { emptyChoice, heldRoleOf, RoleFields, type RoleChoice } from './role-fields.tsx';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

/** Name and roles of a person to be invited; one role at least. */
export function InviteForm({ onMade, onCancel }: { readonly onMade: (link: string, name: string) => void; readonly onCancel: () => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const [displayName, setDisplayName] = useState('');
  const [choices, setChoices] = useState<readonly RoleChoice[]>([emptyChoice]);
  const { act, error, working } = useAct('invitations');
  const memberships = choices.map(heldRoleOf).filter((one) => one !== null);
  const ready = displayName.trim() !== '' && memberships.length === choices.length;
  const send = () => act(async () => {
    const { link } = await request('/invitations', oneTimeLink, { method: 'POST', body: { displayName: displayName.trim(), memberships } });
    onMade(link, displayName.trim());
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (ready) void send(); }}>
      <Stack gap="md">
        <TextInput size="md" label={t('invitations.name')} description={t('invitations.nameHint')} required autoComplete="off" value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} />
        {choices.map((choice, place) => (
          <div key={place} className={classes.roleLine}>
            <RoleFields value={choice} onChange={(next) => setChoices(choices.with(place, next))} />
            {choices.length > 1 && <Button size="md" variant="default" aria-label={`${t('invitations.removeRole')}: ${place + 1}`} onClick={() => setChoices(choices.toSpliced(place, 1))}>{t('common:remove')}</Button>}
          </div>
        ))}
        <div><Button variant="default" size="md" onClick={() => setChoices([...choices, emptyChoice])}>{t('invitations.addRole')}</Button></div>
        <ErrorNote error={error} />
        <div className={classes.dialogEnd}>
          <Button size="lg" variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
          <Button size="lg" type="submit" loading={working} disabled={!ready}>{t('invitations.send')}</Button>
        </div>
      </Stack>
    </form>
  );
}
