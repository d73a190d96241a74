import { useTranslation } from 'react-i18next';
import { PageHeader, Section, SubjectTable, useListConditions } from '../components/index.ts';
import { useJobs } from './dna-api.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { JobList } from './job-list.tsx';
import { NewRunButton } from './new-run-button.tsx';

/** Runs under way and runs that are recorded. */
export function RunsPage() {
  const { t } = useTranslation('dna');
  // The table stands below the jobs, so that it is drawn after them and not pushed down by them.
  const jobs = useJobs();
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('run.title')} actions={<NewRunButton />}>{t('run.explained')}</PageHeader>
      <DnaTabs />
      <Section title={t('jobs.title')}><JobList /></Section>
      {!jobs.isPending && <SubjectTable kind="run" conditions={{ sort: '-updated', ...conditions }} onConditions={setConditions} emptyText={t('run.none')} />}
    </>
  );
}
