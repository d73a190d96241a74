import { useLayoutEffect, useRef } from 'react';

/** What one key does each. */
export interface ReadingActs {
  readonly confirm: () => void;
  readonly correct: () => void;
  readonly reject: () => void;
  readonly add: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  /** Credibility of the statement at hand, 1 to 6. */
  readonly credibility: (grade: string) => void;
  /** Reliability of the source, A to F; with Shift, because the letters alone act. */
  readonly reliability: (grade: string) => void;
  readonly background: () => void;
}

type PlainAct = Exclude<keyof ReadingActs, 'credibility' | 'reliability'>;

/** By the place of the key on the keyboard: the same keys with Ukrainian letters on. */
export const readingKeys: Readonly<Record<string, PlainAct>> = { KeyC: 'confirm', KeyE: 'correct', KeyR: 'reject', KeyA: 'add', KeyN: 'next', KeyP: 'previous', KeyB: 'background' };

/** What a key asks for; null for a key that asks for nothing. */
export function readingKey({ code, shiftKey }: { readonly code: string; readonly shiftKey: boolean }): ((acts: ReadingActs) => void) | null {
  const reliability = shiftKey ? /^Key([A-F])$/.exec(code)?.[1] : undefined;
  if (reliability !== undefined) return (acts) => acts.reliability(reliability);
  const credibility = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1];
  if (credibility !== undefined && !shiftKey) return (acts) => acts.credibility(credibility);
  const name = shiftKey ? undefined : readingKeys[code];
  return name === undefined ? null : (acts) => acts[name]();
}

/** Listens for the keys of the reading page; never while somebody types, and not with Ctrl, Alt or Meta. Null listens to nothing. */
export function useReadingKeys(acts: ReadingActs | null): void {
  const newest = useRef(acts);
  // Before the next key can come: each key acts on what stands on the screen.
  useLayoutEffect(() => {
    newest.current = acts;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = readingKey(event);
      if (act === null || newest.current === null || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
      event.preventDefault();
      act(newest.current);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** A field, or anything over the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=menu]') !== null;
}
