import { useState } from 'react';

/**
 * One piece of work at a time, with its trouble kept to be shown beside the button. `working` is true from the very
 * press until the work has ended, so that a second press on a slow machine signs nothing twice.
 */
export function useSubmit(): { readonly submit: (work: () => Promise<unknown>) => Promise<void>; readonly error: unknown; readonly working: boolean } {
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const submit = async (work: () => Promise<unknown>): Promise<void> => {
    setError(null);
    setWorking(true);
    try {
      await work();
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  return { submit, error, working };
}
