const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('imena-outbox');
const listeners = new Set<() => void>();

/** Tells every screen of every tab that the outbox changed. */
export function announceOutbox(): void {
  for (const listener of listeners) listener();
  channel?.postMessage('changed');
}

export function listenToOutbox(listener: () => void): () => void {
  listeners.add(listener);
  channel?.addEventListener('message', listener);
  return () => {
    listeners.delete(listener);
    channel?.removeEventListener('message', listener);
  };
}
