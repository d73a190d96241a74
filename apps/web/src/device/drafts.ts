import { useEffect, useRef, useState } from 'react';
import { read, write } from './database.ts';

/**
 * Values typed into a form, kept on the device while they are typed: closing a window or a battery that dies loses
 * nothing. `clear` after saving.
 * @param key names form and subject; null keeps nothing
 */
export function useDraft<T extends Readonly<Record<string, unknown>>>(key: string | null, { initial, account }: { readonly initial: T; readonly account: string }) {
  const [values, setValues] = useState<T>(initial);
  const [restored, setRestored] = useState(false);
  const fullKey = key === null ? null : `${account}/${key}`;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (fullKey === null) return;
    let stopped = false;
    void read('drafts', fullKey).then((draft) => {
      if (stopped || draft === undefined) return;
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
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void write([{ store: 'drafts', put: { key: fullKey, account, values: next, savedAt: new Date().toISOString() } }]), 300);
  };
  const clear = async (): Promise<void> => {
    clearTimeout(timer.current);
    setRestored(false);
    setValues(initial);
    if (fullKey !== null) await write([{ store: 'drafts', drop: fullKey }]);
  };
  return { values, change, clear, restored };
}
