import { useAllSubjects, type Item } from '../api/index.ts';

/** Every run, newest first. */
export function useRuns() {
  const query = useAllSubjects({ kind: 'run' });
  return { ...query, data: query.data === undefined ? undefined : [...query.data].sort((a, b) => b.lastIndex - a.lastIndex) };
}

export function useNewestRun(): Item | undefined {
  return useRuns().data?.[0];
}
