import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader, PrintButton, QueryView, Section, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { useNewestRun } from '../dna/use-runs.ts';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { Comparison } from './comparison.tsx';
import { comparisonQuery } from './comparison-api.ts';
import { ContradictionList } from './contradiction-list.tsx';
import { PhotographsBeside } from './photographs-beside.tsx';
import { ToothOverlay } from './tooth-overlay-view.tsx';
import classes from './matches.module.css';

/** Remains beside a missing person by everything but DNA: for pairs that no run could compare or listed. */
export function PairPage() {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const { remains = '', person = '' }: { readonly remains?: string; readonly person?: string } = useParams({ strict: false });
  const search: { readonly weights?: unknown } = useSearch({ strict: false });
  const weights = typeof search.weights === 'string' ? search.weights : undefined;
  const run = useNewestRun();
  return (
    <QueryView query={useQuery(comparisonQuery(remains, person, weights))}>
      {(data) => (
        <>
          <PageHeader
            kind={t('withoutDna.kind')} title={`${data.remains?.code ?? t('hiddenRemains')} · ${data.person === null ? t('hiddenPerson') : `${data.person.code} ${data.person.title}`}`}
            badges={data.person?.facets['synthetic'] === true ? <SyntheticBadge /> : undefined}
            actions={<>{run !== undefined && <Button component={Link} to={`/matches/${run.id}/${remains}/${person}`} size="md" variant="default">{t('withoutDna.withDna')}</Button>}<PrintButton /></>}
          >
            {data.person !== null && <SubjectLink item={data.person} />} · {data.remains !== null && <SubjectLink item={data.remains} />}
          </PageHeader>
          <ContradictionList rows={data.rows} evidence={data.evidence} />
          <Section title={t('other.title')}>
            <p>{t('withoutDna.sum', { value: formatFixed(data.log10Sum, language, 2) })} <span className={classes.small}>{t('weighed.decisionOnDna')}</span></p>
            <Comparison rows={data.rows} reports={data.reports} evidence={data.evidence} person={person} remains={remains} />
            <WeightsLine weights={data.basis.weights} />
          </Section>
          <ToothOverlay person={person} remains={remains} />
          <PhotographsBeside person={person} remains={remains} />
        </>
      )}
    </QueryView>
  );
}
