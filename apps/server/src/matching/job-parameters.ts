import type { Json } from '@imena/problem';
import type { Job } from '../jobs/jobs.queries.ts';
import { runRequest, type RunRequest } from './run-parameters.ts';

/** Up to where in the log the register was read for a job; null for jobs of earlier versions. */
export function asOfJob({ parameters }: Pick<Job, 'parameters'>): number | null {
  const asOf = parameterOf(parameters, 'asOf');
  return typeof asOf === 'number' ? asOf : null;
}

/** What a run was asked with, its defaults left open; null for jobs of earlier versions. */
export function requestOfJob({ parameters }: Pick<Job, 'parameters'>): RunRequest | null {
  const parsed = runRequest.safeParse(parameterOf(parameters, 'request'));
  return parsed.success ? parsed.data : null;
}

export function isOpen({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export function parameterOf(parameters: Json, name: string): Json | undefined {
  return typeof parameters === 'object' && parameters !== null && name in parameters ? (parameters as Readonly<Record<string, Json>>)[name] : undefined;
}
