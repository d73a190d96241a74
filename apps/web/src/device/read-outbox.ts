import { readAll, type OutboxEntry } from './database.ts';

/** Entries of a chain kept here, in the order in which they were signed. */
export async function chainEntries(chain: string): Promise<OutboxEntry[]> {
  return (await readAll('outbox')).filter((entry) => entry.chain === chain).sort((a, b) => a.seq - b.seq);
}

/** Everything of one person that is kept here, oldest first. */
export async function readOutbox({ origin, account }: { readonly origin: string; readonly account: string }): Promise<OutboxEntry[]> {
  return (await readAll('outbox'))
    .filter((entry) => entry.account === account && entry.origin === origin)
    .sort((a, b) => (a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : a.seq - b.seq));
}
