import type { Problem } from '@imena/problem';
import type { SeenCheckpoint, WireEntry } from '@imena/ledger';
import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb';

/** The key of one person in this browser, for one log. The private half cannot be read out by anybody. */
export interface DeviceKey {
  /** `${origin}/${account}`: two persons of one browser never share a key. */
  readonly owner: string;
  readonly account: string;
  readonly origin: string;
  readonly device: string;
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
  /** False until the server has taken the enrolment. */
  readonly enrolled: boolean;
}

export type OutboxState = 'saved' | 'sent' | 'held' | 'refused' | 'acknowledged';

/** A signed entry kept here until the server's receipt proves that the ledger holds it. */
export interface OutboxEntry {
  readonly id: string;
  readonly account: string;
  readonly origin: string;
  /** `${device}/${scope}` */
  readonly chain: string;
  readonly seq: number;
  readonly envelopeHash: string;
  readonly subject: string;
  readonly type: string;
  readonly savedAt: string;
  readonly state: OutboxState;
  /** Dropped once acknowledged: the ledger holds it. */
  readonly wire: WireEntry | null;
  readonly index?: number;
  readonly problem?: Problem;
  readonly filesLeft: readonly string[];
}

export interface ChainEnd {
  readonly chain: string;
  readonly seq: number;
  readonly envelopeHash: string;
}

export type HistoryAlarm = 'rollback' | 'fork' | 'unproven' | 'refused' | 'key_changed';

/** The newest verified checkpoint of a log, and what was wrong with a later one. */
export interface KnownLog {
  readonly origin: string;
  /** Trusted on first use. */
  readonly vkey: string;
  readonly checkpoint: string | null;
  readonly seen: SeenCheckpoint | null;
  readonly alarm: { readonly verdict: HistoryAlarm; readonly received: string; readonly at: string } | null;
}

interface ImenaDatabase extends DBSchema {
  keys: { key: string; value: DeviceKey };
  outbox: { key: string; value: OutboxEntry };
  chains: { key: string; value: ChainEnd };
  files: { key: string; value: { readonly sha256: string; readonly bytes: Blob } };
  logs: { key: string; value: KnownLog };
  drafts: { key: string; value: { readonly key: string; readonly account: string; readonly values: Readonly<Record<string, unknown>>; readonly savedAt: string } };
}

let opened: Promise<IDBPDatabase<ImenaDatabase>> | undefined;

function open(): Promise<IDBPDatabase<ImenaDatabase>> {
  opened ??= openDB<ImenaDatabase>('imena', 1, {
    upgrade(database) {
      database.createObjectStore('keys', { keyPath: 'owner' });
      database.createObjectStore('outbox', { keyPath: 'id' });
      database.createObjectStore('chains', { keyPath: 'chain' });
      database.createObjectStore('files', { keyPath: 'sha256' });
      database.createObjectStore('logs', { keyPath: 'origin' });
      database.createObjectStore('drafts', { keyPath: 'key' });
    },
  });
  return opened;
}

export type StoreName = StoreNames<ImenaDatabase>;

export async function read<S extends StoreName>(store: S, key: string): Promise<ImenaDatabase[S]['value'] | undefined> {
  return (await open()).get(store, key);
}

export async function readAll<S extends StoreName>(store: S): Promise<ImenaDatabase[S]['value'][]> {
  return (await open()).getAll(store);
}

/** One change of a store: a row to put, or the key of a row to drop. */
export type Change = { readonly [S in StoreName]: { readonly store: S; readonly put: ImenaDatabase[S]['value'] } | { readonly store: S; readonly drop: string } }[StoreName];

/**
 * Writes all changes or none, and returns only when the browser has been told to bring them to the disk
 * (`durability: 'strict'`): a battery that dies now loses nothing.
 */
export async function write(changes: readonly Change[]): Promise<void> {
  const stores = [...new Set(changes.map((change) => change.store))];
  if (stores.length === 0) return;
  const transaction = (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
  const done = changes.map((change) => {
    const store = transaction.objectStore(change.store);
    return 'put' in change ? store.put(change.put) : store.delete(change.drop);
  });
  await Promise.all([...done, transaction.done]);
}
