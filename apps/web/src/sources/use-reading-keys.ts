import { useEffect, useRef } from 'react';

/** What one key does each. */
export interface ReadingActs {
  readonly confirm: () => void;
  readonly correct: () => void;
  readonly reject: () => void;
  readonly add: () => void;
  readonly next: () => void;
  readonly previous: () => void;
}

/** By the place of the key on the keyboard: the same keys with Ukrainian letters on. */
export const readingKeys: Readonly<Record<string, keyof ReadingActs>> = { KeyC: 'confirm', KeyE: 'correct', KeyR: 'reject', KeyA: 'add', KeyN: 'next', KeyP: 'previous' };

/** Listens for the keys of the reading page; never while somebody types, and not with Ctrl, Alt or Meta. Null listens to nothing. */
export function useReadingKeys(acts: ReadingActs | null): void {
  const newest = useRef(acts);
  useEffect(() => {
    newest.current = acts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const name = readingKeys[event.code];
      if (name === undefined || newest.current === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat || isTyping(event.target)) return;
      event.preventDefault();
      newest.current[name]();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** A field, or anything over the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=menu]') !== null;
}
