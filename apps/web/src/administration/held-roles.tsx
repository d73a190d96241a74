import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useSession, type Account } from '../api/index.ts';
import { ErrorNote, Section } from '../components/index.ts';
import { roleLabel } from '../format/index.ts';
import { emptyChoice, heldRoleOf, RoleFields } from './role-fields.tsx';
import { useGrantableScopes, useScopeName } from './scopes.ts';
import { coordinates } from './sections.ts';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

type Membership = NonNullable<Account['memberships']>[number];

/** The roles of an account; coordinators grant and end them where they coordinate. */
export function HeldRoles({ account }: { readonly account: Account }) {
  const { t } = useTranslation('administration');
  const session = useSession();
  const scopeName = useScopeName();
  const [ending, setEnding] = useState<Membership | null>(null);
  const mayGrant = useGrantableScopes().length > 0 && account.closed !== true;
  const held = account.memberships ?? [];
  return (
    <Section title={t('accounts.memberships')}>
      {held.length === 0 && <p className={classes.hint}>{t('accounts.noRoles')}</p>}
      <ul className={classes.list}>
        {held.map((one) => (
          <li key={one.id}>
            <span><span className={classes.name}>{roleLabel(one.role)}</span><small>{scopeName(one.scope)}</small></span>
            {coordinates(session, one.scope) && <Button variant="default" size="md" aria-label={`${t('end')}: ${roleLabel(one.role)}, ${scopeName(one.scope)}`} onClick={() => setEnding(one)}>{t('end')}</Button>}
          </li>
        ))}
      </ul>
      {mayGrant && <GrantRole account={account.id} />}
      {ending !== null && <EndRole account={account} held={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function GrantRole({ account }: { readonly account: string }) {
  const { t } = useTranslation('administration');
  const [choice, setChoice] = useState(emptyChoice);
  const { act, error, working } = useAct('accounts', 'session');
  const wanted = heldRoleOf(choice);
  const grant = async (): Promise<void> => {
    if (wanted === null) return;
    if (await act(() => requestNothing(`/accounts/${account}/memberships`, { method: 'POST', body: wanted }), t('accounts.granted'))) setChoice(emptyChoice);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void grant(); }}>
      <h3>{t('accounts.grantTitle')}</h3>
      <div className={classes.roleLine}>
        <RoleFields value={choice} onChange={setChoice} />
        <Button type="submit" size="md" loading={working} disabled={wanted === null}>{t('grant')}</Button>
      </div>
      <ErrorNote error={error} />
    </form>
  );
}

function EndRole({ account, held, onClose }: { readonly account: Account; readonly held: Membership; readonly onClose: () => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const session = useSession();
  const scopeName = useScopeName();
  const { act, error, working } = useAct('accounts', 'session');
  const end = async (): Promise<void> => {
    if (await act(() => requestNothing(`/accounts/${account.id}/memberships/${held.id}`, { method: 'DELETE' }), t('accounts.ended'))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('accounts.endTitle')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p>{t('accounts.endText', { name: account.displayName, role: roleLabel(held.role), scope: scopeName(held.scope) })} {account.id === session.account.id && <strong>{t('accounts.endOwn')}</strong>}</p>
      <ErrorNote error={error} />
      <div className={classes.dialogEnd}>
        <Button size="md" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button size="md" color="red.9" loading={working} onClick={() => void end()}>{t('end')}</Button>
      </div>
    </Modal>
  );
}
