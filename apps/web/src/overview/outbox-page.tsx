import { Button } from '@mantine/core';
import { ProblemError } from '@imena/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { Badge, EmptyState, ErrorNote, PageHeader, ProblemText, QueryView, Section, type Tone } from '../components/index.ts';
import { sendOutbox, useOutbox, type OutboxState } from '../device/index.ts';
import { formatMoment, typeLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './overview.module.css';

const states: Readonly<Record<OutboxState, { readonly label: 'stateSaved' | 'stateSent' | 'stateHeld' | 'stateRefused' | 'stateAcknowledged'; readonly tone: Tone }>> = {
  saved: { label: 'stateSaved', tone: 'info' }, sent: { label: 'stateSent', tone: 'info' }, held: { label: 'stateHeld', tone: 'warn' },
  refused: { label: 'stateRefused', tone: 'bad' }, acknowledged: { label: 'stateAcknowledged', tone: 'good' },
};

const lastShown = 20;

/** What is kept on this device: everything that waits, and the newest that the ledger has confirmed. */
export function OutboxPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const session = useSession();
  const query = useOutbox(session);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      await sendOutbox(session);
    } catch (trouble) {
      setError(trouble);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <PageHeader title={t('outbox.title')} actions={<Button onClick={() => void send()} loading={sending}>{t('outbox.sendNow')}</Button>}>{t('outbox.explanation')}</PageHeader>
      <ErrorNote error={error} />
      <QueryView query={query}>
        {(entries) => {
          const waiting = entries.filter((entry) => entry.state !== 'acknowledged' || entry.filesLeft.length > 0);
          const confirmed = entries.filter((entry) => entry.state === 'acknowledged' && entry.filesLeft.length === 0).slice(-lastShown).toReversed();
          return (
            <Section title={t('outbox.title')}>
              {waiting.length === 0 && <EmptyState>{t('outbox.empty')}</EmptyState>}
              <ul className={classes.waiting}>
                {[...waiting, ...confirmed].map((entry) => (
                  <li key={entry.id}>
                    <span>
                      {typeLabel(entry.type)}
                      <small>{formatMoment(entry.savedAt, language)}{entry.filesLeft.length > 0 && ` · ${t('outbox.filesLeft', { count: entry.filesLeft.length })}`}</small>
                      {entry.problem !== undefined && <small><ProblemText error={new ProblemError(entry.problem)} /></small>}
                    </span>
                    <span><Badge tone={states[entry.state].tone}>{t(`record.${states[entry.state].label}`)}</Badge></span>
                  </li>
                ))}
              </ul>
            </Section>
          );
        }}
      </QueryView>
    </>
  );
}
