import { useEffect, useRef, useState } from 'react';
import { read, write, type Change } from './database.ts';

/** A form's values as they are kept on the device while somebody types. */
export interface Draft<T> {
  readonly values: T;
  readonly change: (next: T) => void;
  /** Forgets what was typed: after saving, or because the person wants an empty form. */
  readonly clear: () => Promise<void>;
  /** Whether the values came from an earlier time. */
  readonly restored: boolean;
}

/**
 * Values typed into a form, kept on the device while they are typed: closing a window, a reload without a network or a
 * battery that dies loses nothing. Every change is written at once; while one is being written only the newest waits.
 * @param key names form and subject; null keeps nothing
 */
export function useDraft<T extends Readonly<Record<string, unknown>>>(key: string | null, { initial, account }: { readonly initial: T; readonly account: string }): Draft<T> {
  const [values, setValues] = useState<T>(initial);
  const [restored, setRestored] = useState(false);
  const fullKey = key === null ? null : `${account}/${key}`;
  const writing = useRef<Writing | null>(null);
  useEffect(() => {
    if (fullKey === null) return;
    let stopped = false;
    void read('drafts', fullKey).then((draft) => {
      // Whoever was faster than the disk keeps what they typed.
      if (stopped || draft === undefined || writing.current !== null) return;
      // Only this hook writes drafts, with values of this form.
      setValues(draft.values as T);
      setRestored(true);
    });
    return () => {
      stopped = true;
    };
  }, [fullKey]);
  const change = (next: T): void => {
    setValues(next);
    if (fullKey === null) return;
    writing.current ??= new Writing();
    writing.current.put({ key: fullKey, account, values: next, savedAt: new Date().toISOString() });
  };
  const clear = async (): Promise<void> => {
    setRestored(false);
    setValues(initial);
    await writing.current?.settle();
    if (fullKey !== null) await write([{ store: 'drafts', drop: fullKey }]);
  };
  return { values, change, clear, restored };
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
