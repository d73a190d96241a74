import type { Json } from '@imena/problem';
import { runRequest, type RunRequest } from '../run-parameters.ts';
import type { FollowedJob } from './follow.queries.ts';

/** Up to where in the log the register was read for a job; null for jobs of earlier versions. */
export function asOfJob({ parameters }: Pick<FollowedJob, 'parameters'>): number | null {
  const asOf = parameterOf(parameters, 'asOf');
  return typeof asOf === 'number' ? asOf : null;
}

/** What a run was asked with, its defaults left open; null for jobs of earlier versions. */
export function requestOfJob({ parameters }: Pick<FollowedJob, 'parameters'>): RunRequest | null {
  const parsed = runRequest.safeParse(parameterOf(parameters, 'request'));
  return parsed.success ? parsed.data : null;
}

export function isOpen({ state }: Pick<FollowedJob, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export function parameterOf(parameters: Json, name: string): Json | undefined {
  return typeof parameters === 'object' && parameters !== null && name in parameters ? (parameters as Readonly<Record<string, Json>>)[name] : undefined;
}
