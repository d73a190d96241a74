import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useAccountName } from '../api/index.ts';
import { Badge, EmptyState, ErrorNote, FormDialog, QueryView, Section } from '../components/index.ts';
import { formatMoment, roleLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AdministrationPage } from './administration-page.tsx';
import { invitationsQuery, type Invitation } from './administration-api.ts';
import { InviteForm } from './invite-form.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { invitationState, linkTones, weekMs } from './link-states.ts';
import { useScopeName } from './scopes.ts';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

interface MadeLink { readonly link: string; readonly name: string; readonly until: string }

/** Who has been invited, and the way to invite. */
export function InvitationsPage() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const query = useQuery(invitationsQuery);
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<MadeLink | null>(null);
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  const onMade = (link: string, name: string): void => {
    setInviting(false);
    setMade({ link, name, until: new Date(Date.now() + weekMs).toISOString() });
  };
  return (
    <AdministrationPage section="invitations" intro={t('invitations.intro')} actions={<Button size="md" onClick={() => setInviting(true)}>{t('invitations.make')}</Button>}>
      <QueryView query={query}>
        {(invitations) => (
          <Section title={t('sections.invitations')}>
            {invitations.length === 0 && <EmptyState>{t('invitations.none')}</EmptyState>}
            <ul className={classes.list}>{invitations.map((one) => <InvitationLine key={one.id} invitation={one} asOf={query.dataUpdatedAt} onWithdraw={() => setWithdrawing(one)} />)}</ul>
          </Section>
        )}
      </QueryView>
      <FormDialog opened={inviting} onClose={() => setInviting(false)} title={t('invitations.make')}><InviteForm onMade={onMade} onCancel={() => setInviting(false)} /></FormDialog>
      {made !== null && <OneTimeLink link={made.link} title={t('invitations.linkTitle', { name: made.name })} how={t('invitations.linkHow', { name: made.name, until: formatMoment(made.until, language) })} onClose={() => setMade(null)} />}
      {withdrawing !== null && <Withdraw invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
    </AdministrationPage>
  );
}

function InvitationLine({ invitation, asOf, onWithdraw }: { readonly invitation: Invitation; readonly asOf: number; readonly onWithdraw: () => void }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const nameOf = useAccountName();
  const scopeName = useScopeName();
  const { state, at } = invitationState(invitation, asOf);
  return (
    <li>
      <span>
        <span className={classes.name}>{invitation.displayName}</span>
        <small>{invitation.memberships.map((one) => `${roleLabel(one.role)} (${scopeName(one.scope)})`).join(', ')}</small>
        <small>{t('invitations.by', { name: nameOf(invitation.invitedBy), on: formatMoment(invitation.createdAt, language) })}</small>
      </span>
      <span className={classes.end}>
        <Badge tone={linkTones[state]}>{t(`invitations.states.${state}`, { on: formatMoment(at, language) })}</Badge>
        {state === 'open' && <Button size="md" variant="default" aria-label={`${t('invitations.withdraw')}: ${invitation.displayName}`} onClick={onWithdraw}>{t('invitations.withdraw')}</Button>}
      </span>
    </li>
  );
}

function Withdraw({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { act, error, working } = useAct('invitations');
  const withdraw = async (): Promise<void> => {
    if (await act(() => requestNothing(`/invitations/${invitation.id}`, { method: 'DELETE' }), t('invitations.withdrawn'))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('invitations.withdrawTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p>{t('invitations.withdrawText', { name: invitation.displayName })}</p>
      <ErrorNote error={error} />
      <div className={classes.dialogEnd}>
        <Button size="md" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button size="md" color="red.9" loading={working} onClick={() => void withdraw()}>{t('invitations.withdraw')}</Button>
      </div>
    </Modal>
  );
}
