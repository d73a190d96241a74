import { refuse, ProblemError } from '@imena/problem';
import { z } from 'zod';
import { isUnreachable, request, type Session } from '../api/index.ts';
import { choosePosition, type ChainPosition } from './chain-position.ts';
import { read, write, type Change, type DeviceKey, type OutboxEntry } from './database.ts';
import { ensureDevice } from './enrol-device.ts';
import { readDeviceKey } from './keys.ts';
import { knownLog } from './known-log.ts';
import { announceOutbox } from './outbox-events.ts';
import { chainEntries } from './read-outbox.ts';
import { signNewEntry, type NewEntry } from './sign-entry.ts';

export interface NewEntryWithFiles extends NewEntry {
  readonly type: string;
  readonly blobs: readonly { readonly sha256: string; readonly bytes: Blob }[];
}

/** One tab at a time works on a chain, so that two tabs never sign two entries for the same place. */
export function withChain<T>(chain: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`imena-chain/${chain}`, work);
}

/**
 * Signs an entry and keeps it durably on this device; returns only then. Nothing is sent here.
 * @throws Problem `web.no_device`, `web.chain_fork`, `web.chain_lost`
 */
export async function saveEntry(session: Session, entry: NewEntryWithFiles): Promise<OutboxEntry> {
  const key = await deviceKeyOf(session);
  const chain = `${key.device}/${entry.scope}`;
  return withChain(chain, async () => {
    const position = await nextPosition(key, chain, entry.scope);
    const { seen } = await knownLog(session);
    const signed = await signNewEntry(key, entry, { position, seen });
    const saved: OutboxEntry = {
      id: signed.id, account: key.account, origin: key.origin, chain, seq: position.seq, envelopeHash: signed.envelopeHash,
      subject: entry.subject, type: entry.type, savedAt: new Date().toISOString(), state: 'saved', wire: signed.wire,
      filesLeft: entry.files.map((file) => file.sha256),
    };
    await write([
      ...entry.blobs.map((file): Change => ({ store: 'files', put: file })),
      { store: 'outbox', put: saved },
      { store: 'chains', put: { chain, seq: position.seq, envelopeHash: signed.envelopeHash } },
    ]);
    announceOutbox();
    return saved;
  });
}

export async function deviceKeyOf(session: Session): Promise<DeviceKey> {
  try {
    return await ensureDevice(session);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const key = await readDeviceKey({ origin: session.log.origin, account: session.account.id });
    return key?.enrolled === true ? key : refuse('web.no_device');
  }
}

const head = z.object({ seq: z.number().int().min(0), prev: z.string().nullable() });

export async function nextPosition(key: DeviceKey, chain: string, scope: string): Promise<ChainPosition> {
  const end = await read('chains', chain);
  const own = await chainEntries(chain);
  const waiting = own.filter((entry) => entry.state === 'saved' || entry.state === 'sent' || entry.state === 'held');
  const local = end === undefined ? null : { seq: end.seq + 1, prev: end.envelopeHash };
  const acknowledged = (local?.seq ?? 0) - waiting.length;
  const choice = choosePosition({ local, acknowledged, server: await serverHead(key.device, scope) });
  return choice.kind === 'position' ? choice.position : Promise.reject(new ProblemError(choice.problem));
}

async function serverHead(device: string, scope: string): Promise<ChainPosition | null> {
  try {
    return await request(`/ledger/head?device=${device}&scope=${scope}`, head);
  } catch (error) {
    if (isUnreachable(error)) return null;
    throw error;
  }
}
