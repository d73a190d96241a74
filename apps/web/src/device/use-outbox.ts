import { useEffect, useSyncExternalStore } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../api/index.ts';
import { read, type OutboxEntry } from './database.ts';
import { listenToOutbox } from './outbox-events.ts';
import { readOutbox } from './read-outbox.ts';

/** What is kept on this device for the signed-in person, and how far each entry has come. */
export function useOutbox(session: Session) {
  const client = useQueryClient();
  useEffect(() => listenToOutbox(() => void client.invalidateQueries({ queryKey: ['outbox'] })), [client]);
  return useQuery({
    queryKey: ['outbox', session.log.origin, session.account.id],
    queryFn: () => readOutbox({ origin: session.log.origin, account: session.account.id }),
    staleTime: 0,
  });
}

/** What this browser knows of the log: its newest verified checkpoint and any alarm. */
export function useKnownLog(session: Session) {
  return useQuery({ queryKey: ['known-log', session.log.origin], queryFn: async () => (await read('logs', session.log.origin)) ?? null, staleTime: 0 });
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(listenToNetwork, () => navigator.onLine);
}

function listenToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

const betweenRounds = 60_000;

export interface DeviceService {
  /** Whether the last request was answered: what waits is sent as soon as the server answers again. */
  readonly isAnswering: boolean;
  /** Told the last of the entries that had waited and that the ledger has now; must stay the same between renders. */
  readonly onArrived: (entry: OutboxEntry) => Promise<void>;
}

/**
 * Keeps the device in step while somebody is signed in: enrols it, sends what waits when network or server return, and
 * compares the server's newest checkpoint with the one held here.
 */
export function useDeviceService(session: Session, { isAnswering, onArrived }: DeviceService): void {
  const client = useQueryClient();
  useEffect(() => {
    let stopped = false;
    let isFirst = true;
    const round = async (): Promise<void> => {
      // Signatures and proofs are fetched after the first screen has been drawn.
      const { keepInStep } = await import('./keep-in-step.ts');
      if (stopped) return;
      const owner = { origin: session.log.origin, account: session.account.id };
      const waited = new Set((await readOutbox(owner)).filter(({ state }) => state !== 'acknowledged').map(({ id }) => id));
      await keepInStep(session, { isFirst });
      isFirst = false;
      const arrived = (await readOutbox(owner)).findLast(({ id, state }) => state === 'acknowledged' && waited.has(id));
      if (arrived !== undefined) await onArrived(arrived);
      await client.invalidateQueries({ queryKey: ['known-log'] });
    };
    // Trouble in the background is shown where it matters: in the outbox, and when somebody saves.
    const start = (): void => void round().catch((error: unknown) => console.warn('device service', error));
    if (isAnswering) start();
    const timer = setInterval(start, betweenRounds);
    window.addEventListener('online', start);
    return () => {
      stopped = true;
      clearInterval(timer);
      window.removeEventListener('online', start);
    };
  }, [session, client, isAnswering, onArrived]);
}
