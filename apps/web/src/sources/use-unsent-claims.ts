import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/index.ts';
import { useOutbox } from '../device/index.ts';
import { refresh } from '../record/index.ts';

/**
 * The statements that were confirmed on this device and that the ledger has not confirmed yet. When one of them arrives,
 * by whatever way, what the register shows is asked for again, once the register has come to it. Null until it is read.
 */
export function useUnsentClaims(): ReadonlySet<string> | null {
  const session = useSession();
  const client = useQueryClient();
  const { data } = useOutbox(session);
  const claims = (data ?? []).filter((entry) => entry.type === 'claim.stated');
  const unsent = new Set(claims.filter((entry) => entry.state === 'saved' || entry.state === 'sent' || entry.state === 'held').map((entry) => entry.subject));
  // The place in the log of the newest that arrived: the ledger has it a moment before the register shows it.
  const arrived = claims.reduce((newest, entry) => (entry.state === 'acknowledged' ? Math.max(newest, entry.index ?? -1) : newest), -1);
  const before = useRef(-1);
  const subject = claims.find((entry) => entry.index === arrived)?.subject;
  useEffect(() => {
    if (subject === undefined || arrived <= before.current) return;
    before.current = arrived;
    void refresh(client, subject, arrived);
  }, [arrived, subject, client]);
  return data === undefined ? null : unsent;
}
