import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, useAccountName, useSession } from '../api/index.ts';
import { Badge, EmptyState, ErrorNote, FormDialog, QueryView, Section } from '../components/index.ts';
import { formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AdministrationPage } from './administration-page.tsx';
import { oneTimeLink, recoveriesQuery, type Recovery } from './administration-api.ts';
import { dayMs, linkTones, mayApprove, recoveryState } from './link-states.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

interface MadeLink { readonly link: string; readonly name: string; readonly until: string }

/** Requests for lost access: opened by one coordinator, approved by another person. */
export function RecoveriesPage() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const nameOf = useAccountName();
  const query = useQuery(recoveriesQuery);
  const [opening, setOpening] = useState(false);
  const [approving, setApproving] = useState<Recovery | null>(null);
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <AdministrationPage section="recoveries" intro={t('recoveries.intro')} actions={<Button size="md" onClick={() => setOpening(true)}>{t('recoveries.open')}</Button>}>
      <QueryView query={query}>
        {(recoveries) => (
          <Section title={t('sections.recoveries')}>
            {recoveries.length === 0 && <EmptyState>{t('recoveries.none')}</EmptyState>}
            <ul className={classes.list}>{recoveries.map((one) => <RecoveryLine key={one.id} recovery={one} asOf={query.dataUpdatedAt} onApprove={() => setApproving(one)} />)}</ul>
          </Section>
        )}
      </QueryView>
      <FormDialog opened={opening} onClose={() => setOpening(false)} title={t('recoveries.open')}><RecoveryForm onDone={() => setOpening(false)} /></FormDialog>
      {approving !== null && (
        <Approve recovery={approving} name={nameOf(approving.account)} onClose={() => setApproving(null)} onMade={(link) => {
          setMade({ link, name: nameOf(approving.account), until: new Date(Date.now() + dayMs).toISOString() });
          setApproving(null);
        }} />
      )}
      {made !== null && <OneTimeLink link={made.link} title={t('recoveries.linkTitle', { name: made.name })} how={t('recoveries.linkHow', { name: made.name, until: formatMoment(made.until, language) })} onClose={() => setMade(null)} />}
    </AdministrationPage>
  );
}

function RecoveryLine({ recovery, asOf, onApprove }: { readonly recovery: Recovery; readonly asOf: number; readonly onApprove: () => void }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const session = useSession();
  const nameOf = useAccountName();
  const { state, at } = recoveryState(recovery, asOf);
  const on = formatMoment(recovery.openedAt, language);
  return (
    <li>
      <span>
        <span className={classes.name}>{nameOf(recovery.account)}</span> · {t(`recoveries.whats.${recovery.what}`)}
        <small>{recovery.openedBy === null ? t('recoveries.onServer', { on }) : t('recoveries.openedBy', { name: nameOf(recovery.openedBy), on })}</small>
        {recovery.approvedBy !== null && recovery.approvedAt !== null && <small>{t('recoveries.approvedBy', { name: nameOf(recovery.approvedBy), on: formatMoment(recovery.approvedAt, language) })}</small>}
        <small>{recovery.explanation}</small>
      </span>
      <span className={classes.end}>
        <Badge tone={linkTones[state]}>{t(`recoveries.states.${state}`, { on: formatMoment(at, language) })}</Badge>
        {mayApprove(recovery, session.account.id) && <Button size="md" aria-label={`${t('recoveries.approve')} ${nameOf(recovery.account)}`} onClick={onApprove}>{t('recoveries.approve')}</Button>}
        {state === 'waiting' && !mayApprove(recovery, session.account.id) && <small>{t('recoveries.notYou')}</small>}
      </span>
    </li>
  );
}

function Approve({ recovery, name, onClose, onMade }: { readonly recovery: Recovery; readonly name: string; readonly onClose: () => void; readonly onMade: (link: string) => void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { act, error, working } = useAct('recoveries');
  const approve = () => act(async () => onMade((await request(`/recoveries/${recovery.id}/approve`, oneTimeLink, { method: 'POST', body: {} })).link));
  return (
    <Modal opened onClose={onClose} title={t('recoveries.approveTitle')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p>{t('recoveries.approveText', { name })}</p>
      <p>{t(`recoveries.effects.${recovery.what}`)}</p>
      <p className={classes.dim}>{recovery.explanation}</p>
      <ErrorNote error={error} />
      <div className={classes.dialogEnd}>
        <Button size="md" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button size="md" loading={working} onClick={() => void approve()}>{t('recoveries.approveButton')}</Button>
      </div>
    </Modal>
  );
}
