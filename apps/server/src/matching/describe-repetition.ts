import { canonicalBytes } from '@imena/ledger';
import type { RunInput } from '@imena/matching';
import { ProblemError, type Json } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { parameterOf } from './job-parameters.ts';
import { readRunInput } from './run-files.ts';

/** A profile or family in which the input of a run differs from that of the run before. */
interface Difference {
  readonly kind: 'profile' | 'family';
  readonly change: 'added' | 'changed' | 'gone';
  readonly id: string;
}

/** Differences that are named; of more the number is told. */
const mostNamed = 50;

/**
 * Why the installation computed a run again by itself, and in what its input differs from that of the run before.
 * @param input what this run computed from
 * @returns null for a run that a person asked for; `after` is null where the run before is not known or may not be read,
 *   `differences` also where its input is no longer there
 */
export async function describeRepetition(tx: Database, files: FileStore, { run, input }: { readonly run: Subject; readonly input: RunInput }) {
  const parameters = agreedValue(run, 'parameters') ?? null;
  const [because, named] = [parameterOf(parameters, 'because'), parameterOf(parameters, 'after')];
  if (because !== 'new_evidence') return null;
  const before = typeof named === 'string' ? await findFolded(tx, named) : null;
  const sha256 = before === null ? undefined : agreedValue(before, 'inputsHash');
  if (before === null || typeof sha256 !== 'string') return { because, after: null, differences: null };
  const earlier = await readInputOf(files, sha256);
  if (earlier === null) return { because, after: (await findItemsById(tx, [before.id])).get(before.id) ?? null, differences: null };
  const all = [...differencesOf('profile', profilesOf(earlier), profilesOf(input)), ...differencesOf('family', familiesOf(earlier), familiesOf(input))];
  const told = all.slice(0, mostNamed);
  const items = await findItemsById(tx, [before.id, ...told.map(({ id }) => id)]);
  return {
    because, after: items.get(before.id) ?? null,
    differences: {
      named: told.map((one) => ({ ...one, item: items.get(one.id) ?? null })), more: all.length - told.length,
      expectedMissing: earlier.parameters.expectedMissing === input.parameters.expectedMissing ? null : { before: earlier.parameters.expectedMissing, now: input.parameters.expectedMissing },
      occupants: textOf(earlier.occupancy) !== textOf(input.occupancy),
    },
  };
}

/** Null where the file is no longer there or not what it was: what is wrong with the run before is told on its own page. */
async function readInputOf(files: FileStore, sha256: string): Promise<RunInput | null> {
  try {
    return await readRunInput(files, sha256);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function profilesOf({ remains, persons, references }: RunInput): ReadonlyMap<string, string> {
  return new Map([...remains, ...persons, ...references].map((one) => [one.profile, textOf(one)]));
}

function familiesOf({ families }: RunInput): ReadonlyMap<string, string> {
  return new Map(families.map((one) => [one.family, textOf(one)]));
}

function differencesOf(kind: Difference['kind'], before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Difference[] {
  const changed = [...now].filter(([id, text]) => before.get(id) !== text).map(([id]): Difference => ({ kind, change: before.has(id) ? 'changed' : 'added', id }));
  return [...changed, ...[...before.keys()].filter((id) => !now.has(id)).map((id): Difference => ({ kind, change: 'gone', id }))];
}

/** Equal exactly where what a run computes from is equal. */
function textOf(part: object | undefined): string {
  return part === undefined ? '' : Buffer.from(canonicalBytes(part as unknown as Json)).toString('utf8');
}
