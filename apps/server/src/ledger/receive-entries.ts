import { encodeHex, formatTlogProof } from '@imena/ledger';
import { makeProblem, ProblemError, refuse, type Problem } from '@imena/problem';
import { findDevices } from './ledger.queries.ts';
import type { OpenLedger } from './open-ledger.ts';
import { prepareEntry, verifySignature, type PreparedEntry } from './prepared-entry.ts';
import type { Outcome } from './write-batch.ts';

/** What a device is told about one entry it sent. */
export interface EntryResult {
  readonly id: string | null;
  readonly status: 'logged' | 'held' | 'refused';
  readonly index?: number;
  readonly leafHash?: string;
  /** C2SP tlog-proof against the checkpoint of the answer. */
  readonly proof?: string;
  readonly problem?: Problem;
}

/**
 * Takes entries from an account: reads and verifies each, appends those that may be, answers after commit with proofs
 * against one checkpoint. Sending the same bytes again gives the same places in the log.
 */
export async function receiveEntries(ledger: OpenLedger, account: string, wires: readonly unknown[]): Promise<{ results: EntryResult[]; checkpoint: string }> {
  const keys = new DeviceKeys(ledger);
  const read = await Promise.all(wires.map((wire) => readEntry(wire, keys)));
  const good = read.flatMap((one) => (one.kind === 'entry' ? [one.entry] : []));
  const outcomes = await ledger.writer.submit({ account, entries: good });
  // Size and checkpoint of one moment: the proofs of all entries are made against it.
  const { size, checkpoint } = ledger.state;
  let next = 0;
  const results = read.map((one) => (one.kind === 'entry' ? answer(ledger, { entry: one.entry, outcome: outcomes[next++], size, checkpoint }) : one.result));
  return { results, checkpoint };
}

type ReadEntry = { readonly kind: 'entry'; readonly entry: PreparedEntry } | { readonly kind: 'refused'; readonly result: EntryResult };

async function readEntry(wire: unknown, keys: DeviceKeys): Promise<ReadEntry> {
  let id: string | null = null;
  try {
    const entry = prepareEntry(wire);
    id = entry.envelope.id;
    const key = await keys.of(entry.envelope.device);
    if (key === null) refuse('server.device_unknown', { id, device: entry.envelope.device });
    if (!(await verifySignature(entry, key))) refuse('ledger.signature', { id });
    return { kind: 'entry', entry };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { kind: 'refused', result: { id: id ?? idOf(error.problem), status: 'refused', problem: error.problem } };
  }
}

function idOf(problem: Problem): string | null {
  const id = problem.details['id'];
  return typeof id === 'string' ? id : null;
}

function answer(
  { state }: OpenLedger, { entry, outcome, size, checkpoint }: { entry: PreparedEntry; outcome: Outcome | undefined; size: number; checkpoint: string },
): EntryResult {
  const id = entry.envelope.id;
  if (outcome === undefined) return { id, status: 'refused', problem: makeProblem('server.writer_stopped') };
  if (outcome.status !== 'logged') return { id, status: outcome.status, problem: outcome.problem };
  const index = BigInt(outcome.logIndex);
  const proof = formatTlogProof({ index, proof: state.tree.inclusionProof(index, BigInt(size)), checkpoint });
  return { id, status: 'logged', index: outcome.logIndex, leafHash: encodeHex(entry.leafHash), proof };
}

/** Public keys by device id. The id is the key's hash, so a key once read never changes. */
class DeviceKeys {
  readonly #ledger: OpenLedger;
  readonly #asked = new Map<string, Promise<Uint8Array | null>>();

  constructor(ledger: OpenLedger) {
    this.#ledger = ledger;
  }

  of(device: string): Promise<Uint8Array | null> {
    const known = this.#asked.get(device) ?? this.#read(device);
    this.#asked.set(device, known);
    return known;
  }

  async #read(device: string): Promise<Uint8Array | null> {
    const [row] = await findDevices(this.#ledger.worker, [device]);
    return row?.publicKey ?? null;
  }
}
