import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote, Section } from '../components/index.ts';
import { isOpenJob, useCancelJob } from '../dna/dna-api.ts';
import { JobUnderWay } from '../dna/job-under-way.tsx';
import { formatMoment, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { useSearchDuplicates, type DuplicatesPage } from './duplicates-api.ts';
import classes from './missing.module.css';

/** On which search the list rests, how far one under way has come, and asking for another. */
export function DuplicatesSearch({ search, job }: Pick<DuplicatesPage, 'search' | 'job'>) {
  const { t } = useTranslation(['missing', 'common']);
  const language = useLanguage();
  const start = useSearchDuplicates();
  const cancel = useCancelJob();
  const isOpen = job !== null && isOpenJob(job);
  return (
    <Section title={t('duplicates.search')} actions={isOpen
      ? <Button size="md" variant="default" disabled={job.cancelRequested} onClick={() => cancel.mutate(job.id)}>{t('common:cancel')}</Button>
      : <Button size="md" variant={search === null || search.changedSince > 0 ? 'filled' : 'default'} loading={start.isPending} onClick={() => start.mutate()}>{t(search === null ? 'duplicates.searchNow' : 'duplicates.searchAgain')}</Button>}>
      {search === null
        ? !isOpen && <p className={classes.quiet}>{t('duplicates.neverSearched')}</p>
        : <p className={classes.quiet}>{t('duplicates.searched', { persons: formatNumber(search.persons, language), at: search.at === null ? '' : formatMoment(search.at, language), entries: formatNumber(search.asOf, language) })} {t(search.changedSince === 0 ? 'duplicates.nothingSince' : 'duplicates.since', { count: search.changedSince })}</p>}
      {search?.weights != null && <WeightsLine weights={search.weights} inUse={search.inUse} />}
      <JobUnderWay job={job} label={t('duplicates.search')} progress={(done, total) => t('duplicates.searching', { done: formatNumber(done, language), total: formatNumber(total, language) })} stopped={t('duplicates.cancelled')} />
      <ErrorNote error={start.error ?? cancel.error} />
    </Section>
  );
}
