import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accountsQuery } from '../api/index.ts';
import { LoadingState, PageHeader, Section, SubjectTable, useListConditions } from '../components/index.ts';
import { useJobs } from './dna-api.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { JobList } from './job-list.tsx';
import { NewRunButton } from './new-run-button.tsx';

/** Runs under way and runs that are recorded. */
export function RunsPage() {
  const { t } = useTranslation('dna');
  // The table stands below the jobs, so that it is drawn after them and not pushed down by them; their lines break by the names of those who asked.
  const areJobsThere = [useJobs(), useQuery(accountsQuery)].every(({ isPending }) => !isPending);
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('run.title')} actions={<NewRunButton />}>{t('run.explained')}</PageHeader>
      <DnaTabs />
      <Section title={t('jobs.title')}>{areJobsThere ? <JobList /> : <LoadingState />}</Section>
      {areJobsThere && <SubjectTable kind="run" conditions={{ sort: '-updated', ...conditions }} onConditions={setConditions} emptyText={t('run.none')} />}
    </>
  );
}
