import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAllSubjects, type Item } from '../api/index.ts';
import { useJobs } from './dna-api.ts';

/** Every run, newest first. */
export function useRuns() {
  const query = useAllSubjects({ kind: 'run' });
  return { ...query, data: query.data === undefined ? undefined : [...query.data].sort((a, b) => b.lastIndex - a.lastIndex) };
}

/** The same; runs that were made meanwhile, by whomever or by itself, come to it and to every list of runs on the screen. */
export function useFollowedRuns() {
  const runs = useRuns();
  const client = useQueryClient();
  const jobs = useJobs().data ?? [];
  // As one text, so that a run which is not for this reader is asked for once.
  const unknown = runs.data === undefined ? '' : jobs.flatMap(({ run }) => (run === null || runs.data?.some(({ id }) => id === run) === true ? [] : [run])).join(' ');
  useEffect(() => {
    if (unknown !== '') for (const list of ['all', 'pages']) void client.invalidateQueries({ queryKey: ['subjects', list, { kind: 'run' }] });
  }, [unknown, client]);
  return runs;
}

export function useNewestRun(): Item | undefined {
  return useRuns().data?.[0];
}
