import { ProblemError } from '@imena/problem';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { Code, EmptyState, ProblemText, QueryView, Section } from '../components/index.ts';
import { formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AdministrationPage } from './administration-page.tsx';
import { heldQuery, quarantineQuery } from './administration-api.ts';
import { useScopeName } from './scopes.ts';
import classes from './administration.module.css';

/** What was sent and not taken: what waits, and what is kept as evidence. */
export function ReceivedPage() {
  const { t } = useTranslation('administration');
  const scopeName = useScopeName();
  const held = useQuery(heldQuery);
  const quarantine = useQuery(quarantineQuery);
  return (
    <AdministrationPage section="received" intro={t('received.intro')}>
      <Section title={t('received.heldTitle')}>
        <p className={classes.hint}>{t('received.heldIntro')}</p>
        <QueryView query={held}>
          {(items) => (items.length === 0 ? <EmptyState>{t('received.heldNone')}</EmptyState> : (
            <ul className={classes.list}>
              {items.map((item) => <Received key={item.entry} id={item.entry} account={item.account} device={item.device} at={item.receivedAt} more={`${scopeName(item.scope)}, ${t('received.number', { seq: item.seq })}`}><ProblemText error={new ProblemError(item.problem)} /></Received>)}
            </ul>
          ))}
        </QueryView>
      </Section>
      <Section title={t('received.quarantineTitle')}>
        <p className={classes.hint}>{t('received.quarantineIntro')}</p>
        <QueryView query={quarantine}>
          {(items) => (items.length === 0 ? <EmptyState>{t('received.quarantineNone')}</EmptyState> : (
            <ul className={classes.list}>
              {items.map((item) => <Received key={item.number} id={item.entry} account={item.account} device={item.device} at={item.receivedAt}><ProblemText error={new ProblemError(item.problem)} /></Received>)}
            </ul>
          ))}
        </QueryView>
      </Section>
    </AdministrationPage>
  );
}

function Received({ id, account, device, at, more, children }: { readonly id: string | null; readonly account: string | null; readonly device: string | null; readonly at: string; readonly more?: string; readonly children: ReactNode }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const nameOf = useAccountName();
  return (
    <li>
      <span>
        {children}
        <small>{t('received.from', { name: account === null ? t('log.nobody') : nameOf(account), device: device === null ? '–' : `${device.slice(0, 12)}…` })} · {t('received.receivedOn', { on: formatMoment(at, language) })}{more !== undefined && ` · ${more}`}</small>
        <small>{id === null ? t('received.unknownEntry') : <Code length={36}>{id}</Code>}</small>
      </span>
    </li>
  );
}
