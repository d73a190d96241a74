import { createHash } from 'node:crypto';
import { uuidV7 } from '@imena/ledger';
import type { Json } from '@imena/problem';
import type { Body } from '@imena/record';
import type { ServerContext } from '../http/context.ts';
import type { JobFiles } from '../jobs/jobs.queries.ts';
import { findKnownEntries } from '../ledger/ledger.queries.ts';
import { parameterOf } from './job-parameters.ts';
import { readBytes, readRunInput, readRunResult } from './run-files.ts';

/** Name and version of what computes, as the entry of a run states it. */
export const runSoftware = 'imena 0.1.0 dna';

/**
 * Puts a computed run into the ledger under the installation's key, input and result as its files. Entry and subject
 * have ids that follow from the job, so that a crash after the append and before the job is marked repeats harmlessly.
 * @returns the subject of the run
 */
export async function recordRun({ ledger, author, files }: ServerContext, job: JobFiles): Promise<string> {
  const id = idFrom('imena run entry', job);
  const subject = idFrom('imena run subject', job);
  if ((await findKnownEntries(ledger.worker, [id])).length > 0) return subject;
  if (job.resultSha256 === null) throw new Error('a job without a result');
  const input = await readRunInput(files, job.inputSha256);
  const result = await readRunResult(files, job.resultSha256);
  const body = {
    type: 'run.recorded', basis: 'computed', runKind: 'dna', code: codeOf(job), inputsHash: job.inputSha256, parameters: { ...input.parameters, population: input.population.name, ...namedByJob(job) },
    software: runSoftware, remainsCount: input.remains.length, personsCount: input.families.reduce((sum, family) => sum + family.missing.length, 0),
    pairsAbove: result.pairs.length, requestedBy: job.requestedBy,
  } as unknown as Body;
  const [entry] = await author.append([{
    id, scope: job.scope, subject, body,
    files: [
      { name: 'run-input.json', mediaType: 'application/json', bytes: await readBytes(files, job.inputSha256) },
      { name: 'run-result.json', mediaType: 'application/json', bytes: await readBytes(files, job.resultSha256) },
    ],
  }]);
  // Whoever hears that the job is done finds its candidates in the register.
  if (entry !== undefined) await ledger.folder.waitForAll(entry.logIndex + 1);
  return subject;
}

/** The weights of the other evidence that were in use when the run was asked for, and, where the installation asked by itself, why and after which run; jobs of earlier versions name none of it. */
function namedByJob({ parameters }: JobFiles): Readonly<Record<string, Json>> {
  return Object.fromEntries(['weights', 'because', 'after'].flatMap((name) => {
    const value = parameterOf(parameters, name);
    return value === undefined ? [] : [[name, value]];
  }));
}

/** A UUID of version 7 at the moment of the request, whose random part follows from the job. */
function idFrom(purpose: string, { id, createdAt }: JobFiles): string {
  const random = createHash('sha256').update(`${purpose} ${id}`).digest().subarray(0, 10);
  return uuidV7({ timeMs: createdAt.getTime(), random });
}

/** `DNA-20260301-3fa8`: the day of the request and what tells two runs of a day apart. */
function codeOf({ id, createdAt }: JobFiles): string {
  return `DNA-${createdAt.toISOString().slice(0, 10).replaceAll('-', '')}-${id.slice(-4)}`;
}
