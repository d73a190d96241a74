import { ProblemError } from '@imena/problem';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request, sessionSchema } from '../api/index.ts';
import { ensureDevice } from '../device/index.ts';

/** A same-site path to return to; anything else leads to the overview. */
export function safeReturn(back: unknown): string {
  return typeof back === 'string' && /^\/(?!\/|\\)/.test(back) ? back : '/';
}

/**
 * Opens a session by a request that answers with one, enrols this browser's key for the person, and goes on to the
 * application. Trouble with the key does not keep anybody out: it is told again when they first record something.
 */
export function useEntrance() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const enter = async (path: string, { body, back }: { readonly body: unknown; readonly back?: unknown }): Promise<void> => {
    setError(null);
    setWorking(true);
    try {
      const session = await request(path, sessionSchema, { method: 'POST', body });
      client.clear();
      client.setQueryData(['session'], session);
      await ensureDevice(session).catch((trouble: unknown) => {
        if (!(trouble instanceof ProblemError)) throw trouble;
      });
      await navigate({ href: safeReturn(back), replace: true });
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  return { enter, error, working };
}

/** The token behind the `#` of a link. */
export function tokenOf(hash: string): string | null {
  const token = hash.replace(/^#/, '');
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}
