import type { Body } from '@imena/record';
import { makeUuidV4, makeUuidV7, type Random } from '@imena/synth';
import type { DemonstrationEntry, DemonstrationFile } from './types.ts';

/** The ids of entries carry this moment, 1 October 2022 UTC, plus one millisecond an entry: fixed, so that a seed gives the same bytes. */
const beginMs = Date.UTC(2022, 9, 1);

/** Collects the statements of the demonstration in order and gives out ids. */
export interface Recorder {
  readonly newId: () => string;
  /** Appends a statement. @returns its ref */
  readonly add: (scope: string, subject: string, body: Body, files?: readonly DemonstrationFile[]) => string;
  /** Appends a statement about invented people or things, with the mark that says so. */
  readonly addSynthetic: (scope: string, subject: string, body: Body, files?: readonly DemonstrationFile[]) => string;
  readonly entries: readonly DemonstrationEntry[];
}

export function makeRecorder(random: Random): Recorder {
  const entries: DemonstrationEntry[] = [];
  const ids = random.fork('subjects');
  const refs = random.fork('entries');
  const add: Recorder['add'] = (scope, subject, body, files) => {
    const ref = makeUuidV7(refs, beginMs + entries.length);
    entries.push({ ref, scope, subject, body, ...(files === undefined ? {} : { files }) });
    return ref;
  };
  return {
    newId: () => makeUuidV4(ids),
    add,
    addSynthetic: (scope, subject, body, files) => add(scope, subject, { ...body, synthetic: true }, files),
    entries,
  };
}

/** A date as stated in a record, in the shape that a statement's `when` has. */
export function statedOn(edtf: string): NonNullable<Body['when']> {
  return { edtf, clock: 'stated' };
}

/** The day `days` after 1 September 2022, as EDTF. */
export function dayOf(days: number): string {
  return new Date(Date.UTC(2022, 8, 1 + days)).toISOString().slice(0, 10);
}
