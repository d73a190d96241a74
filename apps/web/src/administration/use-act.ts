import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';

/** Does something at the server, then refreshes what is on screen; trouble is kept to be shown beside the button. */
export function useAct(...refreshed: readonly string[]) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const refresh = (): Promise<unknown> => Promise.all(refreshed.map((key) => client.invalidateQueries({ queryKey: [key] })));
  /** @returns whether it was done */
  const act = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setError(null);
    setWorking(true);
    try {
      await work();
      await refresh();
      if (done !== undefined) notifications.show({ message: done, color: 'teal', closeButtonProps: { 'aria-label': i18next.t('close') } });
      return true;
    } catch (trouble) {
      setError(trouble);
      return false;
    } finally {
      setWorking(false);
    }
  };
  return { act, error, working, refresh };
}
