import type { HistoryVerdict, TrustedLog } from '@imena/ledger';
import { useQuery } from '@tanstack/react-query';
import { requestText, useSession } from '../api/index.ts';
import { useKnownLog, type KnownLog } from '../device/index.ts';
import { judgeCheckpoint } from './judge-checkpoint.ts';
import { fetchConsistency } from './ledger-api.ts';

/** The newest checkpoint of the server beside the one this browser holds, and how they stand to each other. */
export interface CheckpointView {
  readonly log: TrustedLog;
  readonly newest: string;
  readonly held: string | null;
  readonly verdict: HistoryVerdict | 'key_changed';
  readonly alarm: KnownLog['alarm'];
}

export function useCheckpoints() {
  const session = useSession();
  const { data: known } = useKnownLog(session);
  return useQuery({
    queryKey: ['ledger', 'checkpoints', session.log.origin, known?.checkpoint ?? null, known?.alarm ?? null],
    enabled: known !== undefined,
    staleTime: 0,
    queryFn: async (): Promise<CheckpointView> => {
      const log = { origin: session.log.origin, vkey: known?.vkey ?? session.log.vkey };
      const newest = await requestText('/ledger/checkpoint');
      const held = known?.checkpoint ?? null;
      const alarm = known?.alarm ?? null;
      // An alarm stays until a person has dealt with it, even where the server behaves again.
      const verdict = alarm?.verdict ?? (await judgeCheckpoint({ earlier: held, newest, log, consistency: fetchConsistency }));
      return { log, newest, held, verdict, alarm };
    },
  });
}
