import { useSyncExternalStore } from 'react';

let isAnswering = true;
const listeners = new Set<() => void>();

/** Told after every request whether the server answered it, with whatever answer. */
export function noteAnswered(answered: boolean): void {
  if (answered === isAnswering) return;
  isAnswering = answered;
  for (const listener of listeners) listener();
}

/** Whether the last request was answered. A server that is down leaves the browser online. */
export function useIsAnswering(): boolean {
  return useSyncExternalStore(listen, () => isAnswering);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
