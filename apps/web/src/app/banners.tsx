import { Anchor, Button } from '@mantine/core';
import { ProblemError } from '@imena/problem';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useIsAnswering, useSession } from '../api/index.ts';
import { trustAnew, useIsOnline, useKnownLog, useOutbox } from '../device/index.ts';
import classes from './shell.module.css';

/** What must be known on every screen: invented data, no network, entries that wait, a ledger that changed wrongly. */
export function Banners() {
  const { t } = useTranslation();
  const session = useSession();
  const online = useIsOnline();
  const answering = useIsAnswering();
  useAskAgain(answering);
  const { data: outbox } = useOutbox(session);
  const waiting = outbox?.filter((entry) => entry.state !== 'acknowledged' || entry.filesLeft.length > 0).length ?? 0;
  return (
    <>
      {session.installation.demonstration && <div className={classes.banner}>{t('demonstration')}</div>}
      <div role="status">
        {!online && <div className={classes.banner} data-kind="offline">{t('offline')}</div>}
        {online && !answering && <div className={classes.banner} data-kind="offline">{t('notAnswering')}</div>}
        {waiting > 0 && <div className={classes.banner} data-kind="offline"><Anchor component={Link} to="/outbox" c="inherit" td="underline" fz="inherit">{t('waiting', { count: waiting })}</Anchor></div>}
      </div>
      <HistoryAlarm />
    </>
  );
}

const askAgainMs = 5000;

/** Asks a server that does not answer until it does; then every screen is read anew. */
function useAskAgain(answering: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (answering) return;
    const ask = setInterval(() => {
      requestNothing('/session', {}).then(() => client.invalidateQueries()).catch((error: unknown) => { if (!(error instanceof ProblemError)) throw error; });
    }, askAgainMs);
    return () => clearInterval(ask);
  }, [answering, client]);
}

function HistoryAlarm() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  const { data: log } = useKnownLog(session);
  if (log?.alarm === undefined || log.alarm === null) return null;
  const trust = async (): Promise<void> => {
    await trustAnew(session);
    await client.invalidateQueries({ queryKey: ['known-log'] });
  };
  return (
    <div className={classes.banner} data-kind="alarm" role="alert">
      <strong>{t('alarm.title')}</strong>
      <p>{t(`alarm.${log.alarm.verdict}`)} {t('alarm.advice')}</p>
      <Button size="sm" variant="default" onClick={() => void trust()}>{t('alarm.trust')}</Button>
    </div>
  );
}
