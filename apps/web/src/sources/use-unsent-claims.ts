import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/index.ts';
import { useOutbox } from '../device/index.ts';

/**
 * The statements that were confirmed on this device and that the ledger has not confirmed yet. When one of them arrives,
 * by whatever way, what the register shows is asked for again.
 */
export function useUnsentClaims(): ReadonlySet<string> {
  const session = useSession();
  const client = useQueryClient();
  const { data } = useOutbox(session);
  const unsent = new Set((data ?? []).filter((entry) => entry.type === 'claim.stated' && (entry.state === 'saved' || entry.state === 'sent' || entry.state === 'held')).map((entry) => entry.subject));
  const before = useRef(0);
  useEffect(() => {
    if (unsent.size < before.current) void client.invalidateQueries({ queryKey: ['subjects'] });
    before.current = unsent.size;
  }, [unsent.size, client]);
  return unsent;
}
