import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myTasksQuery } from '../api/index.ts';
import { EmptyState, PageHeader, QueryView, Section } from '../components/index.ts';
import { taskLabel } from '../format/index.ts';
import { TaskList } from './task-list.tsx';

/** Everything that waits for the reader, by task. */
export function TasksPage() {
  const { t } = useTranslation('overview');
  const query = useQuery(myTasksQuery);
  return (
    <>
      <PageHeader title={t('myTasksTitle')} />
      <QueryView query={query}>
        {(tasks) => (tasks.length === 0
          ? <EmptyState>{t('myTasksNone')}</EmptyState>
          : [...new Set(tasks.map((task) => task.task))].map((name) => <Section key={name} title={taskLabel(name)}><TaskList tasks={tasks.filter((task) => task.task === name)} /></Section>))}
      </QueryView>
    </>
  );
}
