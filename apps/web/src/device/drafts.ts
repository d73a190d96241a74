import { useCallback, useEffect, useRef, useState } from 'react';
import { read, write, type Change } from './database.ts';

/** A form's values as they are kept on the device while somebody types. */
export interface Draft<T> {
  readonly values: T;
  readonly change: (next: T) => void;
  /** Makes the next values of those that stand now: what comes later, while a person types on, must not take that back. */
  readonly update: (make: (now: T) => T) => void;
  /** Forgets what was typed: after saving, or because the person wants an empty form. */
  readonly clear: () => Promise<void>;
  /** Whether the values came from an earlier time. */
  readonly restored: boolean;
  /** Whether it is known what was typed at an earlier time. */
  readonly isRead: boolean;
}

/**
 * Values typed into a form, kept on the device while they are typed: closing a window, a reload without a network or a
 * battery that dies loses nothing. Every change is written at once; while one is being written only the newest waits.
 * @param key names form and subject; null keeps nothing
 */
export function useDraft<T extends Readonly<Record<string, unknown>>>(key: string | null, { initial, account }: { readonly initial: T; readonly account: string }): Draft<T> {
  const [values, setValues] = useState<T>(initial);
  const newest = useRef<T>(initial);
  const empty = useRef<T>(initial);
  const [restored, setRestored] = useState(false);
  const [isRead, setIsRead] = useState(key === null);
  const fullKey = key === null ? null : `${account}/${key}`;
  const writing = useRef<Writing | null>(null);
  const keep = useCallback((next: T): void => {
    newest.current = next;
    setValues(next);
    if (fullKey === null) return;
    writing.current ??= new Writing();
    writing.current.put({ key: fullKey, account, values: next, savedAt: new Date().toISOString() });
  }, [fullKey, account]);
  useEffect(() => {
    if (fullKey === null) return;
    let stopped = false;
    const restore = async (): Promise<void> => {
      const draft = await read('drafts', fullKey);
      if (stopped || draft === undefined) return;
      // Whoever was faster than the disk keeps the fields they typed; the others are as they were.
      const typed = Object.entries(newest.current).filter(([name, value]) => value !== empty.current[name]);
      // Only this hook writes drafts, with values of this form.
      const earlier = draft.values as T;
      setRestored(true);
      if (typed.length > 0) keep({ ...earlier, ...Object.fromEntries(typed) });
      else {
        newest.current = earlier;
        setValues(earlier);
      }
    };
    void restore().finally(() => {
      if (!stopped) setIsRead(true);
    });
    return () => {
      stopped = true;
    };
  }, [fullKey, keep]);
  const clear = async (): Promise<void> => {
    setRestored(false);
    newest.current = initial;
    setValues(initial);
    await writing.current?.settle();
    if (fullKey !== null) await write([{ store: 'drafts', drop: fullKey }]);
  };
  return { values, change: keep, update: (make) => keep(make(newest.current)), clear, restored, isRead };
}

type Kept = Extract<Change, { readonly store: 'drafts'; readonly put: unknown }>['put'];

/** Writes one state of a draft at a time, the newest next: no keystroke waits for a timer that a reload would stop. */
class Writing {
  private newest: Kept | null = null;
  private running: Promise<void> | null = null;

  put(draft: Kept): void {
    this.newest = draft;
    this.running ??= this.run();
  }

  /** Forgets what waits and lets what is being written end, so that a cleared draft does not come back. */
  async settle(): Promise<void> {
    this.newest = null;
    // A disk that refuses the draft has said so already; what is recorded is recorded.
    await Promise.allSettled([this.running]);
  }

  private async run(): Promise<void> {
    try {
      while (this.newest !== null) {
        const put = this.newest;
        this.newest = null;
        await write([{ store: 'drafts', put }]);
      }
    } finally {
      this.running = null;
    }
  }
}
