import { useTranslation } from 'react-i18next';
import { PageHeader, Section, SubjectTable, useListConditions } from '../components/index.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { JobList } from './job-list.tsx';
import { NewRunButton } from './new-run-button.tsx';

/** Runs under way and runs that are recorded. */
export function RunsPage() {
  const { t } = useTranslation('dna');
  const { conditions, setConditions } = useListConditions();
  return (
    <>
      <PageHeader title={t('run.title')} actions={<NewRunButton />}>{t('run.explained')}</PageHeader>
      <DnaTabs />
      <Section title={t('jobs.title')}><JobList /></Section>
      <SubjectTable kind="run" conditions={{ sort: '-updated', ...conditions }} onConditions={setConditions} emptyText={t('run.none')} />
    </>
  );
}
