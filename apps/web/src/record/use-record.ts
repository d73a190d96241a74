import { ProblemError } from '@imena/problem';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { queryOf, RefusedError, request, useSession } from '../api/index.ts';
import { subjectDetail } from '../api/schemas.ts';
import { recordStatement, type RecordState, type Statement } from './record-statement.ts';

/** The last notice: each has an id of its own, because one that took the place of another would go when the other's time is over. */
let lastNotice: string | null = null;

/**
 * The one way in which a screen states something: `await record.mutateAsync({scope, subject, subjectKind, body})`.
 * It checks, signs, keeps, sends, waits until the register shows it, and refreshes what is on screen.
 */
export function useRecord() {
  const session = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (statement: Statement): Promise<RecordState> => {
      const result = await recordStatement(session, statement);
      if (result.state === 'acknowledged') await refresh(client, statement.subject, result.index);
      return result;
    },
    onSuccess: (result) => {
      // One notice stands for the last thing done: several would lie over the page.
      if (lastNotice !== null) notifications.hide(lastNotice);
      lastNotice = notifications.show({
        message: i18next.t(result.state === 'acknowledged' ? 'record.acknowledged' : result.state === 'held' ? 'record.held' : 'record.saved'),
        color: result.state === 'acknowledged' ? 'teal' : 'yellow',
        closeButtonProps: { 'aria-label': i18next.t('close') },
      });
    },
    networkMode: 'always',
  });
}

/** Several statements in order, as when an area and its graves are made together; stops at the first refusal. */
export function useRecordAll() {
  const record = useRecord();
  return async (statements: readonly Statement[]): Promise<RecordState[]> => {
    const states: RecordState[] = [];
    for (const statement of statements) states.push(await record.mutateAsync(statement));
    return states;
  };
}

/** Asks again for everything a statement can have changed, once the register has come to its place in the log. */
export async function refresh(client: QueryClient, subject: string, index: number): Promise<void> {
  try {
    const detail = await request(`/subjects/${subject}${queryOf({ waitFor: String(index) })}`, subjectDetail);
    client.setQueryData(['subject', subject], detail);
  } catch (error) {
    // The entry is in the ledger; what the author may not read, or what is not shown yet, is no failure of the statement.
    if (!(error instanceof RefusedError) && !(error instanceof ProblemError)) throw error;
  }
  await Promise.all(['subject', 'subjects', 'overview', 'tasks', 'search', 'ledger', 'known-log', 'decision'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
